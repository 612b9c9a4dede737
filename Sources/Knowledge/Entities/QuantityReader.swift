import Diagnostics
import FrontMatter

extension EntityReader {
  /// A quantity in its short form (`≥ 85 %`) or its long form (`{op: ">=", value: 85, unit: "%"}`).
  mutating func quantity(_ node: YAMLNode, field: Field) -> Quantity? {
    if let text = node.text { return quantity(Quantity.parse(text), node) }
    guard case .mapping(let entries) = node.content else {
      report(
        .wrongType, "'\(field.name)' must be a quantity, not \(node.sort)", at: node,
        help: "write '85 %', '≥ 1,000 firms' or {value: 85, unit: '%'}")
      return nil
    }
    for entry in entries where !Quantity.Fields.names.contains(entry.key) {
      reportUnknown(entry, "a quantity", known: Quantity.Fields.names)
    }
    for entry in entries
    where Quantity.Fields.names.contains(entry.key) && entry.value.text == nil && !entry.value.isNull {
      report(
        .wrongType, "'\(entry.key)' of a quantity must be text, not \(entry.value.sort)", at: entry.value)
    }
    func text(_ key: String) -> String? { entries.first { $0.key == key }?.value.text }
    let fields = Quantity.Fields(
      op: text("op"), value: text("value"), scale: text("scale"), unit: text("unit"),
      currency: text("currency"),
      scope: text("scope"), words: text("words"))
    return quantity(Quantity.make(from: fields), node, entries)
  }

  /// A mistake in one key of the long form is shown there.
  private mutating func quantity(
    _ result: Result<Quantity, InvalidValue>, _ node: YAMLNode, _ entries: [YAMLNode.Entry] = []
  ) -> Quantity? {
    switch result {
    case .success(let quantity): return quantity
    case .failure(let reason):
      let place = entries.first { $0.key == reason.field }?.value ?? node
      report(.invalidQuantity, reason.message, at: place, help: reason.help)
      return nil
    }
  }
}
