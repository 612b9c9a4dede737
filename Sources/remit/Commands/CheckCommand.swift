import ArgumentParser
import Diagnostics
import Files
import Knowledge
import Site

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says what is wrong, and writes nothing.")

  @OptionGroup var location: RootOptions
  @OptionGroup var check: CheckOptions

  @Option(
    help: ArgumentHelp(
      "A folder with the sources' texts: every quote must stand in its source's.", valueName: "folder"))
  var evidence: String?

  func run() async throws {
    let options = try check.buildOptions(drafts: location.drafts)
    let base = try await Build(root: location.root, options: options).read()
    let texts = try evidence.map { try base.evidence(in: $0) }
    let diagnostics = base.diagnostics + (texts.map(base.graph.checkEvidence) ?? [])
    try DiagnosticOutput(format: check.format, sources: base.sources).print(diagnostics)
    if check.format == .text {
      try Terminal.output(
        [
          count(base.graph.entities.count, "entity", "entities"),
          count(diagnostics.count(of: .error), "error", "errors"),
          count(diagnostics.count(of: .warning), "warning", "warnings"),
        ].joined(separator: "; ") + "\n")
    }
    try options.finish(diagnostics)
  }
}
