import ArgumentParser
import Diagnostics
import Knowledge
import Pipeline

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the entities of a kind that meet all conditions.",
    discussion: """
      A condition is field=value or field.qualifier=value, with =, !=, <, <=, > or >=:
        remit list measure --where part_of=guiding-opinions-2021 --where responsible=sasac
        remit list measure --where responsible.role=lead
      Conditions on one relation must hold for the same item of it.
      """)

  @OptionGroup var location: ReadOptions

  @Argument(help: "A kind of schema.yaml, such as measure.", completion: .kinds)
  var kind: String

  @Option(
    name: .customLong("where"), parsing: .singleValue,
    help: ArgumentHelp("A condition; if there are several, all must hold.", valueName: "condition"))
  var conditions: [String] = []

  @Option(help: "How to print the answer.")
  var format = TableFormat.table

  @Option(help: ArgumentHelp("Fields and qualifiers to print, separated by commas.", valueName: "names"))
  var columns: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A field to sort by, numbers and dates by value; -field reverses the order.", valueName: "field"))
  var sort: String?

  func run() async throws {
    let base = try await location.read(location.progress.line())
    let answer = try usage { () throws(QueryError) -> EntityTable in try entities(base.graph) }
    switch format {
    case .table: try Terminal.output(answer.table.text)
    case .csv: try Terminal.data(answer.table.csv)
    case .json: try Terminal.data(answer.json.text)
    }
    try base.finish()
  }

  private func entities(_ graph: KnowledgeGraph) throws(QueryError) -> EntityTable {
    let kind = try graph.schema.kind(asked: kind)
    let query = try Query(kind: kind, where: conditions, in: graph)
    let names = columns?.split { $0 == "," || $0 == " " }.map(String.init)
    let found = query.entities(in: graph)
    let order = try sort.map { text throws(QueryError) in
      try EntityOrder(text, kind: kind, schema: graph.schema)
    }
    return try EntityTable(order?.sorted(found, in: graph) ?? found, kind: kind, columns: names, in: graph)
  }
}
