import Diagnostics
import Testing

@testable import Knowledge

@Suite struct AgreementTests {
  /// Of two files: in the second, the references have other numbers.
  private let agreement = Agreement(
    targets: [Target(EntityID(7)), Target(EntityID(8))],
    otherTargets: [Target(EntityID(8)), Target(EntityID(7)), nil], language: "en")

  private func claim(_ value: FieldValue, scope: String? = nil) -> Claim {
    var provenance = Provenance()
    provenance.scope = scope
    return Claim(value: value, provenance: provenance, position: .start)
  }

  private func reference(_ number: Int) -> FieldValue {
    .reference(ReferenceItem(reference: number, qualifiers: [], provenance: Provenance()))
  }

  @Test func referencesOfTwoFilesAgreeByWhatTheyName() {
    #expect(agreement.agree(reference(0), reference(1)))
    #expect(!agreement.agree(reference(0), reference(0)))
    #expect(!agreement.agree(reference(0), reference(2)))
    #expect(agreement.agree(.list([reference(0), reference(1)]), .list([reference(0), reference(1)])))
    #expect(!agreement.agree(.list([reference(0)]), .list([reference(0), reference(1)])))
  }

  @Test func sidesAgreeWhereAllTheirClaimsDo() throws {
    let exact = try claim(.date(EDTFDate.parse("2021-06-01").get()))
    let month = try claim(.date(EDTFDate.parse("2021-06").get()))
    let other = try claim(.date(EDTFDate.parse("2021-07").get()))
    #expect(agreement.agree([exact], [month]) == true)
    #expect(agreement.agree([exact, month], [exact]) == true)
    #expect(agreement.agree([exact, other], [month]) == false)
  }

  @Test func claimsOfOtherScopesAreNotCompared() {
    let here = claim(.text("three"), scope: "here")
    let there = claim(.text("four"), scope: "there")
    #expect(agreement.agree([here], [there]) == nil)
    #expect(agreement.agree([here, there], [there]) == true)
    #expect(agreement.agree([here], []) == nil)
  }
}
