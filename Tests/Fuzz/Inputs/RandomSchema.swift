/// A schema by the rules, but for a mistake here and there.
struct RandomSchema {
  private(set) var text = "kinds:\n"

  private static let names = [
    "policy", "agency", "measure", "source", "discrepancy", "page", "é", "a-b", "type", "1",
  ]
  private static let fieldNames = [
    "a", "b", "c", "title", "value", "date", "source", "names", "a_b", "制度", "publish", "n",
  ]

  init(_ dice: inout Dice) {
    let kinds = (0...dice.below(4)).map { _ in dice.pick(Self.names) }
    for kind in kinds {
      let fields = (0...dice.below(5)).map { _ in dice.pick(Self.fieldNames) }
      text += "  \(kind):\n"
      if dice.once(in: 2) {
        text += "    folder: \(dice.pick(kinds))\(dice.pick(["", "s", "/x", "..", " b"]))\n"
      }
      if dice.once(in: 3) {
        text += "    label: \(dice.pick(["A", "{one: A, many: B}", "{one: ~}", "[]"]))\n"
      }
      if dice.once(in: 3) { text += "    columns: [\(dice.pick(fields))]\n" }
      if dice.once(in: 3) { text += "    facets: [\(dice.pick(fields))]\n" }
      text += "    fields:\n"
      for field in fields { text += "      \(field): \(Self.field(kinds, depth: 0, &dice))\n" }
    }
    if dice.once(in: 3) {
      text += "claims: {source: \(dice.pick(kinds)), discrepancy: \(dice.pick(kinds))}\n"
    }
  }

  /// Records have fields of their own, and relations qualifiers; how deep is limited.
  private static func field(_ kinds: [String], depth: Int, _ dice: inout Dice) -> String {
    var parts: [String] = []
    let inner = { (name: String, dice: inout Dice) in
      "\(name): {\(dice.pick(fieldNames)): \(field(kinds, depth: depth + 1, &dice)), n: {type: text}}"
    }
    if dice.once(in: 3) {
      parts.append("to: \(dice.once(in: 3) ? "[\(kinds.joined(separator: ", "))]" : dice.pick(kinds))")
      if dice.once(in: 2) { parts.append("inverse: \(dice.pick(fieldNames))") }
      if dice.once(in: 4) { parts.append("acyclic: true") }
      if dice.once(in: 4), depth < 3 { parts.append(inner("qualifiers", &dice)) }
    } else {
      let type = dice.pick([
        "text", "markdown", "quantity", "date", "enumeration", "record", "url", "flag", "number",
      ])
      parts.append("type: \(type)")
      if type == "enumeration" { parts.append("values: [a, b, \(dice.pick(fieldNames))]") }
      if type == "record", depth < 3 { parts.append(inner("fields", &dice)) }
      if type == "text", dice.once(in: 4) { parts.append("alias: name") }
      if type == "text", dice.once(in: 4) { parts.append("languages: true") }
    }
    if dice.once(in: 3) { parts.append("many: true") }
    if dice.once(in: 5) { parts.append("required: true") }
    if dice.once(in: 5) { parts.append("label: \(dice.pick(fieldNames))") }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}
