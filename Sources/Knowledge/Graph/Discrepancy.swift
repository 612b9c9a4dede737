/// A fact on which the claims disagree.
package struct Discrepancy: Hashable, Sendable {
  package var entity: EntityID
  package var field: FieldID
  /// The field within a record, and the record's id.
  package var subfield: Int?
  package var anchor: String?
  package var fact: Fact
  package var discrepancyClass: String
  /// `open` unless the author says otherwise.
  package var state: String

  static func all(
    of entity: Entity, _ id: EntityID, schema: Schema, references: [Target?], language: String
  ) -> [Discrepancy] {
    // An entity of the discrepancy kind tells of a disagreement itself: its claims are no second one.
    guard entity.kind != schema.discrepancyKind else { return [] }
    let agreement = Agreement(targets: references, language: language)
    return all(of: entity, id, schema: schema) { agreement.isDisputed($0) }
  }

  /// These disagreements, and beside them the facts of which the author says that there is none and whose claims
  /// agree by the rules too; in the order of the facts.
  static func assessed(
    _ disputed: [Discrepancy], of entity: Entity, _ id: EntityID, schema: Schema
  ) -> [Discrepancy] {
    guard entity.kind != schema.discrepancyKind else { return [] }
    let places = Set(disputed.map(\.fact.position))
    let denied = all(of: entity, id, schema: schema) { fact in
      fact.assessment?.state == Schema.notAConflict && !places.contains(fact.position)
    }
    return (disputed + denied).sorted { $0.fact.position < $1.fact.position }
  }

  /// Those facts of an entity and of its records for which a condition holds.
  private static func all(
    of entity: Entity, _ id: EntityID, schema: Schema, where isWanted: (Fact) -> Bool
  ) -> [Discrepancy] {
    var found: [Discrepancy] = []
    for fact in entity.facts {
      let place = FieldID(entity.kind, fact.field)
      if isWanted(fact) { found.append(Discrepancy(id, place, schema[place], fact)) }
      for case .record(let record) in fact.claims.flatMap(\.value.items) {
        for inner in record.facts where isWanted(inner) {
          guard let fields = schema[place].recordFields else { continue }
          found.append(
            Discrepancy(id, place, fields[inner.field], inner, subfield: inner.field, anchor: record.id))
        }
      }
    }
    return found
  }

  /// - Parameter field: the one inside the record, where the fact stands in one.
  private init(
    _ entity: EntityID, _ id: FieldID, _ field: Field, _ fact: Fact, subfield: Int? = nil,
    anchor: String? = nil
  ) {
    self.entity = entity
    self.field = id
    self.subfield = subfield
    self.anchor = anchor
    self.fact = fact
    discrepancyClass = fact.assessment?.discrepancyClass ?? field.usualDiscrepancyClass
    state = fact.assessment?.state ?? "open"
  }
}

extension KnowledgeGraph {
  /// Where a disagreement is shown: the fact on its entity's page, or the record that it stands in.
  package func target(of discrepancy: Discrepancy) -> Target {
    Target(discrepancy.entity, anchor: discrepancy.anchor ?? "fact-" + schema[discrepancy.field].name)
  }
}

extension Field {
  /// The class of a discrepancy whose author gave none.
  fileprivate var usualDiscrepancyClass: String {
    switch type {
    case .date: "date"
    case .quantity: "value"
    case .enumeration: "type"
    case .reference: "reference"
    case .text: name == "title" ? "title" : "content"
    default: "content"
    }
  }
}
