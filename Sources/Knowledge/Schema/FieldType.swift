/// What a field holds.
package indirect enum FieldType: Hashable, Sendable {
  case text, markdown, date, quantity, url, flag
  case enumeration([String])
  case reference(Relation)
  case record([Field])

  /// The types of which the name says all.
  static let plain: [FieldType] = [.text, .markdown, .date, .quantity, .url, .flag]

  package static let names = plain.map(\.name) + ["enumeration", "reference", "record"]

  /// The word that `schema.yaml` uses.
  package var name: String { traits.name }

  /// For messages: "an enumeration".
  package var withArticle: String {
    let article = if case .enumeration = self { "an" } else { "a" }
    return "\(article) \(name)"
  }
}

/// What is particular about a type, besides what its values are: a new one says here what it's like.
package struct FieldTraits: Sendable {
  fileprivate let name: String
  /// Whether a condition may ask for less and more.
  package var isOrdered = false
  /// Whether its values are few enough, and plain enough, to narrow a list by each.
  package var isFacet = false
  /// Whether a word or a number tells it.
  package var isShort = false
  /// Whether what it holds is told by numbers, of which none stands for another.
  package var isMeasure = false
  /// A value of it, short enough for the end of a line.
  package var sample = "…"
}

extension FieldType {
  package var traits: FieldTraits {
    switch self {
    case .text: FieldTraits(name: "text", isOrdered: true)
    case .markdown: FieldTraits(name: "markdown")
    case .date:
      FieldTraits(
        name: "date", isOrdered: true, isFacet: true, isShort: true, isMeasure: true, sample: "2021-06-01")
    case .quantity:
      FieldTraits(name: "quantity", isOrdered: true, isShort: true, isMeasure: true, sample: "'≥ 85 %'")
    case .url: FieldTraits(name: "url", sample: "https://…")
    case .flag: FieldTraits(name: "flag", isFacet: true, isShort: true, sample: "true")
    case .enumeration(let values):
      FieldTraits(name: "enumeration", isFacet: true, isShort: true, sample: values.first ?? "…")
    case .reference: FieldTraits(name: "reference", isFacet: true)
    case .record: FieldTraits(name: "record")
    }
  }
}
