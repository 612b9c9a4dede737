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

  @Flag(help: "Let in what is held back, such as entities with 'publish: false'.")
  var drafts = false

  @OptionGroup var progress: ProgressOptions

  var root: String { folder.root }

  /// What is to be read, for a command that asks what there is.
  var build: Build {
    var options = BuildOptions()
    options.includesDrafts = drafts
    return Build(root: root, options: options)
  }

  /// For a command that answers questions: errors are printed first, as they may make an answer wrong, and end the
  /// command only after it has answered.
  func read(_ line: ProgressLine) async throws -> KnowledgeBase {
    let base = try await line.during { try await build.read(progress: $0) }
    try DiagnosticOutput(format: .text, sources: base.sources).print(base.errors)
    return base
  }
}

struct CheckOptions: ParsableArguments {
  @OptionGroup var strictness: StrictnessOptions

  @Option(help: "How diagnostics are printed: text, json, github or sarif.")
  var format = DiagnosticFormat.text

  func buildOptions(drafts: Bool) throws -> BuildOptions { try strictness.buildOptions(drafts: drafts) }
}

/// What counts as wrong, and from which day.
struct StrictnessOptions: ParsableArguments {
  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The date that 'as of' lines and deadlines count from, such as 2024-09-24; else SOURCE_DATE_EPOCH, else as_of.",
      valueName: "date"))
  var clock: String?

  func buildOptions(drafts: Bool) throws -> BuildOptions {
    var options = BuildOptions()
    options.includesDrafts = drafts
    options.isStrict = strict
    options.clock = try clock.map(date) ?? sourceDate()
    return options
  }

  private func date(_ text: String) throws -> EDTFDate {
    switch EDTFDate.parse(text) {
    case .success(let date): return date
    case .failure(let reason): throw CommandError.usage("--clock: \(reason.message)")
    }
  }

  /// The day that SOURCE_DATE_EPOCH names (reproducible-builds.org), in UTC.
  private func sourceDate() throws -> EDTFDate? {
    guard let value = unsafe getenv("SOURCE_DATE_EPOCH") else { return nil }
    let text = unsafe String(cString: value)
    // Shells and CI say "unset" so.
    if text.isEmpty { return nil }
    guard let seconds = Int64(text), let day = Int32(exactly: seconds / 86_400),
      let date = EDTFDate(dayNumber: day)
    else { throw CommandError.usage("SOURCE_DATE_EPOCH must be a number of seconds, not '\(text)'") }
    return date
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// How tables are printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, csv, json }
