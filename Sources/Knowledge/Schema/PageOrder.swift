import Diagnostics
import FrontMatter

/// In which order a kind's pages tell things: what a reader asks for comes first.
package struct PageOrder: Hashable, Sendable {
  /// The fields that stand beside the kind's name, by number.
  package var head: [Int] = []
  /// The facts of the first screen, by number.
  package var glance: [Int] = []
  /// What follows, each under a heading of its own. What none of the three names stands behind.
  package var then: [Part] = []

  package enum Part: Hashable, Sendable {
    case field(Int)
    /// A relation that others declare, by its name from this end.
    case inverse(String)
    /// The page's own text.
    case text
  }

  static let textName = "text"
}

extension SchemaReader {
  /// `page: {head: [type], glance: [issued_by, published], then: [measures, text]}`
  mutating func pageOrder(_ node: YAMLNode, of kind: Kind, in kinds: [Kind]) -> PageOrder {
    var reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "'page'")
    let head = reader.texts("head", wrong: .invalidSchema) ?? []
    let glance = reader.texts("glance", wrong: .invalidSchema) ?? []
    let then = reader.texts("then", wrong: .invalidSchema) ?? []
    reader.finish(unknown: .invalidSchema, what: "'page'")
    diagnostics += reader.diagnostics
    checkDuplicates(head + glance + then, in: "the names in 'page' of kind '\(kind.name)'")
    var order = PageOrder()
    order.head = head.compactMap { fact($0, of: kind) }
    order.glance = glance.compactMap { fact($0, of: kind) }
    let inverses = inverseNames(leadingTo: kind.name, in: kinds)
    order.then = then.compactMap { node in
      let name = node.text ?? ""
      if name == PageOrder.textName { return .text }
      if let field = kind.fieldIndex(named: name) { return .field(field) }
      if inverses.contains(name) { return .inverse(name) }
      let known = kind.fields.map(\.name) + inverses + [PageOrder.textName]
      diagnostics.append(
        Diagnostic(
          .invalidSchema,
          "'\(name)' is neither a field of kind '\(kind.name)' nor a relation that leads to it"
            + didYouMean(name, among: known), at: node.place(in: path),
          help: "name fields, the 'inverse' of relations, or 'text' for the page's own text"))
      return nil
    }
    return order
  }

  private mutating func fact(_ node: YAMLNode, of kind: Kind) -> Int? {
    let name = node.text ?? ""
    if let number = kind.fieldIndex(named: name), number >= Kind.commonFields.count { return number }
    diagnostics.append(
      Diagnostic(
        .invalidSchema,
        "kind '\(kind.name)' has no field '\(name)' to show first"
          + didYouMean(name, among: kind.fields.dropFirst(Kind.commonFields.count).map(\.name)),
        at: node.place(in: path)))
    return nil
  }

  private func inverseNames(leadingTo kind: String, in kinds: [Kind]) -> [String] {
    kinds.flatMap(\.fields).flatMap(\.relations).filter { $0.targets.contains(kind) }
      .compactMap { $0.inverse?.name }.unique
  }
}

extension Field {
  /// Its own, and those of the fields of its records.
  fileprivate var relations: [Relation] {
    (relation.map { [$0] } ?? []) + (recordFields ?? []).flatMap(\.relations)
  }
}
