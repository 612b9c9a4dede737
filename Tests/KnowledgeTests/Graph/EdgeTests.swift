import Diagnostics
import Testing

@testable import Knowledge

@Suite struct EdgeTests {
  private func edge(item: Provenance, claim: Provenance) -> Edge {
    Edge(
      from: EntityID(0), field: FieldID(.page, 0), to: Target(EntityID(1)),
      item: ReferenceItem(reference: 0, qualifiers: [], provenance: item), claim: claim)
  }

  @Test func anItemWithWordsOfItsOwnIsReadInTheClaimsSource() {
    var item = Provenance()
    item.quote = Written("said of B", at: .start)
    var claim = Provenance()
    claim.source = 3
    let provenance = edge(item: item, claim: claim).provenance
    #expect(provenance.source == 3)
    #expect(provenance.quote?.text == "said of B")
  }

  @Test func anItemsOwnSourceComesFirst() {
    var item = Provenance()
    item.source = 2
    var claim = Provenance()
    claim.source = 3
    #expect(edge(item: item, claim: claim).provenance.source == 2)
    #expect(edge(item: Provenance(), claim: claim).provenance.source == 3)
  }
}
