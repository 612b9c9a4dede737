/// A disagreement: a fact whose claims differ, one of which its author says that they don't, or an entity that tells of
/// what no single fact can hold.
package struct Discrepancy: Hashable, Sendable {
  /// The entity whose fact it is, or that tells of it.
  package let entity: EntityID
  /// Where in the entity it stands; `nil` where the entity itself tells of it.
  package let place: FactPlace?
  /// The fact with the claims; `nil` where an entity tells of a disagreement without any.
  package let fact: Fact?
  /// The field that the claims are values of.
  package let field: Field?
  package let discrepancyClass: String
  /// `open` unless the author says otherwise.
  package let state: String
  /// That of its class unless the author says otherwise.
  package let weight: DiscrepancyWeight
  package let reason: FieldValue?
  /// What else it is about.
  package let about: [Target]

  /// Those that differ; of claims that say when they hold, those of one time.
  package var claims: [Claim] {
    guard let fact else { return [] }
    return fact.dispute?.sides.map { sides in sides.map { fact.claims[$0] } } ?? fact.claims
  }

  /// What an author calls no conflict looks like a disagreement, and is none.
  package var isConflict: Bool { state != Schema.notAConflict }

  package var isOpen: Bool { state == Schema.openState }

  /// Whether it counts as a disagreement: what is only a matter of words or of a copy is told apart.
  package var matters: Bool { isConflict && weight == .fact }

  /// A disagreement that a reader needs for nothing but the words.
  package var isLight: Bool { isConflict && weight != .fact }

  package func isPreferred(_ claim: Claim) -> Bool {
    fact?.isPreferred(claim) ?? false
  }
}

/// Where in an entity a fact stands.
package struct FactPlace: Hashable, Sendable {
  package let field: FieldID
  /// The field within a record.
  package var subfield: Int?
  /// The id of that record, where it has one.
  package var record: String?
}

extension Discrepancy {
  /// Those in an entity's facts, in their order; those of a record follow the fact that holds it.
  static func all(_ facts: [Fact], of entity: EntityID, kind: KindID, _ schema: Schema) -> [Discrepancy] {
    var found: [Discrepancy] = []
    for fact in facts {
      let place = FactPlace(field: FieldID(kind, fact.field))
      let field = schema[place.field]
      if let own = Discrepancy(entity, place, fact, field) { found.append(own) }
      for case .record(let record) in fact.claims.flatMap(\.value.items) {
        for inner in record.facts {
          let inside = FactPlace(field: place.field, subfield: inner.field, record: record.id)
          guard let field = field.recordFields?[inner.field],
            let own = Discrepancy(entity, inside, inner, field)
          else { continue }
          found.append(own)
        }
      }
    }
    return found
  }

  private init?(_ entity: EntityID, _ place: FactPlace, _ fact: Fact, _ field: Field) {
    guard let dispute = fact.dispute else { return nil }
    self.entity = entity
    self.place = place
    self.fact = fact
    self.field = field
    discrepancyClass = dispute.discrepancyClass
    state = dispute.state
    weight = dispute.weight
    reason = fact.assessment?.reason.map(FieldValue.text)
    about = []
  }

  /// The one that an entity of the kind for discrepancies tells of.
  init?(toldBy entity: EntityID, kind: KindID, _ facts: [Fact], _ schema: Schema) {
    guard kind == schema.discrepancyKind else { return nil }
    func fact(_ part: DiscrepancyFields.Part) -> Fact? {
      schema.discrepancyFields[part].flatMap { number in facts.first { $0.field == number } }
    }
    func word(_ part: DiscrepancyFields.Part) -> String? {
      if case .text(let text)? = fact(part)?.value { text } else { nil }
    }
    let claims = fact(.claims)
    self.entity = entity
    place = nil
    self.fact = claims
    field = claims.map { schema[kind].fields[$0.field] }
    let name = word(.discrepancyClass) ?? claims?.assessment?.discrepancyClass ?? "content"
    discrepancyClass = name
    weight =
      word(.weight).flatMap(DiscrepancyWeight.init) ?? claims?.assessment?.weight
      ?? schema.weight(ofClass: name)
    state = word(.state) ?? claims?.assessment?.state ?? Schema.openState
    reason = fact(.reason)?.value
    about =
      (fact(.about)?.claims ?? []).flatMap(\.value.items).compactMap { value -> Target? in
        if case .reference(let item) = value { item.target } else { nil }
      }.unique
  }
}

extension Dispute {
  /// `nil` where claims agree and nobody says that they might not.
  ///
  /// - Parameter areContemporary: whether two of its claims speak of one time.
  init?(
    _ fact: Fact, usualClass: String, language: String, schema: Schema,
    areContemporary: (Claim, Claim) -> Bool
  ) {
    let agreement = Agreement(language: language)
    if fact.claims.contains(where: { $0.provenance.validity != nil }) {
      let all = agreement.sides(of: fact, where: areContemporary)
      // What was disputed of a time that is over is history too.
      let sides = all.allSatisfy { fact.claims[$0].span?.tense == .past } ? [] : all
      (isFound, self.sides) = (!sides.isEmpty, sides.isEmpty ? nil : sides)
    } else {
      isFound = agreement.isDisputed(fact)
    }
    guard isFound || fact.assessment?.state == Schema.notAConflict else { return nil }
    discrepancyClass = fact.assessment?.discrepancyClass ?? usualClass
    weight = fact.assessment?.weight ?? schema.weight(ofClass: discrepancyClass)
    let state = fact.assessment?.state ?? Schema.openState
    // What settled it says nothing of a day on which it doesn't hold.
    self.state = state == Schema.resolvedState && fact.lacksPreferred ? Schema.openState : state
  }
}

extension KnowledgeGraph {
  /// Every disagreement that there is: those in facts by entity and place, then those that entities tell of.
  package var discrepancies: [Discrepancy] {
    let inFacts = entities.flatMap { entity in
      entity.disputes.sorted { a, b in
        guard let x = a.fact, let y = b.fact else { return false }
        return x.position < y.position
      }
    }
    return inFacts + toldDiscrepancies
  }

  /// Those that entities of the kind for discrepancies tell of.
  package var toldDiscrepancies: [Discrepancy] { entities.compactMap(\.toldDiscrepancy) }

  /// Where a disagreement is shown: the fact on its entity's page, the record that it stands in, or the page itself.
  package func target(of discrepancy: Discrepancy) -> Target {
    Target(
      discrepancy.entity,
      anchor: discrepancy.place.map { $0.record ?? "fact-" + schema[$0.field].name })
  }
}

extension Field {
  /// The class of a discrepancy whose author gave none.
  var usualDiscrepancyClass: String {
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
