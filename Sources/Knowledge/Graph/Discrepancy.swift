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
    in entities: [Entity], schema: Schema, references: [[Target?]], language: String
  ) -> [Discrepancy] {
    var found: [Discrepancy] = []
    // An entity of the discrepancy kind tells of a disagreement itself: its claims are no second one.
    for (index, entity) in entities.enumerated() where entity.kind != schema.discrepancyKind {
      let agreement = Agreement(targets: references[index], language: language)
      for fact in entity.facts {
        let id = FieldID(entity.kind, fact.field)
        let field = schema[id]
        if agreement.isDisputed(fact) {
          found.append(Discrepancy(EntityID(index), id, field, fact))
        }
        for case .record(let record) in fact.claims.flatMap(\.value.items) {
          for inner in record.facts where agreement.isDisputed(inner) {
            guard let fields = field.recordFields else { continue }
            found.append(
              Discrepancy(
                EntityID(index), id, fields[inner.field], inner, subfield: inner.field, anchor: record.id))
          }
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

  /// These disagreements, and beside them the facts of which the author says that there is none and whose claims
  /// agree by the rules too; in the order of the entities.
  static func assessed(_ disputed: [Discrepancy], in entities: [Entity], schema: Schema) -> [Discrepancy] {
    let places = Set(disputed.map { FactPlace(entity: $0.entity, position: $0.fact.position) })
    var found = disputed
    for (index, entity) in entities.enumerated() where entity.kind != schema.discrepancyKind {
      let id = EntityID(index)
      func isDenied(_ fact: Fact) -> Bool {
        fact.assessment?.state == Schema.notAConflict
          && !places.contains(FactPlace(entity: id, position: fact.position))
      }
      for fact in entity.facts {
        let place = FieldID(entity.kind, fact.field)
        if isDenied(fact) { found.append(Discrepancy(id, place, schema[place], fact)) }
        guard let fields = schema[place].recordFields else { continue }
        for case .record(let record) in fact.claims.flatMap(\.value.items) {
          for inner in record.facts where isDenied(inner) {
            found.append(
              Discrepancy(id, place, fields[inner.field], inner, subfield: inner.field, anchor: record.id))
          }
        }
      }
    }
    return found.sorted { ($0.entity, $0.fact.position) < ($1.entity, $1.fact.position) }
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
