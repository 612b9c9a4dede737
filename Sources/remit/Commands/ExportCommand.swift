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
    let base = try await KnowledgeBase.read(location)
    let site = base.site
    let text = KnowledgeJSON(base.graph, url: site.routes.path)(
      title: site.configuration.title, asOf: site.configuration.asOf
    ).text
    if let output {
      try replaceFile(output, Array(text.utf8))
    } else {
      try Terminal.output(text)
    }
    try base.finish()
  }
}
