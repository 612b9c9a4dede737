import ArgumentParser
import Files

/// One input again.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Feeds one file, and ends with status 1 where something is wrong with it.")

  @Option(help: "The kind of input; without it, the file's folder is named as the kind.")
  var kind: FuzzKind?

  @Argument(help: "The file; '-' is standard input.")
  var file: String

  func run() async throws {
    let folder = file.split(separator: "/").dropLast().last.map(String.init) ?? ""
    guard let kind = kind ?? FuzzKind(rawValue: folder) else {
      throw ValidationError("'\(folder)' is no kind of input: say it with --kind")
    }
    let input = file == "-" ? try readStandardInput() : try readFile(file)
    Limits.limitMemory()
    let start = Limits.milliseconds
    Limits.begin()
    let problem = await kind.target.problem(of: input)
    Limits.end()
    guard let problem else { return say("nothing is wrong, after \(Limits.milliseconds - start) ms") }
    Report.line(.wrong(problem))
    throw ExitCode(1)
  }
}

/// An input of a run, as it was fed.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Prints the input of a kind and a number.")

  @OptionGroup var inputs: InputOptions
  @Option(help: "The kind of input.") var kind: FuzzKind
  @Argument(help: "Its number.") var number: Int

  func run() throws {
    let corpus = try Corpus(project: inputs.project)
    say(kind.input(number, seed: inputs.seed, from: corpus))
  }
}

/// What the run begins for each processor.
struct WorkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "work", shouldDisplay: false)

  @OptionGroup var inputs: InputOptions
  @Option var kind: FuzzKind
  @Option var first: Int
  @Option var step: Int
  @Option var count: Int

  func run() async throws {
    let worker = Worker(kind: kind, seed: inputs.seed, corpus: try Corpus(project: inputs.project))
    await worker.run(stride(from: first, to: count, by: step))
  }
}
