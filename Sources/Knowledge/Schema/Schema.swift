/// What kinds of things a knowledge base has, with their fields and relations: read from `schema.yaml`.
///
/// The first kind is always `page`, the plain pages outside every kind's folder.
package struct Schema: Hashable, Sendable {
  package internal(set) var kinds: [Kind]
  /// The kind that claims and citations name; `nil` where a schema has no such kind.
  package let sourceKind: KindID?
  /// The field of that kind which says when a source was published: what it says is of that day.
  package let sourceDate: Int?
  /// The kinds that may make a claim so, or end it.
  package let changeKinds: [KindID]
  /// The kind whose entities are listed in the register beside the disagreements found in fields.
  package let discrepancyKind: KindID?
  /// What the fields of that kind say.
  package let discrepancyFields: DiscrepancyFields
  /// The classes that a discrepancy may have.
  package let discrepancyClasses: [String]
  /// What a class weighs, where that is written.
  private let classWeights: [String: DiscrepancyWeight]
  private let kindsByName: [String: KindID]

  package init(
    kinds: [Kind], source: String? = "source", sourceDate: Int? = nil, changes: [String] = [],
    discrepancy: String? = "discrepancy", discrepancyFields: DiscrepancyFields? = nil,
    discrepancyClasses: [String] = Schema.usualClasses, classWeights: [String: DiscrepancyWeight] = [:]
  ) {
    let all = [Kind.page] + kinds
    self.kinds = all
    kindsByName = Dictionary(
      all.enumerated().map { ($1.name, KindID($0)) }, uniquingKeysWith: { first, _ in first })
    sourceKind = source.flatMap { [kindsByName] in kindsByName[$0] }
    self.sourceDate = sourceDate ?? sourceKind.flatMap { all[$0.index].usualSourceDate }
    changeKinds = changes.compactMap { [kindsByName] in kindsByName[$0] }
    let discrepancyKind = discrepancy.flatMap { [kindsByName] in kindsByName[$0] }
    self.discrepancyKind = discrepancyKind
    self.discrepancyFields =
      discrepancyFields ?? discrepancyKind.map { DiscrepancyFields(usualIn: all[$0.index]) }
      ?? DiscrepancyFields()
    self.discrepancyClasses = discrepancyClasses
    self.classWeights = classWeights
  }

  package static let usualClasses = [
    "value", "issuer", "name", "title", "date", "identifier", "scope", "type", "content", "count",
    "reference", "wording", "garbled",
  ]
  package static let discrepancyStates = [openState, "explained", resolvedState, notAConflict]
  /// The state of a disagreement of which its author says nothing else.
  package static let openState = "open"
  /// The state of a disagreement that its author has settled: with `prefer` the preferred claim is gone by.
  package static let resolvedState = "resolved"
  /// The state of what looks like a disagreement and is none.
  package static let notAConflict = "not-a-conflict"

  /// What a disagreement of a class weighs, of which its author says nothing else.
  package func weight(ofClass name: String) -> DiscrepancyWeight {
    classWeights[name] ?? .usual(ofClass: name)
  }

  package func kind(named name: String) -> KindID? { kindsByName[name] }

  // Read in place: a kind has twenty parts, and a page asks for a label or a field of one thousands of times.
  package subscript(id: KindID) -> Kind { _read { yield kinds[Int(id.index)] } }

  package subscript(ref: FieldID) -> Field {
    _read { yield kinds[Int(ref.kind.index)].fields[Int(ref.index)] }
  }

  package var kindIDs: [KindID] { kinds.indices.map(KindID.init) }

  /// The names of all kinds that an author may write, in the schema's order.
  package var kindNames: [String] { kinds.map(\.name) }
}

/// A kind's number in its schema.
package struct KindID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static let page = KindID(0)

  package static func < (a: KindID, b: KindID) -> Bool { a.index < b.index }
}

/// A field's number in its schema.
package struct FieldID: Hashable, Comparable, Sendable {
  package let kind: KindID
  package let index: Int

  package init(_ kind: KindID, _ index: Int) {
    self.kind = kind
    self.index = index
  }

  package static func < (a: FieldID, b: FieldID) -> Bool { (a.kind, a.index) < (b.kind, b.index) }
}
