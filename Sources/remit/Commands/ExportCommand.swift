import ArgumentParser
import Diagnostics
import Files
import Knowledge
import Site

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the whole knowledge base in a form that other programs read.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json }

  @OptionGroup var location: RootOptions

  @Option(help: "The form: json.")
  var format = Format.json

  @Option(help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"))
  var output: String?

  func run() async throws {
    let loaded = try await LoadedKnowledge.load(root: location.root, drafts: location.drafts)
    let site = loaded.site
    let text = KnowledgeJSON(loaded.graph, url: site.routes.path)(
      title: site.configuration.title, asOf: site.configuration.asOf
    ).text
    if let output {
      try replaceFile(output, Array(text.utf8))
    } else {
      Terminal.output(text)
    }
    try loaded.finish()
  }
}
