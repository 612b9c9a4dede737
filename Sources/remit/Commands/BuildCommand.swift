import ArgumentParser
import Diagnostics
import Files
import Pipeline
import Site

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the website: writes what changed, or nothing if there are errors.")

  @OptionGroup var location: ReadOptions
  @OptionGroup var check: CheckOptions

  @Option(
    help: ArgumentHelp("Where the website goes; relative to the knowledge base.", valueName: "folder"),
    completion: .directory)
  var output = "site"

  @Option(
    help: ArgumentHelp(
      "Append what was done to a file, as Markdown for a CI job's summary.", valueName: "file"),
    completion: .file())
  var summary: String?

  @Flag(help: "Say where time and memory went: by stage, by template and view, and the slowest pages.")
  var profile = false

  func validate() throws {
    if summary?.isEmpty == true { throw ValidationError("--summary: the file's name is empty") }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let options = try check.buildOptions(location)
    let folder = try option("output") { try OutputLocation(output, of: location.root) }
    let report = try await location.progress.line(profile: profile ? check.format : nil).during { progress in
      try await Build(root: location.root, options: options).publish(to: folder, progress: progress)
    }
    let line = line(on: report, since: start)
    do {
      try tell(report)
    } catch {
      // The website is made all the same.
      if !location.progress.quiet { Terminal.error(line) }
      throw error
    }
    if !location.progress.quiet {
      if check.format == .text { try Terminal.report(line) } else { Terminal.error(line) }
    }
    try options.finish(report.diagnostics)
  }

  private func tell(_ report: BuildReport) throws {
    let printer = DiagnosticOutput(
      format: check.format, sources: report.sources, root: location.root, isWhole: location.progress.verbose)
    try printer.print(report.diagnostics + (location.progress.verbose ? report.heldBack.map(\.note) : []))
    if let summary { try appendToFile(summary, Array(BuildSummary(report: report).markdown.utf8)) }
  }

  private func line(on report: BuildReport, since start: ContinuousClock.Instant) -> String {
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    let pages =
      report.written.map {
        "\($0.written.count) written, \($0.unchanged) unchanged, \($0.removed.count) removed"
      }
      ?? "nothing written"
    return [
      counted(report.entities, "entity", "entities"), heldBack(report.heldBack), "pages: " + pages,
      counted(report.diagnostics.count(of: .error), "error", "errors"),
      counted(report.diagnostics.count(of: .warning), "warning", "warnings"),
      "\(Int(milliseconds)) ms",
    ].compactMap(\.self).joined(separator: "; ") + "\n"
  }
}
