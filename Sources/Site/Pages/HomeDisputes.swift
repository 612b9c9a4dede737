import Knowledge
import Templates

/// A disagreement in a few words.
struct ShownHomeDispute: Sendable {
  let page: PageContext
  let discrepancy: Discrepancy

  static let record: RecordType<ShownHomeDispute> = RecordType(
    "", "",
    with: DiscrepancyHead.record.members { DiscrepancyHead(page: $0.page, discrepancy: $0.discrepancy) },
    [
      .list("claims", "what each says", of: ShownBriefClaim.record) { dispute in
        dispute.discrepancy.claims.map {
          ShownBriefClaim(page: dispute.page, claim: $0, field: dispute.discrepancy.field)
        }
      }
    ])
}

struct ShownBriefClaim: Sendable {
  let page: PageContext
  let claim: Claim
  let field: Field?

  static let record = RecordType<ShownBriefClaim>([
    .text("text", "the value in words") { claim in
      claim.field.map { claim.page.plainText(claim.claim.value, $0) }
    },
    .text("source", "the title of the source") { claim in
      claim.claim.source.map { claim.page.graph.title(of: $0) }
    },
    .record("from", "the source", of: ShownLink.record) { claim in
      claim.claim.source.map { claim.page.link($0) }
    },
  ])
}
