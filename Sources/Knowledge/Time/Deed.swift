/// What an entity does to another by a relation of it: it ends, amends or follows it.
package struct Deed: Sendable {
  package let effect: Relation.Effect
  /// Who does it, to whom.
  package let edge: Edge
  /// From when: the item's own day, else the one on which whoever does it begins; `nil` where nobody says it.
  package let on: EDTFDate?
  /// Whether it's done, still to come, or only proposed.
  package let tense: Tense

  package var doer: EntityID { edge.from }
  package var target: EntityID { edge.to.entity }
}

/// The deeds of all entities, by whom they are done to and by who does them.
struct Deeds: Sendable {
  private var byTarget: [EntityID: [Deed]] = [:]
  private var byDoer: [EntityID: [Deed]] = [:]

  func to(_ target: EntityID) -> [Deed] { byTarget[target] ?? [] }
  func by(_ doer: EntityID) -> [Deed] { byDoer[doer] ?? [] }

  init(_ entities: [Entity], schema: Schema, day: Int32?) {
    let kinds = Set(
      schema.kindIDs.filter { kind in schema[kind].fields.contains { $0.relation?.effect != nil } })
    guard !kinds.isEmpty else { return }
    for entity in entities where kinds.contains(entity.kind) {
      for edge in entity.edges where edge.subfield == nil && (edge.isCurrent || edge.item.isAhead) {
        guard let effect = schema.relation(of: edge)?.effect else { continue }
        let isProposed = edge.item.span?.tense == .proposed || entity.isProposed(in: schema)
        let on = edge.item.span?.from ?? entity.begins(in: schema)
        let isAhead = (on?.earliest ?? .min) > day ?? .max
        let deed = Deed(
          effect: effect, edge: edge, on: on, tense: isProposed ? .proposed : isAhead ? .future : .past)
        byTarget[deed.target, default: []].append(deed)
        byDoer[deed.doer, default: []].append(deed)
      }
    }
  }
}

extension ReferenceItem {
  /// Whether it is still to come, or only proposed.
  fileprivate var isAhead: Bool { span?.tense == .future || span?.tense == .proposed }
}

extension Entity {
  /// Whether it says of itself that it's only proposed, by the last of the fields that tell such things.
  func isProposed(in schema: Schema) -> Bool { proposedStatus(in: schema) != nil }

  /// The word that says it: draft, withdrawn …
  func proposedStatus(in schema: Schema) -> String? {
    let fields = schema[kind].fields
    let told = facts.last { fact in
      guard !fields[fact.field].proposedValues.isEmpty, case .text? = fact.today?.value else { return false }
      return true
    }
    guard let told, case .text(let status)? = told.today?.value else { return nil }
    return fields[told.field].proposedValues.contains(status) ? status : nil
  }

  /// The date from which it is there.
  func begins(in schema: Schema) -> EDTFDate? { date(schema[kind].life.from) }

  func date(_ field: Int?) -> EDTFDate? {
    if case .date(let date)? = field.flatMap(today)?.value { date } else { nil }
  }
}
