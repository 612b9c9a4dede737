import Diagnostics
import Testing

@testable import Knowledge

@Suite struct AgreementTests {
  private let agreement = Agreement(language: "en")

  private func claim(_ value: FieldValue, scope: String? = nil) -> Claim {
    var provenance = Provenance()
    provenance.scope = scope
    return Claim(value: value, provenance: provenance, position: .start)
  }

  /// - Parameter line: where it's written, which makes no difference.
  private func reference(_ entity: Int?, line: Int) -> FieldValue {
    let name = Written("name \(line)", at: Position(line: line, column: 1))
    return .reference(
      ReferenceItem(reference: Reference(name: name, target: entity.map { Target(EntityID($0)) })))
  }

  @Test func referencesOfTwoFilesAgreeByWhatTheyName() {
    let (seven, eight) = (reference(7, line: 1), reference(8, line: 2))
    #expect(agreement.agree(seven, reference(7, line: 9)))
    #expect(!agreement.agree(seven, eight))
    #expect(!agreement.agree(seven, reference(nil, line: 3)))
    #expect(agreement.agree(.list([seven, eight]), .list([reference(8, line: 4), reference(7, line: 5)])))
    #expect(!agreement.agree(.list([seven]), .list([seven, eight])))
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
