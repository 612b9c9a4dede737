import Diagnostics

/// Finds out what the names of a path mean in a kind.
struct FieldPathReader {
  let schema: Schema
  let kind: KindID

  /// A name that may stand at the beginning of a path.
  private struct RootChoice {
    var name: String
    var type: FieldType
    var root: FieldPath.Root
    /// What its items may say beside their target, where the type doesn't tell.
    var qualifiers: [Field] = []
  }

  /// A name that may follow, with the type of what it stands for.
  private struct Choice {
    var name: String
    var type: FieldType
    var step: Step
  }

  private enum Step {
    case subfield(Int)
    case aspect(FieldPath.Aspect)
  }

  func path(_ names: [String]) throws(QueryError) -> FieldPath {
    var written = names.first ?? ""
    let roots = roots
    let first = roots[
      try index(of: written, in: roots.map(\.name), "kind '\(schema[kind].name)' has no field")]
    var path = FieldPath(root: first.root, type: first.type)
    var following = choices(after: first)
    for name in names.dropFirst() {
      if following.isEmpty { throw QueryError("'\(written)' has nothing that '\(name)' could name") }
      let choice = following[
        try index(of: name, in: following.map(\.name), "'\(written)' has no qualifier")]
      switch choice.step {
      case .subfield(let number):
        path.subfields.append(number)
        following = choices(afterFieldOf: choice.type)
      case .aspect(let aspect):
        path.aspect = aspect
        following = []
      }
      path.type = choice.type
      written += "." + name
    }
    return path
  }

  private func index(of name: String, in names: [String], _ complaint: String) throws(QueryError) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    throw QueryError(
      "\(complaint) '\(name)'" + didYouMean(name, among: names),
      help: "it has " + names.joined(separator: ", "))
  }

  private var roots: [RootChoice] {
    let own = [
      RootChoice(name: "id", type: .text, root: .id),
      RootChoice(name: "slug", type: .text, root: .slug),
      RootChoice(name: "kind", type: .enumeration(schema.kindNames), root: .kind),
      RootChoice(name: "alias", type: .text, root: .alias, qualifiers: aliasQualifiers),
    ]
    let fields = schema[kind].fields.enumerated().map { number, field in
      RootChoice(name: field.name, type: field.type, root: .field(number))
    }
    let inverses = schema.inverseRelations(of: kind).map { inverse in
      RootChoice(
        name: inverse.name, type: .reference(Relation(targets: inverse.kinds)), root: .inverse(inverse.name),
        qualifiers: inverse.qualifiers)
    }
    return own + weight + fields + inverses
  }

  /// It comes before the field that may say it, which few entities have.
  private var weight: [RootChoice] {
    guard kind == schema.discrepancyKind else { return [] }
    let written = schema.discrepancyFields[.weight].map { schema[kind].fields[$0].name } ?? "weight"
    let own = schema[kind].fieldIndex(named: written)
    guard own == nil || own == schema.discrepancyFields[.weight] else { return [] }
    return [RootChoice(name: written, type: .enumeration(DiscrepancyWeight.names), root: .weight)]
  }

  private var aliasQualifiers: [Field] {
    let source = schema.sourceKind.map { kind in
      Field(name: "only_in", type: .reference(Relation(targets: [schema[kind].name])), label: "Only in")
    }
    return [
      Field(name: "lang", type: .text, label: "Language"),
      Field(name: "sort", type: .enumeration(Alias.sorts), label: "Sort"),
    ] + [source].compactMap(\.self)
  }

  private func choices(after first: RootChoice) -> [Choice] {
    switch first.root {
    case .id, .slug, .kind, .weight: []
    case .alias, .inverse: qualifiers(first.qualifiers) + statements(besides: first.qualifiers.map(\.name))
    case .field: choices(afterFieldOf: first.type)
    }
  }

  private func choices(afterFieldOf type: FieldType) -> [Choice] {
    switch type {
    case .record(let fields):
      let subfields = fields.enumerated().map { Choice(name: $1.name, type: $1.type, step: .subfield($0)) }
      let id = Choice(name: "id", type: .text, step: .aspect(.recordID))
      return subfields + [id] + statements(besides: fields.map(\.name)) + assessments
    case .reference(let relation):
      return qualifiers(relation.qualifiers) + statements(besides: relation.qualifiers.map(\.name))
        + assessments
    default: return statements(besides: []) + assessments
    }
  }

  private func qualifiers(_ fields: [Field]) -> [Choice] {
    fields.map { Choice(name: $0.name, type: $0.type, step: .aspect(.qualifier($0.name))) }
  }

  private func statements(besides taken: [String]) -> [Choice] {
    ClaimKey.allCases.filter { !taken.contains($0.rawValue) }.compactMap { key in
      key.type(in: schema).map { Choice(name: key.rawValue, type: $0, step: .aspect(.statement(key))) }
    }
  }

  private var assessments: [Choice] {
    [
      Choice(name: "disputed", type: .flag, step: .aspect(.isDisputed)),
      Choice(name: "class", type: .enumeration(schema.discrepancyClasses), step: .aspect(.discrepancyClass)),
      Choice(name: "state", type: .enumeration(Schema.discrepancyStates), step: .aspect(.discrepancyState)),
      Choice(
        name: "weight", type: .enumeration(DiscrepancyWeight.names), step: .aspect(.discrepancyWeight)),
    ]
  }
}
