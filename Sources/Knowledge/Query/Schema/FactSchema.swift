import Diagnostics

extension FrontMatterSchema {
  /// A field in every form that a fact may have.
  ///
  /// - Parameter owner: the path of names that the field stands under, such as `measure.actions`.
  mutating func fact(_ field: Field, owner: String) -> JSON {
    let name = definitionName(of: field, owner: owner)
    let fact = shared(name + ":fact") { builder in
      let value = builder.value(field, owner: owner)
      let claim = builder.shared(name + ":claim") { $0.claim(value) }
      let claims: JSON = ["type": "array", "items": claim, "minItems": 1]
      return ["anyOf": [value, claim, claims, builder.longForm(claims), ["type": "null"]]]
    }
    return described(fact, field.label, field.help ?? defaultDescription(field))
  }

  /// A field's plain value, or the list of them; a list of one may be written without its brackets.
  mutating func value(_ field: Field, owner: String) -> JSON {
    let single = single(field, owner: owner)
    return field.isList ? ["anyOf": [["type": "array", "items": single], single]] : single
  }

  /// Fields of one simple type share their definitions; the others have their own.
  private func definitionName(of field: Field, owner: String) -> String {
    let name: String
    switch field.type {
    case .enumeration, .reference, .record: name = owner + "." + field.name
    case .text where field.hasLanguages: name = "LocalizedText"
    default: name = field.type.name.capitalizedFirst
    }
    return field.isList ? name + ":list" : name
  }

  private func defaultDescription(_ field: Field) -> String? {
    switch field.type {
    case .reference(let relation):
      let inverse = relation.inverse.map { "; there it reads '\($0.label)'" } ?? ""
      return "Names of \(relation.targets.joined(separator: " or "))\(inverse)"
    case .date: return "Such as 2021-06-01, 2019-10~ or 2025"
    case .quantity: return "Such as ≥ 85 % or {words: thousands}"
    default: return nil
    }
  }

  private mutating func single(_ field: Field, owner: String) -> JSON {
    let path = owner + "." + field.name
    switch field.type {
    case .text: return field.hasLanguages ? localizedText : text
    case .markdown: return text
    case .date: return date
    case .quantity: return quantity
    case .url: return url
    case .flag: return flag
    case .enumeration(let values): return enumeration(values)
    case .reference(let relation): return shared(path) { $0.item(relation, path: path) }
    case .record(let fields): return shared(path) { $0.record(fields, path: path) }
    }
  }

  private mutating func claim(_ value: JSON) -> JSON {
    object(JSON.member("is", value) + statement, required: ["is"])
  }

  private mutating func longForm(_ claims: JSON) -> JSON {
    object(
      JSON.members([
        "claims": claims,
        "class": shared("DiscrepancyClass") { $0.enumeration($0.schema.discrepancyClasses) },
        "state": shared("DiscrepancyState") { $0.enumeration(Schema.discrepancyStates) },
        "prefer": described(text, "The source whose claim is shown first"),
        "reason": text,
      ]), required: ["claims"])
  }

  /// An item of a relation: a name, or a name with all that is said about it.
  private mutating func item(_ relation: Relation, path: String) -> JSON {
    let qualifiers = relation.qualifiers.flatMap { field in
      JSON.member(field.name, described(value(field, owner: path), field.label, field.help))
    }
    let taken = Set(qualifiers.map(\.key))
    let long = object(
      JSON.member("to", text) + qualifiers + statement.filter { !taken.contains($0.key) },
      required: ["to"])
    return ["anyOf": [text, long]]
  }

  private mutating func record(_ fields: [Field], path: String) -> JSON {
    let id = JSON.member("id", described(text, "Id", "A target for links: the page's address and #id"))
    let facts = fields.flatMap { JSON.member($0.name, fact($0, owner: path)) }
    let taken = Set(facts.map(\.key))
    return object(
      (taken.contains("id") ? [] : id) + facts + statement.filter { !taken.contains($0.key) },
      required: fields.filter(\.isRequired).map(\.name))
  }
}
