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
    let loaded = try await LoadedKnowledge.load(root: location.root, options: options)
    let texts = try evidence.map { try loaded.evidence(in: $0) }
    let diagnostics = loaded.diagnostics + loaded.graph.validate(evidence: texts)
    DiagnosticOutput(format: check.format, sources: loaded.sources).print(diagnostics)
    if check.format == .text {
      Terminal.output(
        [
          count(loaded.graph.entities.count, "entity", "entities"),
          count(diagnostics.count(of: .error), "error", "errors"),
          count(diagnostics.count(of: .warning), "warning", "warnings"),
        ].joined(separator: "; ") + "\n")
    }
    try options.finish(diagnostics)
  }
}
