import ArgumentParser
import Diagnostics
import Files
import Knowledge
import Site

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the whole knowledge base, or one view of it, in a form that other programs read.",
    discussion: """
      A view is named as in its page's address, and gives the same bytes as the file beside the page:
        remit export responsibility --format csv
        remit export responsibility/guiding-opinions-2021
      """)

  @OptionGroup var location: RootOptions

  @Argument(help: "A view of remit.yaml; without it, the whole knowledge base.")
  var view: String?

  @Option(help: "The form: json, or of a view also csv.")
  var format = ViewData.Format.json

  @Option(help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    if view == nil, format != .json {
      throw ValidationError("--format \(format.rawValue): only a view has that form; the whole has json")
    }
  }

  func run() async throws {
    let base = try await KnowledgeBase.read(location)
    let text = try view.map { try data(of: $0, in: base.site) } ?? whole(base)
    if let output {
      try replaceFile(output, Array(text.utf8))
    } else {
      try Terminal.output(text)
    }
    try base.finish()
  }

  private func whole(_ base: KnowledgeBase) -> String {
    let site = base.site
    return KnowledgeJSON(base.graph, url: site.routes.path)(
      title: site.configuration.title, asOf: site.configuration.asOf
    ).text
  }

  private func data(of name: String, in site: SiteModel) throws -> String {
    if let page = site.views.page(stem: name) { return site.data(page, format) }
    let names = site.views.pages.map(\.stem)
    let help = names.isEmpty ? "remit.yaml declares no views" : "there are " + names.joined(separator: ", ")
    throw CommandError.usage("no view '\(name)'" + didYouMean(name, among: names) + "\n  help: " + help)
  }
}

extension ViewData.Format: ExpressibleByArgument {}
