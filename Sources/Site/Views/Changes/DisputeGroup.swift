import Changes
import Knowledge
import Templates

/// Disagreements that became the same.
struct DisputeGroup: Sendable {
  let head: GroupHead
  let count: Int
  /// Those on the page.
  let items: [DiscrepancyChange]
  let recorded: RecordedEntities

  static let record: RecordType<DisputeGroup> = RecordType(
    "", "", with: GroupHead.record.members { $0.head },
    [
      .number("count", "how many disagreements there are") { $0.count },
      .list("items", "those that are on the page", of: RecordedDispute.record) { disputes in
        disputes.items.map { RecordedDispute(change: $0, recorded: disputes.recorded) }
      },
    ])
}

/// What became of a disagreement.
struct RecordedDispute: Sendable {
  let change: DiscrepancyChange
  let recorded: RecordedEntities

  static let record: RecordType<RecordedDispute> = RecordType([
    .record("link", "where it stands", of: RecordedLink.record) { $0.recorded.link($0.change.entity) },
    .text("field", "the fact that it is about") { dispute in
      dispute.change.field.map { dispute.recorded.page.site.theme.words($0) }
    },
    .text("class", "what it is about, in words") {
      $0.recorded.page.word($0.change.discrepancyClass, group: "class")
    },
    .text("light", "where it does not bear on a fact: its weight in words") { dispute in
      dispute.change.weight.flatMap {
        $0 == DiscrepancyWeight.fact ? nil : dispute.recorded.page.word($0.rawValue, group: "weight")
      }
    },
    .text("old", "the state that it was in") { $0.change.oldState },
    .text("old_label", "the same in words") { dispute in
      dispute.change.oldState.map { dispute.recorded.state($0) }
    },
    .text("new", "the state that it is in") { $0.change.newState },
    .text("new_label", "the same in words, or that it is gone") { $0.recorded.state($0.change.newState) },
    .list("claims", "who says what", of: RecordedClaim.record) { dispute in
      dispute.change.claims.map { RecordedClaim(claim: $0, recorded: dispute.recorded) }
    },
  ])
}

private struct RecordedClaim: Sendable {
  let claim: SaidValue
  let recorded: RecordedEntities

  static let record: RecordType<RecordedClaim> = RecordType([
    .text("text", "the value") { $0.claim.value },
    .record("source", "who says so", of: RecordedLink.record) { claim in
      claim.claim.source.map { claim.recorded.link($0) }
    },
  ])
}
