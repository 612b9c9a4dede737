import ArgumentParser
import Diagnostics
import Knowledge
import Pipeline
import Search
import Site

struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds what the knowledge base says, in the order in which the website's search has it.",
    discussion: """
      Names, values, quotes and texts are searched; a word may be begun or misspelt:
        remit search exchequer
        remit search 单项冠军 --kind target
        remit search steel --kind policy,measure
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @OptionGroup var location: ReadOptions

  @Argument(help: "What to look for.")
  var words: [String]

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Only entities of a kind of schema.yaml, such as measure; of several, separated by commas or each with its own --kind.",
      valueName: "kind"), completion: .kinds)
  var kind: [String] = []

  @Option(help: "How many results to print.")
  var limit = 20

  @Option(help: "How to print the answer.")
  var format = Format.table

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be a number from 1.") }
  }

  func run() async throws {
    let base = try await location.read(location.progress.line())
    let kinds = try kind.flatMap { text in
      try usage { () throws(QueryError) -> [KindID] in try base.graph.schema.kinds(listed: text) }
    }
    let found = await FoundPages(words.joined(separator: " "), in: base.site, kinds: kinds, limit: limit)
    switch format {
    case .table: try Terminal.output(found.text(columns: Terminal.columnsOfOutput))
    case .json: try Terminal.data(found.json.text)
    }
    try base.finish()
  }
}
