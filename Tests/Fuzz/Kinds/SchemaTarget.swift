import Diagnostics
import FrontMatter
import Knowledge
import Site

/// A `schema.yaml`, alone and with content that it may fit.
struct SchemaTarget: FuzzTarget {
  var tokens: [String] { SchemaTarget.words }

  static let words: [String] = [
    "kinds:\n", "  policy:\n", "fields:\n", "    fields: {", "}", "{", "[", "]", ": ", ", ", "\n", "\n  ",
    "- ", "type: ",
    "text", "quantity", "date", "enumeration", "record", "url", "flag", "markdown", "number", "to: ",
    "[a, b]", "many: true",
    "languages: true", "required: true", "values: [a]", "inverse: ", "inverse_label: ", "acyclic: true",
    "qualifiers: {",
    "alias: abbreviation", "label: {one: A, many: B}", "folder: ", "columns: [a]", "facets: [a]",
    "claims: {source: a}",
    "discrepancy: ", "classes: [value]", "title", "summary", "aliases", "publish", "page", "unit: ",
    "description: ",
  ]

  func made(_ dice: inout Dice) -> [UInt8]? { Array(RandomSchema(&dice).text.utf8) }

  func problem(of input: [UInt8]) async -> Problem? {
    let file = SourceText(path: "schema.yaml", bytes: input)
    let (root, problems) = readYAML(file)
    var diagnostics = problems
    if let root {
      let read = SchemaReader.read(root, path: file.path)
      diagnostics += read.diagnostics
      if let problem = PrintedText.problem(inJSON: FrontMatterSchema.all(read.schema).text) { return problem }
    }
    if let problem = PrintedDiagnostics(diagnostics, of: [file]).problem { return problem }
    let content = SourceText(
      path: "content/policies/a.md", text: "---\ntitle: A\ntype: b\n---\n# A\n\n[[b]]\n")
    return await BuiltBase([content, file]).problem
  }
}
