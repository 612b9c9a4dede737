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

  @Test func nothingOfAnotherSourceIsInherited() {
    let own = provenance(source(2), quote: "said of B")
    #expect(own.said(within: outer) == own)
  }

  @Test func theSameSourceNamedAgainIsTheSameSource() {
    let own = provenance(source(3, at: 9)).said(within: outer)
    #expect(own.source?.entity == EntityID(3))
    #expect((own.quote?.text, own.at, own.scope) == ("said of all", "§ 3", "the north"))
  }

  @Test func aSourceThatLeadsNowhereInheritsNothing() {
    let own = provenance(source(nil))
    #expect(own.said(within: outer) == own)
    #expect(own.said(within: provenance(quote: "of nobody")) == own)
  }

  @Test func everyKeyIsInheritedOrSays() {
    let inherited = provenance().said(within: outer)
    for key in ClaimKey.allCases { #expect(inherited[key] != nil, "\(key.rawValue)") }
  }
}
