import Diagnostics
import FrontMatter

/// Which things of a kind have no page of their own, and on whose page they are a section instead.
package struct KindSections: Hashable, Sendable {
  /// The relations to the thing on whose page the section stands, by number: the first that leads somewhere counts. Where
  /// none does, it stands in the kind's list.
  package var under: [Int] = []
  /// Whether all things of the kind are sections, unless their files say otherwise.
  package var isUsual = false

  package static let none = KindSections()
}

extension Kind {
  /// The key by which a file says whether its thing is a section. A kind with a field of this name keeps the field, and
  /// a plain page may use the word as it likes.
  package static let sectionKey = "section"

  var hasSectionKey: Bool { !isPlainPage && field(named: Kind.sectionKey) == nil }

  /// The keys of its files that are no fields.
  var ownControlKeys: [String] { Kind.controlKeys + (hasSectionKey ? [Kind.sectionKey] : []) }
}

extension SchemaReader {
  /// `sections: {under: [broader, part_of], all: true}`
  mutating func sections(_ node: YAMLNode?, of kind: Kind) -> KindSections {
    guard let node else { return .none }
    var reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "'sections'")
    let names = reader.texts("under", wrong: .invalidSchema) ?? []
    let isUsual = reader.flag("all", wrong: .invalidSchema) ?? false
    reader.finish(unknown: .invalidSchema, what: "'sections'")
    diagnostics += reader.diagnostics
    var sections = KindSections(isUsual: isUsual)
    for name in names {
      do {
        sections.under.append(try kind.fieldIndex(named: name.text ?? "", for: .reference))
      } catch {
        diagnostics.append(
          Diagnostic(.invalidSchema, error.message, at: name.place(in: path), help: error.help))
      }
    }
    return sections
  }
}
