import Diagnostics

extension FrontMatterSchema {
  /// A field in every form that a fact may have.
  ///
  /// - Parameter owner: the path of names that the field stands under, such as `measure.actions`.
  mutating func fact(_ field: Field, owner: String) -> JSON {
    let name = definitionName(of: field, owner: owner)
    let fact = shared(name + ":fact") { builder in
      let value = builder.value(field, owner: owner)
      let claim = builder.shared(name + ":claim") { $0.claim(value, under: "is") }
      let claims = builder.claims(claim, of: value, field, name)
      return ["anyOf": [value, claim, claims, builder.longForm(claims), ["type": "null"]]]
    }
    return described(fact, field.label, field.help ?? defaultDescription(field))
  }

  /// A field's plain value, or the list of them; a list of one may be written without its brackets.
  mutating func value(_ field: Field, owner: String) -> JSON {
    let single = single(field, owner: owner)
    guard field.isList else { return single }
    let form = GroupForm(field)
    guard field.mayHaveProvenance, !form.shared.contains(GroupForm.itemsKey) else { return oneOrMore(single) }
    let group = shared(owner + "." + field.name + ":group") { $0.group(of: field, single, owner: owner) }
    return oneOrMore(["anyOf": [single, group]])
  }

  func oneOrMore(_ item: JSON) -> JSON { ["anyOf": [["type": "array", "items": item], item]] }

  /// Fields of one simple type share their definitions; the others have their own.
  private func definitionName(of field: Field, owner: String) -> String {
    let name: String
    switch field.type {
    case .enumeration, .reference, .record: name = owner + "." + field.name
    case .text where field.hasLanguages: name = "LocalizedText"
    case .date where field.allowsNever: name = "DateOrNever"
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
    case .date: return field.allowsNever ? ["anyOf": [date, ["const": .string(Field.never)]]] : date
    case .quantity: return quantity
    case .url: return url
    case .flag: return flag
    case .enumeration(let values): return enumeration(values)
    case .reference(let relation): return shared(path) { $0.item(relation, path: path) }
    case .record(let fields): return shared(path) { $0.record(fields, path: path) }
    }
  }

  private mutating func claim(_ value: JSON, under key: String) -> JSON {
    object(JSON.member(key, value) + statement, required: [key])
  }

  /// A list of claims, with or without groups, or a group alone. A group of plain values is one claim.
  private mutating func claims(_ claim: JSON, of value: JSON, _ field: Field, _ name: String) -> JSON {
    let group = shared(name + ":claims") { builder in
      let inner: JSON = ["anyOf": [claim, ["$ref": .string(Self.reference(name + ":claims"))]]]
      let items =
        field.mayHaveProvenance ? builder.oneOrMore(inner) : ["anyOf": [builder.oneOrMore(inner), value]]
      return builder.claim(items, under: GroupForm.itemsKey)
    }
    let item: JSON = ["anyOf": [claim, group]]
    return ["anyOf": [["type": "array", "items": item, "minItems": 1], group]]
  }

  /// Items of a relation or records, and what is written once for all of them.
  private mutating func group(of field: Field, _ single: JSON, owner: String) -> JSON {
    let path = owner + "." + field.name
    var item = single
    var common: [JSON.Member] = []
    switch field.type {
    case .record(let fields):
      // What a record requires may stand at the group.
      item = shared(path + ":part") { $0.record(fields, path: path, isPart: true) }
      common = facts(of: fields, path: path)
    case .reference(let relation): common = qualifiers(of: relation, path: path)
    default: break
    }
    let items: JSON = ["anyOf": [item, ["$ref": .string(Self.reference(path + ":group"))]]]
    let taken = Set(common.map(\.key))
    return object(
      JSON.member(GroupForm.itemsKey, oneOrMore(items)) + common
        + statement.filter { !taken.contains($0.key) },
      required: [GroupForm.itemsKey])
  }

  private mutating func qualifiers(of relation: Relation, path: String) -> [JSON.Member] {
    relation.qualifiers.flatMap { field in
      JSON.member(field.name, described(value(field, owner: path), field.label, field.help))
    }
  }

  private mutating func facts(of fields: [Field], path: String) -> [JSON.Member] {
    fields.flatMap { JSON.member($0.name, fact($0, owner: path)) }
  }

  private mutating func longForm(_ claims: JSON) -> JSON {
    object(
      JSON.members(["claims": claims])
        + AssessmentKey.allCases.flatMap { JSON.member($0.rawValue, assessment($0)) },
      required: ["claims"])
  }

  private mutating func assessment(_ key: AssessmentKey) -> JSON {
    switch key {
    case .discrepancyClass: shared("DiscrepancyClass") { $0.enumeration($0.schema.discrepancyClasses) }
    case .state: shared("DiscrepancyState") { $0.enumeration(Schema.discrepancyStates) }
    case .weight: shared("DiscrepancyWeight") { $0.enumeration(DiscrepancyWeight.names) }
    case .prefer: described(text, "The source whose claim is shown first")
    case .reason: text
    }
  }

  /// An item of a relation: a name, or a name with all that is said about it.
  private mutating func item(_ relation: Relation, path: String) -> JSON {
    let qualifiers = qualifiers(of: relation, path: path)
    let taken = Set(qualifiers.map(\.key))
    let long = object(
      JSON.member("to", text) + qualifiers + statement.filter { !taken.contains($0.key) },
      required: ["to"])
    return ["anyOf": [text, long]]
  }

  private mutating func record(_ fields: [Field], path: String, isPart: Bool = false) -> JSON {
    let own = JSON.members([
      "id": described(text, "Id", "A target for links: the page's address and #id"),
      Kind.defaultsKey: defaults,
    ])
    let facts = facts(of: fields, path: path)
    let taken = Set(facts.map(\.key))
    return object(
      own.filter { !taken.contains($0.key) } + facts + statement.filter { !taken.contains($0.key) },
      required: isPart ? [] : fields.filter(\.isRequired).map(\.name))
  }
}
