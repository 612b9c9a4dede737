import Knowledge
import Templates

/// The items of relations, from either end.
enum ShownItem {
  /// What is told of the entity at the other end.
  enum Details: Sendable {
    case none
    /// What is told in a word or a number: a relation names the thing itself, with its sources.
    case short
    /// All but the fields of these numbers, which led here.
    case all(besides: Set<Int>)
  }
}

/// What the list of its kind would tell of an entity: one column.
struct ShownDetail: Sendable {
  let page: PageContext
  let fact: Fact
  let field: Field

  static let record: RecordType<ShownDetail> = RecordType([
    .text("label", "from the schema") { $0.field.label },
    .text("type", "from the schema") { $0.field.type.name },
    .list("values", "what the entity says", of: ShownValue.record) { $0.page.cell($0.fact, $0.field) },
    .flag("is_disputed", "the claims disagree, and nobody has explained it") { $0.fact.isOpen },
  ])
}

extension PageContext {
  func details(of id: EntityID, _ details: ShownItem.Details) -> [ShownDetail] {
    let entity = graph[id]
    let kind = graph.schema[entity.kind]
    return kind.columns.compactMap { kind.fieldIndex(named: $0) }.compactMap { column in
      let field = kind.fields[column]
      guard details.shows(column, field), let fact = entity.today(column), !fact.isUnknown else { return nil }
      return ShownDetail(page: self, fact: fact, field: field)
    }
  }

  /// The entity at the other end of a relation.
  func item(
    _ target: Target, _ statements: [ShownStatement] = [], details: ShownItem.Details = .none
  ) -> ShownValue {
    ShownValue(page: self, content: .item(target, details), type: "reference", statements: statements)
  }

  /// Whether a relation of the page's own entity leads to those who have something to do.
  func isTask(_ field: Field) -> Bool {
    owner.map { site.views.isTask(field, of: graph[$0].kind) } ?? false
  }

  /// The items of a relation, each target once, with all that is said of it.
  ///
  /// - Parameter tellsFollowers: whether beside a body that others follow stands who has its tasks now.
  func items(
    _ claims: [Claim], details: ShownItem.Details, tellsFollowers: Bool = false,
    addresses: ClaimAddresses = .none
  ) -> [ShownValue] {
    var targets: [Target] = []
    var said: [Target: [ShownStatement]] = [:]
    for claim in claims {
      for case .reference(let item) in claim.value.items {
        guard let target = item.target else { continue }
        if said[target] == nil { targets.append(target) }
        said[target, default: []] += statements(
          item.provenance.said(within: claim.provenance), item.qualifiers, anchor: addresses[item])
      }
    }
    let items = targets.map { target in
      var item = item(target, said[target] ?? [], details: details)
      item.tellsFollowers = tellsFollowers
      return item
    }
    return items + nobody(claims, type: "reference")
  }

  /// That a source names none is worth telling too.
  func nobody(_ claims: [Claim], type: String) -> [ShownValue] {
    let said = claims.filter { $0.value.items.isEmpty && !$0.provenance.isEmpty }
    guard !said.isEmpty else { return [] }
    let words = site.theme.strings["nobody"] ?? "–"
    return [
      ShownValue(
        page: self, content: .words(words, language: nil), type: type,
        statements: said.map { statement($0.provenance) })
    ]
  }
}

extension ShownItem.Details {
  fileprivate func shows(_ column: Int, _ field: Field) -> Bool {
    switch self {
    case .none: false
    case .short: field.type.traits.isShort
    case .all(let known): !known.contains(column)
    }
  }
}
