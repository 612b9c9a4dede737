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
            var discrepancy = Discrepancy(EntityID(index), id, fields[inner.field], inner)
            discrepancy.subfield = inner.field
            discrepancy.anchor = record.id
            found.append(discrepancy)
          }
        }
      }
    }
    return found
  }

  private init(_ entity: EntityID, _ id: FieldID, _ field: Field, _ fact: Fact) {
    self.entity = entity
    self.field = id
    self.fact = fact
    discrepancyClass = fact.assessment?.discrepancyClass ?? field.usualDiscrepancyClass
    state = fact.assessment?.state ?? "open"
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
