import ArgumentParser
import Diagnostics
import Knowledge
import Pipeline
import Site

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a JSON Schema of the front matter, so that an editor can complete and check it.")

  @OptionGroup var location: RootOptions

  @Option(help: "One kind of schema.yaml, such as policy; without it, all kinds.", completion: .kinds)
  var kind: String?

  func run() async throws {
    let base = try await Build(root: location.root).read()
    // What is wrong in the content makes the schema no worse.
    let problems = base.errors.filter(\.isOfSchema)
    try DiagnosticOutput(format: .text, sources: base.sources).print(problems)
    let schema = base.graph.schema
    if let kind {
      let id = try usage { () throws(QueryError) -> KindID in try schema.kind(asked: kind) }
      try Terminal.data(FrontMatterSchema.of(id, in: schema).text)
    } else {
      try Terminal.data(FrontMatterSchema.all(schema).text)
    }
    try BuildOptions().finish(problems)
  }
}
