import Diagnostics
import Knowledge

/// The id on its entity's page of each thing that a fact's claims say: the field and the source, as in
/// `value-guiding-opinions-en`; of a relation also what it leads to, as in `issued_by-miit-policy-update`.
///
/// It stays when claims change places and when a slip in a value is mended; only where a source says a second thing of the
/// same, that has a number.
struct ClaimAddresses: Sendable {
  /// By where the author wrote it: claims are copied, cut to the day and merged before they are shown.
  private let ids: [Position: String]

  static let none = ClaimAddresses(ids: [:])

  private init(ids: [Position: String]) { self.ids = ids }

  /// - Parameter base: what the ids begin with: the field, with the record's id before it where it is in one.
  init(_ fact: Fact, in graph: KnowledgeGraph, base: String) {
    var ids: [Position: String] = [:]
    var counts: [String: Int] = [:]
    func add(_ provenance: Provenance, _ target: Target?, at position: Position) {
      guard let source = provenance.source?.entity else { return }
      let parts = [base, target.map { graph[$0.entity].slug.lastPart }, graph[source].slug.lastPart]
      let id = parts.compactMap(\.self).joined(separator: "-")
      counts[id, default: 0] += 1
      ids[position] = counts[id, default: 1] == 1 ? id : "\(id)-\(counts[id, default: 1])"
    }
    for claim in fact.claims {
      let items = claim.value.references
      for item in items {
        add(item.provenance.said(within: claim.provenance), item.target, at: item.reference.name.position)
      }
      if items.isEmpty { add(claim.provenance, nil, at: claim.position) }
    }
    self.ids = ids
  }

  subscript(claim: Claim) -> String? { ids[claim.position] }
  subscript(item: ReferenceItem) -> String? { ids[item.reference.name.position] }

  func contains(_ id: String) -> Bool { ids.values.contains(id) }
}

extension FieldValue {
  fileprivate var references: [ReferenceItem] {
    items.compactMap { if case .reference(let item) = $0 { item } else { nil } }
  }
}

extension String {
  /// Of a slug with folders, the file's name.
  fileprivate var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}
