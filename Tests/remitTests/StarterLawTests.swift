import Foundation
import Site
import TestSite
import Testing

/// A small law, written with the schema and the views of `remit init` as they are.
@Suite struct StarterLawTests {
  @Test func nothingOfItIsOdd() throws {
    let folder = try law()
    let outcome = try Remit.run("check", "--strict", "--root", folder.path)
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    let form = try Remit.run("fmt", "--check", "--root", folder.path)
    #expect(form.status == 0, "\(form.output)")
  }

  /// An amendment postpones a date, and what is only proposed changes nothing, though its file gives no status.
  @Test(arguments: [("2025-02-14", "2025-04-01"), ("2025-02-15", "2026-10-01"), ("2026-03-15", "2026-10-01")])
  func dutiesApplyFromTheDayThatHolds(day: String, applies: String) throws {
    let folder = try law()
    let listed = try Remit.run(
      "list", "measure", "--where", "number=7", "--columns", "number,applies_from", "--format", "csv",
      "--as-of",
      day, "--root", folder.path)
    #expect(listed.output == "number,applies_from\r\n7,\(applies)\r\n", "\(listed)")
  }

  @Test func theMatrixHasWhoMustDoWhat() throws {
    let folder = try law()
    let matrix = try Remit.run("export", "obligations", "--format", "csv", "--root", folder.path).output
    #expect(
      matrix
        == """
        id,title,part_of,duty,proposed,operators,water-agency,farms,total
        measure/water-act/3,No discharge without a permit,water-act,,false,bound,,,1
        measure/water-act/7,Report the water that is taken,water-act,,false,bound,supervising,exempt,3
        measure/water-act/12,Draw up a plan for each basin,water-act,met-late,false,,bound,,1
        total,,,,,2,2,1,5

        """.replacing("\n", with: "\r\n"))
  }

  @Test func theTrackerSaysWhatWasDoneLate() async throws {
    let site = await TestSite(try files()).published()
    let tracker = site.text("duties.html") ?? ""
    #expect(tracker.contains("Met 51 days late"))
    // What has no deadline is no duty that could be late.
    let permit = site.text("measures/water-act/3.html") ?? ""
    #expect(!tracker.contains("Unknown") && !permit.contains("Done or not"))
    let office = site.text("agencies/water-office.html") ?? ""
    #expect(office.contains("<b>Ended</b> 1 June 2024") && office.contains("Succeeded by"))
    #expect(permit.contains("passed to"))
    // What a proposal would add has its place too, since others may link to it.
    #expect(
      permit.contains("<li class=\"moment proposed\" id=\"a-1\">") && permit.contains("Publish each permit."))
    let ordinance = site.text("policies/water-ordinance.html") ?? ""
    #expect(ordinance.contains("Repealed by") && ordinance.contains("<b>Ended</b>"))
    #expect((site.text("policies/water-reform.html") ?? "").contains("Only proposed"))
    // No small number is explained where there is none.
    #expect(!(site.text("obligations.html") ?? "").contains("small number"))
    // A column in which nobody says anything is left out.
    #expect(!(site.text("agencies/index.html") ?? "").contains(">Official name<"))
  }

  /// The first build shows what becomes of a date that is postponed.
  @Test func theStarterItselfShowsAPostponedDate() async {
    let page = await TestSite(Starter.texts).published().text("measures/clean-air-plan/1.html") ?? ""
    #expect(page.contains("until 20 February 2026") && page.contains("31 December 2029"))
    #expect(page.contains("first due 31 December 2028"))
  }

  private func law() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(try files())
    return folder
  }

  private func files() throws -> [String: String] {
    var files = Starter.texts.filter { !$0.key.hasPrefix("content/") }
    let settings = try #require(files["remit.yaml"])
    files["remit.yaml"] = settings.replacing("as_of: 2026-03-01", with: "as_of: 2026-03-15")
    for (path, text) in Self.content { files["content/\(path).md"] = "---\n\(text)\n---\n" }
    return files
  }

  private static let content = [
    "policies/water-act": """
    title: Water Act
    type: act
    number: 2024/15
    issued_by: parliament
    adopted: 2024-03-01
    published: 2024-03-10
    effective: 2024-04-01
    applies_from: {is: 2025-04-01, source: gazette-2024, at: Article 30}
    status: in-force
    repeals: {to: water-ordinance, source: gazette-2024, at: Article 29}
    """,
    "policies/water-ordinance": """
    title: Water Ordinance
    type: regulation
    effective: 1998-01-01
    """,
    "policies/water-amendment": """
    title: Water Amendment
    type: regulation
    number: 2025/9
    effective: 2025-02-15
    amends: {to: water-act, source: gazette-2025, at: Article 1}
    """,
    "policies/water-reform": """
    title: Water Reform
    type: proposal
    published: 2026-01-20
    amends: water-act
    """,
    "measures/water-act/3": """
    defaults: {source: gazette-2024}
    title: No discharge without a permit
    number: 3
    part_of: water-act
    addressee: {to: operators, role: bound, at: Article 3}
    applies_from: {is: 2024-04-01, at: Article 30}
    status: started
    responsible: {to: water-office, role: responsible, at: Article 3(2)}
    instrument: [prohibition, permit]
    actions:
      - {id: a-1, text: Publish each permit., modality: must, source: proposal-text, at: Article 4, by: water-reform}
    """,
    "measures/water-act/7": """
    defaults: {source: gazette-2024, at: Article 7}
    title: Report the water that is taken
    number: 7
    part_of: water-act
    addressee:
      - {to: operators, role: bound}
      - {to: farms, role: exempt, condition: below 100 m³ a day}
      - {to: water-agency, role: supervising}
    applies_from:
      - {is: 2025-04-01}
      - {is: 2026-10-01, source: gazette-2025, at: Article 1, from: 2025-02-15, by: water-amendment}
      - {is: 2028-01-01, source: proposal-text, at: Article 2, by: water-reform}
    penalty:
      - {text: Who reports late., fine: ≤ EUR 50 000, imposed_by: water-agency, at: Article 25}
    """,
    "measures/water-act/12": """
    defaults: {source: gazette-2024, at: Article 12}
    title: Draw up a plan for each basin
    number: 12
    part_of: water-act
    addressee: {to: water-agency, role: bound}
    deadline: {is: 2025-12-31}
    fulfilled:
      - {is: never, source: report, at: p. 4, as_of: 2026-01-15}
      - {is: 2026-02-20, source: report, at: postscript}
    """,
    "agencies/parliament": "title: Parliament\ntype: parliament",
    "agencies/water-office": "title: Water Office\nfounded: 1970\ndissolved: 2024-06-01",
    "agencies/water-agency": """
    title: Water Agency
    type: authority
    set_up_by: water-act
    founded: 2024-06-01
    successor_of: {to: water-office, how: merged, from: 2024-06-01}
    """,
    "actors/operators": """
    title: Operators of wells
    definition: {is: Whoever takes water from a well for others., source: gazette-2024, at: Article 2}
    """,
    "actors/farms": "title: Farms\nbroader: operators",
    "sources/gazette-2024":
      "title: Gazette 2024/15\ntype: gazette\npublished: 2024-03-10\nrenders: water-act",
    "sources/gazette-2025":
      "title: Gazette 2025/9\ntype: gazette\npublished: 2025-02-01\nrenders: water-amendment",
    "sources/proposal-text": "title: Proposal, full text\npublished: 2026-01-20\nrenders: water-reform",
    "sources/report": "title: Report of the agency\ntype: report\npublished: 2026-03-01",
  ]
}
