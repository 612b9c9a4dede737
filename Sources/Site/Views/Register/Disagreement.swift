import Diagnostics
import Knowledge

/// One row of the register: a fact on which claims differ, or an entity that tells of a disagreement.
struct Disagreement: Sendable {
  /// Where it's shown in full.
  let subject: Target
  /// The field of the fact; `nil` for an entity that tells of a disagreement.
  let fact: Discrepancy?
  let discrepancyClass: String
  let state: String
  let claims: [SourcedClaim]
  /// The field that the claims are values of; `nil` where there are none.
  let field: Field?
  let reason: FieldValue?
  let about: [Target]
  /// Its place among the rows of the whole register, from 1.
  var number = 0

  struct SourcedClaim: Sendable {
    let claim: Claim
    let source: EntityID?
    let isPreferred: Bool
  }

  var entity: EntityID { subject.entity }

  /// What an author calls no conflict looks like a disagreement, and is none.
  var isConflict: Bool { state != Schema.notAConflict }

  var isOpen: Bool { state == "open" }

  func involves(_ source: EntityID) -> Bool { claims.contains { $0.source == source } }

  /// Whether so many take part that the page of each source shows what that source says, and leads to the rest:
  /// a page for each of a thousand sources, with what a thousand say, would be a million claims.
  var isOfMany: Bool { Set(claims.map(\.source)).count > Register.mostSides }
}

extension KnowledgeGraph {
  /// Every disagreement that the knowledge base has, in the order of the entities.
  func disagreements(_ fields: DiscrepancyFields) -> [Disagreement] {
    let told = schema.discrepancyKind.map { entities(of: $0) } ?? []
    return assessedDiscrepancies.map(disagreement) + told.map { disagreement($0, fields) }
  }

  private func disagreement(_ discrepancy: Discrepancy) -> Disagreement {
    Disagreement(
      subject: target(of: discrepancy), fact: discrepancy, discrepancyClass: discrepancy.discrepancyClass,
      state: discrepancy.state, claims: claims(of: discrepancy.fact, in: discrepancy.entity),
      field: disputedField(of: discrepancy),
      reason: discrepancy.fact.assessment?.reason.map(FieldValue.text), about: [])
  }

  func disagreement(_ id: EntityID, _ fields: DiscrepancyFields) -> Disagreement {
    let kind = schema[self[id].kind]
    let fact = fields.claims.flatMap { self[id].fact($0) }
    let about = fields.about.flatMap { self[id].fact($0) }?.claims.flatMap(\.value.items) ?? []
    return Disagreement(
      subject: Target(id), fact: nil,
      discrepancyClass: text(fields.discrepancyClass, of: id) ?? fact?.assessment?.discrepancyClass
        ?? "content",
      state: text(fields.state, of: id) ?? fact?.assessment?.state ?? "open",
      claims: fact.map { claims(of: $0, in: id) } ?? [],
      field: fact.map { kind.fields[$0.field] },
      reason: fields.reason.flatMap { self[id].fact($0)?.value },
      about: about.compactMap { value -> Target? in
        guard case .reference(let item) = value else { return nil }
        return target(of: item.reference, in: id)
      }.unique)
  }

  private func claims(of fact: Fact, in entity: EntityID) -> [Disagreement.SourcedClaim] {
    fact.claims.map { claim in
      Disagreement.SourcedClaim(
        claim: claim, source: claim.source.flatMap { target(of: $0, in: entity)?.entity },
        isPreferred: fact.assessment?.prefer != nil && claim == fact.preferredClaim)
    }
  }

  private func text(_ field: Int?, of id: EntityID) -> String? {
    guard case .text(let text)? = field.flatMap({ self[id].fact($0)?.value }) else { return nil }
    return text
  }
}

extension SiteModel {
  /// By the settings of the first register that there is.
  var discrepancyFields: DiscrepancyFields {
    let register = views.pages.lazy.compactMap { $0.declared.view as? RegisterView }.first
    return register?.fields ?? DiscrepancyFields(usualIn: graph.schema)
  }

  /// As the register lists them.
  var disagreements: [Disagreement] { graph.disagreements(discrepancyFields) }
}
