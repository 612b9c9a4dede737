import ArgumentParser
import Diagnostics
import Files
import Folding
import Knowledge
import Pipeline
import Site

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Starts an entity: a file with the fields of its kind, ready to be filled in.")

  @OptionGroup var location: RootOptions

  @Argument(help: "A kind of schema.yaml, such as policy.", completion: .kinds)
  var kind: String

  @Argument(help: "The new entity's slug, such as guiding-opinions-2021.")
  var slug: String

  @Option(help: "Its title; without one, the slug made readable.")
  var title: String?

  func validate() throws {
    if let fault = title.flatMap(Skeleton.fault) { throw ValidationError("--title: \(fault)") }
  }

  func run() async throws {
    let base = try await Build(root: location.root).read()
    let schema = base.graph.schema
    let id = try usage { () throws(QueryError) -> KindID in try schema.kind(asked: kind) }
    let slug = try usage { () throws(QueryError) in try Slug.asked(self.slug, of: schema[id], in: schema) }
    let skeleton = Skeleton(kind: schema[id], slug: slug, title: title)
    let text = base.parsed.formatted(SourceText(path: skeleton.path, text: skeleton.text))
    try createNewFile(skeleton.path, in: location.root, text)
    try Terminal.report("wrote \(skeleton.path)\nnext: fill it in, then remit check\n")
  }
}
