import ArgumentParser
import Diagnostics
import Glibc
import Knowledge
import Pipeline
import Site

struct RootOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of the knowledge base.", valueName: "folder"), completion: .directory)
  var root = "."

  func validate() throws {
    if root.isEmpty { throw ValidationError("--root: the folder's name is empty") }
  }
}

/// Which knowledge base is read, and how much of it.
struct ReadOptions: ParsableArguments {
  @OptionGroup var folder: RootOptions

  @Flag(help: "Include what is held back, such as entities with 'publish: false'.")
  var drafts = false

  @OptionGroup var day: DayOptions

  @OptionGroup var progress: ProgressOptions

  var root: String { folder.root }

  /// What is to be read, for a command that asks what there is.
  func build() throws -> Build {
    var options = BuildOptions()
    options.includesDrafts = drafts
    options.clock = try day.date()
    return Build(root: root, options: options)
  }

  /// For a command that answers questions: errors are printed first, as they may make an answer wrong, and end the
  /// command only after it has answered.
  func read(_ line: ProgressLine) async throws -> KnowledgeBase {
    let build = try build()
    let base = try await line.during { try await build.read(progress: $0) }
    try DiagnosticOutput(format: .text, sources: base.sources).print(base.errors)
    return base
  }
}

struct CheckOptions: ParsableArguments {
  @OptionGroup var strictness: StrictnessOptions

  @Option(help: "How to print diagnostics: text, json, github or sarif.")
  var format = DiagnosticFormat.text

  func buildOptions(_ location: ReadOptions) throws -> BuildOptions {
    try strictness.buildOptions(drafts: location.drafts, location.day)
  }
}

/// What counts as wrong.
struct StrictnessOptions: ParsableArguments {
  @Flag(help: "Treat warnings as errors.")
  var strict = false

  func buildOptions(drafts: Bool, _ day: DayOptions) throws -> BuildOptions {
    var options = BuildOptions()
    options.includesDrafts = drafts
    options.isStrict = strict
    options.clock = try day.date()
    return options
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// How tables are printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, csv, json }
