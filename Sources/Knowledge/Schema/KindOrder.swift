import Diagnostics
import FrontMatter

/// By which of its fields a kind's entities are ordered, wherever several of them stand.
package struct KindOrder: Hashable, Sendable {
  package let field: Int
  /// Whether the last comes first, as with news.
  package let isDescending: Bool

  package init(field: Int, isDescending: Bool = false) {
    self.field = field
    self.isDescending = isDescending
  }
}

extension SchemaReader {
  /// `order: number`, or `order: -published` for the newest first.
  mutating func order(_ node: YAMLNode?, of kind: Kind) -> KindOrder? {
    guard let node else { return nil }
    guard let text = node.text else {
      diagnostics.append(
        Diagnostic(
          .invalidSchema, "'order' must be the name of one field, not \(node.sort)", at: node.place(in: path),
          help: "such as order: title"))
      return nil
    }
    let isDescending = text.hasPrefix("-")
    let name = isDescending ? String(text.dropFirst()) : text
    let fitting = kind.fields.filter(\.givesOrder).map(\.name)
    guard let number = kind.fieldIndex(named: name) else {
      diagnostics.append(
        Diagnostic(
          .invalidSchema,
          "kind '\(kind.name)' has no field '\(name)' to order by" + didYouMean(name, among: fitting),
          at: node.place(in: path), help: "it can be ordered by " + fitting.joined(separator: ", ")))
      return nil
    }
    let field = kind.fields[number]
    guard field.givesOrder else {
      diagnostics.append(
        Diagnostic(
          .invalidSchema,
          "'\(name)' is \(field.isList ? "a list" : field.type.withArticle), and entities cannot be ordered by that",
          at: node.place(in: path), help: "it can be ordered by " + fitting.joined(separator: ", ")))
      return nil
    }
    return KindOrder(field: number, isDescending: isDescending)
  }
}

extension Field {
  /// Whether its one value has a place among others of its type.
  fileprivate var givesOrder: Bool {
    switch type {
    case .text, .date, .quantity, .enumeration, .flag: !isList
    default: false
    }
  }
}
