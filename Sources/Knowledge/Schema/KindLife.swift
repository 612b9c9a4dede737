import Diagnostics
import FrontMatter

/// Which fields of a kind say from when to when its things are there, such as a policy in force.
package struct KindLife: Hashable, Sendable {
  /// The date on whose first day they begin.
  package var from: Int?
  /// The date on whose first day they have ended.
  package var until: Int?
  /// The date on whose last day they still are.
  package var through: Int?

  init() {}

  /// Of a kind whose things are always there.
  package static let none = KindLife()
}

extension SchemaReader {
  /// `life: {from: effective, through: expires}`
  mutating func life(_ node: YAMLNode?, of kind: Kind) -> KindLife {
    var life = KindLife()
    guard let node else { return life }
    var reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "'life'")
    life.from = date("from", &reader, of: kind)
    life.until = date("until", &reader, of: kind)
    life.through = date("through", &reader, of: kind)
    if life.until != nil, life.through != nil {
      reader.report(
        .invalidSchema,
        "a life can have only one end: 'until' is the first day after it, 'through' its last day",
        at: node, help: "remove one of the two")
    }
    reader.finish(unknown: .invalidSchema, what: "'life' of kind '\(kind.name)'")
    diagnostics += reader.diagnostics
    return life
  }

  private func date(_ key: String, _ reader: inout MappingReader, of kind: Kind) -> Int? {
    guard let written = reader.text(key, wrong: .invalidSchema), let node = reader.node(key) else {
      return nil
    }
    do {
      return try kind.fieldIndex(named: written, for: .date)
    } catch {
      reader.report(.invalidSchema, error.message, at: node, help: error.help)
      return nil
    }
  }
}
