import Knowledge
import Templates

extension PageValues {
  /// The items of a relation, each target once, with all that is said of it.
  func relationValues(_ claims: [Claim]) -> [Value] {
    var targets: [Target] = []
    var said: [Target: [Value]] = [:]
    for claim in claims {
      for case .reference(let item) in claim.value.items {
        guard let target = item.target else { continue }
        if said[target] == nil { targets.append(target) }
        said[target, default: []] += statements(item, of: claim.provenance)
      }
    }
    return targets.map { target in
      item(target, statements: said[target] ?? [], details: detailsRelations ? measures(of: target) : nil)
    } + nobody(claims)
  }

  /// That a source names none is worth telling too.
  func nobody(_ claims: [Claim], type: String = "reference") -> [Value] {
    let said = claims.filter { $0.value.items.isEmpty && !$0.provenance.isEmpty }
    guard !said.isEmpty else { return [] }
    return [
      value(
        site.theme.strings["nobody"] ?? "–", type: type,
        statements: said.map { statement($0.provenance) })
    ]
  }

  /// Relations that other entities declare: by name, each with the entities at the other end.
  func inverses() -> Value {
    var groups: [(relation: Relation.Inverse, edges: [Edge])] = []
    for edge in graph.edges(to: entity) {
      guard let inverse = graph.schema.relation(of: edge)?.inverse else { continue }
      if let index = groups.firstIndex(where: { $0.relation.name == inverse.name }) {
        groups[index].edges.append(edge)
      } else {
        groups.append((inverse, [edge]))
      }
    }
    return .list(groups.map { inverse($0.relation, $0.edges) })
  }

  private func inverse(_ relation: Relation.Inverse, _ edges: [Edge]) -> Value {
    var origins: [Target] = []
    var said: [Target: [Value]] = [:]
    for edge in edges {
      let origin = Target(edge.from, anchor: edge.fromAnchor)
      if said[origin] == nil { origins.append(origin) }
      said[origin, default: []] += statements(edge.item, of: edge.claim)
    }
    return [
      "name": .text(relation.name),
      "label": .text(relation.label),
      "anchor": .text("rel-" + relation.name),
      "count": .text(String(origins.count)),
      "items": .list(
        origins.map { origin in
          let known = edges.filter { $0.from == origin.entity }.map(\.field.index)
          return item(
            origin, statements: said[origin] ?? [], details: details(of: origin, without: Set(known)))
        }),
    ]
  }

  /// The entity at the other end of a relation.
  func item(_ target: Target, statements: [Value], details: [Value]? = nil) -> Value {
    let title = graph.title(of: target.entity)
    var more: Object = [
      "href": .text(href(target)),
      "short": .text(short(target.entity)),
      "kind": .text(graph.schema[graph[target.entity].kind].label.one),
    ]
    if let details { more["details"] = .list(details) }
    return value(
      target.anchor.map { "\(title) (\($0))" } ?? title, type: "reference", statements: statements, more)
  }

  /// What the list of its kind would tell of an entity.
  ///
  /// - Parameter known: the relations that led here.
  private func details(of origin: Target, without known: Set<Int> = []) -> [Value] {
    let kind = graph.schema[graph[origin.entity].kind]
    return kind.columns.compactMap { kind.fieldIndex(named: $0) }.filter { !known.contains($0) }
      .compactMap { column in
        guard let fact = graph[origin.entity].fact(column) else { return nil }
        let field = kind.fields[column]
        return [
          "label": .text(field.label), "type": .text(field.type.name),
          "values": .list(cell(fact, field)),
          "is_disputed": .flag(fact.isDisputed),
        ]
      }
  }

  /// Of that, what is told in a word or a number: a relation names the thing itself, with its sources.
  private func measures(of target: Target) -> [Value] {
    let kind = graph.schema[graph[target.entity].kind]
    let others = kind.fields.indices.filter { !kind.fields[$0].isShort }
    return details(of: target, without: Set(others))
  }

  /// What an item of a relation says beside its target, else what its claim says; nothing, where it's a bare name.
  func statements(_ item: ReferenceItem, of claim: Provenance = Provenance()) -> [Value] {
    let said = item.provenance.said(within: claim)
    if item.qualifiers.isEmpty, said.isEmpty { return [] }
    return [statement(said, qualifiers: item.qualifiers)]
  }
}

extension Field {
  fileprivate var isShort: Bool {
    switch type {
    case .date, .quantity, .enumeration, .flag: true
    case .text, .markdown, .url, .reference, .record: false
    }
  }
}
