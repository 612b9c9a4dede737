import Diagnostics
import FrontMatter

/// What makes things of a kind stand in a row: they are parts of the same thing, as articles are of a law.
package struct KindSiblings: Hashable, Sendable {
  /// The relation to what they are parts of, by number.
  package let under: Int
  /// The text that numbers them.
  package var number: Int?
}

extension SchemaReader {
  /// `siblings: {under: part_of, number: number}`
  mutating func siblings(_ node: YAMLNode?, of kind: Kind) -> KindSiblings? {
    guard let node else { return nil }
    var reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "'siblings'")
    let under = field("under", for: .reference, &reader, of: kind)
    let number = field("number", for: .plainText, &reader, of: kind)
    if case .mapping = node.content, reader.node("under") == nil {
      reader.report(
        .invalidSchema, "'siblings' of kind '\(kind.name)' do not say what they stand 'under'",
        at: node, help: "such as siblings: {under: part_of}")
    }
    reader.finish(unknown: .invalidSchema, what: "'siblings' of kind '\(kind.name)'")
    diagnostics += reader.diagnostics
    return under.map { KindSiblings(under: $0, number: number) }
  }

  private func field(
    _ key: String, for need: FieldNeed, _ reader: inout MappingReader, of kind: Kind
  ) -> Int? {
    guard let written = reader.text(key, wrong: .invalidSchema), let node = reader.node(key) else {
      return nil
    }
    do {
      return try kind.fieldIndex(named: written, for: need)
    } catch {
      reader.report(.invalidSchema, error.message, at: node, help: error.help)
      return nil
    }
  }
}
