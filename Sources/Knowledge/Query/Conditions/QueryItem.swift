/// One item of a field, with all that is said about it: what the conditions on that field look at.
struct QueryItem {
  var values: [QueryValue]
  var qualifiers: [ReferenceItem.Qualifier] = []
  var record: Record?
  /// Who says so, with what is inherited.
  var said = Provenance()
  /// What is known of a disagreement on the fact that it is an item of.
  var dispute: Dispute?
  /// The claim that it is an item of, where others differ from it or only a proposal makes it.
  var claim: Claim?
  /// Whether it is only proposed, where such items are asked for.
  var isProposed = false
  /// Whether what doesn't hold on the day is looked at too.
  var isAtAnyTime = false

  /// A fact of its record.
  func fact(_ field: Int) -> Fact? { isAtAnyTime ? record?.fact(field) : record?.fact(field)?.today }
}

extension KnowledgeGraph {
  /// - Parameter atAnyTime: with what doesn't hold on the day.
  func items(of root: FieldPath.Root, in id: EntityID, atAnyTime: Bool = false) -> [QueryItem] {
    let entity = self[id]
    switch root {
    case .id: return [QueryItem(values: [.text(self.id(of: id))])]
    case .slug: return [QueryItem(values: [.text(entity.slug)])]
    case .kind: return [QueryItem(values: [.text(schema[entity.kind].name)])]
    case .weight:
      return entity.toldDiscrepancy.map { [QueryItem(values: [.text($0.weight.rawValue)])] } ?? []
    case .alias: return entity.aliases.map(QueryItem.init)
    case .field(Kind.titleField) where entity.fact(Kind.titleField) == nil:
      return [QueryItem(values: [.text(title(of: id))])]
    case .field(let number):
      let fact = atAnyTime ? entity.fact(number) : entity.today(number)
      return fact?.queryItems(atAnyTime: atAnyTime) ?? []
    case .inverse(let name):
      let edges = atAnyTime ? edges(to: id, inverse: name) : currentEdges(to: id, inverse: name)
      return edges.map(QueryItem.init)
    }
  }
}

extension Fact {
  /// - Parameter outer: what the record that the fact stands in says of its sources.
  func queryItems(within outer: Provenance = Provenance(), atAnyTime: Bool = false) -> [QueryItem] {
    claims.flatMap { claim in
      let said = claim.provenance.said(within: outer)
      let standing = isDisputed || claim.span?.tense == .proposed ? claim : nil
      return claim.value.items.map { value in
        var item = QueryItem(
          values: value.queryValues, said: said, dispute: isDisputed ? dispute : nil, claim: standing,
          isAtAnyTime: atAnyTime)
        switch value {
        case .reference(let reference):
          item.qualifiers = reference.qualifiers
          item.said = reference.provenance.said(within: said)
        case .record(let record):
          item.record = record
          item.said = record.provenance.said(within: said)
        default: break
        }
        return item
      }
    }
  }
}

extension QueryItem {
  /// A relation read from its other end.
  init(_ edge: Edge) {
    self.init(
      values: [.target(Target(edge.from, anchor: edge.fromAnchor))], qualifiers: edge.item.qualifiers,
      said: edge.provenance)
  }

  fileprivate init(_ alias: Alias) {
    self.init(values: [.text(alias.name.text)], said: alias.provenance)
    let qualifiers: [(String, FieldValue?)] = [
      ("lang", alias.language.map(FieldValue.text)), ("sort", alias.sort.map(FieldValue.text)),
      ("only_in", alias.onlyIn.map { .reference(ReferenceItem(reference: $0)) }),
    ]
    self.qualifiers = qualifiers.compactMap { name, value in
      value.map { ReferenceItem.Qualifier(name: name, label: name, value: $0) }
    }
  }

  /// What an aspect holds: nothing, one value or several.
  func values(of aspect: FieldPath.Aspect) -> [QueryValue] {
    switch aspect {
    case .qualifier(let name): qualifiers.filter { $0.name == name }.flatMap(\.value.queryValues)
    case .statement(.inferred): [.flag(said.isInferred)]
    case .statement(let key): said[key]?.queryValues ?? []
    case .recordID: record?.id.map { [.text($0)] } ?? []
    case .isDisputed: [.flag(dispute != nil)]
    case .discrepancyClass: dispute.map { [.text($0.discrepancyClass)] } ?? []
    case .discrepancyState: dispute.map { [.text($0.state)] } ?? []
    case .discrepancyWeight: dispute.map { [.text($0.weight.rawValue)] } ?? []
    }
  }
}
