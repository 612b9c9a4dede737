import Diagnostics
import Testing

@testable import Knowledge

/// What an item of a relation takes from its claim, a claim from its record: one rule for pages, queries and exports.
@Suite struct InheritanceTests {
  private func source(_ number: Int?, at line: Int = 1) -> Reference {
    let name = Written("s\(number ?? 0)", at: Position(line: line, column: 1))
    return Reference(name: name, target: number.map { Target(EntityID($0)) })
  }

  private func provenance(_ source: Reference? = nil, quote: String? = nil, note: String? = nil) -> Provenance
  {
    var provenance = Provenance()
    provenance.source = source
    provenance.quote = quote.map { Written($0, at: .start) }
    provenance.note = note
    return provenance
  }

  private var outer: Provenance {
    var outer = provenance(source(3), quote: "said of all", note: "In part.")
    outer.at = "§ 3"
    outer.scope = "the north"
    outer.asOf = EDTFDate(year: 2020)
    outer.validity = Validity(from: EDTFDate(year: 2021), until: EDTFDate(year: 2024), by: source(4))
    outer.isInferred = true
    return outer
  }

  @Test func whoNamesNoSourceSpeaksForTheOneAround() {
    #expect(provenance().said(within: outer) == outer)
    let own = provenance(quote: "said of B", note: "Of B.").said(within: outer)
    #expect(own.source?.entity == EntityID(3))
    #expect(own.quote?.text == "said of B")
    #expect(own.at == "§ 3")
    #expect(own.note == "Of B. In part.")
  }

  @Test func nothingOfAnotherSourceIsInheritedButTheTime() {
    var own = provenance(source(2), quote: "said of B")
    let said = own.said(within: outer)
    own.validity = outer.validity
    #expect(said == own)
  }

  @Test func theTimeIsCutToThatAround() {
    var own = provenance()
    own.validity = Validity(from: EDTFDate(year: 2023), until: EDTFDate(year: 2030))
    let validity = own.said(within: outer).validity
    #expect((validity?.from?.description, validity?.until?.description) == ("2023", "2024"))
    // Who says days of their own says also what made it so.
    #expect(validity?.by == nil)
  }

  @Test func theSameSourceNamedAgainIsTheSameSource() {
    let own = provenance(source(3, at: 9)).said(within: outer)
    #expect(own.source?.entity == EntityID(3))
    #expect((own.quote?.text, own.at, own.scope) == ("said of all", "§ 3", "the north"))
  }

  @Test func aSourceThatLeadsNowhereInheritsNothingButTheTime() {
    let own = provenance(source(nil))
    #expect(own.said(within: outer).withoutTimes == own)
    #expect(own.said(within: provenance(quote: "of nobody")) == own)
  }

  @Test func everyKeyIsInheritedOrSays() {
    let inherited = provenance().said(within: outer)
    for key in ClaimKey.allCases { #expect(inherited[key] != nil, "\(key.rawValue)") }
  }
}
