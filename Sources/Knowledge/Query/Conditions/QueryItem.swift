/// One item of a field, with all that is said about it: what the conditions on that field look at.
struct QueryItem {
  /// The entity whose file says so; the numbers of references are its own.
  let owner: EntityID
  var values: [QueryValue]
  var qualifiers: [ReferenceItem.Qualifier] = []
  var record: Record?
  /// Who says so: the item's own statement first, then those around it.
  var statements: [Provenance] = []
  /// The fact that it is an item of; `nil` where that is told elsewhere.
  var fact: Fact?
}

extension KnowledgeGraph {
  func items(of root: FieldPath.Root, in id: EntityID) -> [QueryItem] {
    let entity = self[id]
    switch root {
    case .id: return [QueryItem(owner: id, values: [.text(self.id(of: id))])]
    case .slug: return [QueryItem(owner: id, values: [.text(entity.slug)])]
    case .kind: return [QueryItem(owner: id, values: [.text(schema[entity.kind].name)])]
    case .alias: return entity.aliases.map { item($0, of: id) }
    case .field(Kind.titleField) where entity.fact(Kind.titleField) == nil:
      return [QueryItem(owner: id, values: [.text(title(of: id))])]
    case .field(let number): return entity.fact(number).map { items(of: $0, in: id) } ?? []
    case .inverse(let name):
      return edges(to: id, inverse: name).map { edge in
        QueryItem(
          owner: edge.from, values: [.target(Target(edge.from, anchor: edge.fromAnchor))],
          qualifiers: edge.item.qualifiers, statements: [edge.item.provenance, edge.claim])
      }
    }
  }

  /// - Parameter around: what the record that the fact stands in says of its sources.
  func items(of fact: Fact, in owner: EntityID, around: [Provenance] = []) -> [QueryItem] {
    fact.claims.flatMap { claim in
      claim.value.items.map { value in
        let statements = [claim.provenance] + around
        var item = QueryItem(
          owner: owner, values: values(value, of: owner), statements: statements, fact: fact)
        switch value {
        case .reference(let reference):
          item.qualifiers = reference.qualifiers
          item.statements.insert(reference.provenance, at: 0)
        case .record(let record):
          item.record = record
          item.statements.insert(record.provenance, at: 0)
        default: break
        }
        return item
      }
    }
  }

  /// What an aspect of an item holds: nothing, one value or several.
  func values(of aspect: FieldPath.Aspect, in item: QueryItem) -> [QueryValue] {
    switch aspect {
    case .qualifier(let name):
      item.qualifiers.filter { $0.name == name }.flatMap { values($0.value, of: item.owner) }
    case .statement(let key): statement(key, of: item)
    case .recordID: item.record?.id.map { [.text($0)] } ?? []
    case .isDisputed: [.flag(discrepancy(of: item) != nil)]
    case .discrepancyClass: discrepancy(of: item).map { [.text($0.discrepancyClass)] } ?? []
    case .discrepancyState: discrepancy(of: item).map { [.text($0.state)] } ?? []
    }
  }

  private func item(_ alias: Alias, of owner: EntityID) -> QueryItem {
    var item = QueryItem(owner: owner, values: [.text(alias.name.text)], statements: [alias.provenance])
    let onlyIn = alias.onlyIn.map { ReferenceItem(reference: $0, qualifiers: [], provenance: Provenance()) }
    let qualifiers: [(String, FieldValue?)] = [
      ("lang", alias.language.map(FieldValue.text)), ("sort", alias.sort.map(FieldValue.text)),
      ("only_in", onlyIn.map(FieldValue.reference)),
    ]
    item.qualifiers = qualifiers.compactMap { name, value in
      value.map { ReferenceItem.Qualifier(name: name, label: name, value: $0) }
    }
    return item
  }

  private func discrepancy(of item: QueryItem) -> Discrepancy? {
    item.fact.flatMap { discrepancy(on: $0, of: item.owner) }
  }

  private func statement(_ key: String, of item: QueryItem) -> [QueryValue] {
    let found = item.statements.lazy.compactMap { statement -> QueryValue? in
      switch key {
      case "source":
        statement.source.flatMap { self.target(of: $0, in: item.owner) }.map(QueryValue.target)
      case "quote": (statement.quote?.text).map(QueryValue.text)
      case "at": statement.at.map(QueryValue.text)
      case "scope": statement.scope.map(QueryValue.text)
      case "as_of": statement.asOf.map(QueryValue.date)
      case "note": statement.note.map(QueryValue.text)
      default: nil
      }
    }
    if key == "inferred" { return [.flag(item.statements.contains(where: \.isInferred))] }
    return found.first.map { [$0] } ?? []
  }

  private func values(_ value: FieldValue, of owner: EntityID) -> [QueryValue] {
    switch value {
    case .text(let text), .markdown(_, let text): [.text(text)]
    case .localized(let texts): texts.map { .text($0.text) }
    case .date(let date): [.date(date)]
    case .quantity(let quantity): [.quantity(quantity)]
    case .flag(let flag): [.flag(flag)]
    case .reference(let item): target(of: item.reference, in: owner).map { [.target($0)] } ?? []
    case .list(let items): items.flatMap { values($0, of: owner) }
    case .record: []
    }
  }
}
