import ArgumentParser
import Diagnostics
import Knowledge
import Pipeline
import Site

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Shows everything known about one entity: facts, claims with their sources, relations from both ends.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var location: ReadOptions

  @Argument(
    help: "An id such as measure/guiding-opinions-2021/3, a slug, a title or an alias.", completion: .entities
  )
  var name: String

  @Option(help: "How to print the answer.")
  var format = Format.text

  @Flag(help: "Print where each part of its statements is written: beside the value, or once for several.")
  var explain = false

  @Flag(help: "Print what the template of its page can use, as JSON.")
  var templateValues = false

  @Option(help: "With --template-values: how many levels deep to print.")
  var depth = 3

  func validate() throws {
    guard !explain || !templateValues && format == .text else {
      throw ValidationError("--explain prints text, and takes no other form.")
    }
    guard (1...10).contains(depth) else { throw ValidationError("--depth must be a number from 1 to 10.") }
  }

  func run() async throws {
    let base = try await location.read(location.progress.line())
    let graph = base.graph
    let entity = try usage { () throws(QueryError) -> EntityID in try graph.target(named: name).entity }
    if templateValues {
      try Terminal.data(base.site.templateValues(of: entity, depth: depth).text)
    } else {
      switch format {
      case .text:
        try Terminal.output(
          explain ? EntityText.explained(entity, in: graph) : EntityText.of(entity, in: graph))
      case .json: try Terminal.data(EntityJSON(graph, url: base.site.routes.location)(entity).text)
      }
    }
    try base.finish()
  }
}
