/// What is only proposed, beside what holds on the day.
extension KnowledgeGraph {
  /// What an entity says where a path leads, with what is only proposed: that is marked.
  func itemsWithProposals(at path: FieldPath, of entity: EntityID) -> [QueryItem] {
    itemsWithProposals(of: path.root, in: entity).flatMap { $0.itemsWithProposals(at: path.subfields[...]) }
  }

  private func itemsWithProposals(of root: FieldPath.Root, in id: EntityID) -> [QueryItem] {
    switch root {
    case .field(let number):
      // The facts of records keep what is only proposed in them.
      guard let fact = self[id].fact(number) else { return items(of: root, in: id) }
      return fact.itemsWithProposals(fact.todayWithHistory)
    case .inverse(let name):
      return edges(to: id, inverse: name).filter { $0.isCurrent || $0.isProposed }.map { edge in
        var item = QueryItem(edge)
        // What a thing names that only a draft makes is read alike from both ends.
        item.isProposed = edge.isProposed || isProposed(edge.from)
        return item
      }
    default: return items(of: root, in: id)
    }
  }
}

extension QueryItem {
  /// The items in fields of its records, with what is only proposed.
  func itemsWithProposals(at subfields: ArraySlice<Int>) -> [QueryItem] {
    subfields.reduce([self]) { items, field in
      items.flatMap { item -> [QueryItem] in
        guard let fact = item.record?.fact(field) else { return [] }
        return fact.itemsWithProposals(fact.today, within: item.said).map { inner in
          var inner = inner
          inner.isProposed = inner.isProposed || item.isProposed
          return inner
        }
      }
    }
  }
}

extension Fact {
  /// - Parameter today: what of it holds on the day.
  fileprivate func itemsWithProposals(_ today: Fact?, within outer: Provenance = Provenance()) -> [QueryItem]
  {
    let proposed = (self.proposed?.queryItems(within: outer) ?? []).map { item in
      var item = item
      item.isProposed = true
      return item
    }
    return (today?.queryItems(within: outer) ?? []) + proposed
  }

  /// Its claims that are only proposed, and the proposed items of those that hold; `nil` where there are none.
  private var proposed: Fact? {
    guard !isWhole else { return nil }
    var fact = self
    fact.claims = claims.compactMap(\.proposed)
    fact.isWhole = true
    return fact.claims.isEmpty ? nil : fact
  }
}

extension Claim {
  /// It keeps its span, by which it differs from claims that hold.
  fileprivate var proposed: Claim? {
    var claim = self
    if let span, span.tense == .proposed {
      claim.value = value.inItsTime(span)
      return claim
    }
    let items = holds ? value.items.compactMap(\.proposed) : []
    claim.value = .list(items)
    return items.isEmpty ? nil : claim
  }
}

extension FieldValue {
  fileprivate var proposed: FieldValue? {
    let span: Span? =
      switch self {
      case .reference(let item): item.span
      case .record(let record): record.span
      default: nil
      }
    guard let span, span.tense == .proposed else { return nil }
    return inItsTime(span)
  }
}
