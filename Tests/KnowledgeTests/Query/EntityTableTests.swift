import Diagnostics
import TestSite
import Testing

@testable import Knowledge

@Suite struct EntityTableTests {
  private let graph: KnowledgeGraph

  init() async { graph = await SmallKnowledge.site.graph }

  private func table(_ kind: String, _ columns: [String]? = nil) throws -> EntityTable {
    let kind = try graph.schema.kind(asked: kind)
    return try EntityTable(
      Query(kind: kind, in: graph).entities(in: graph), kind: kind, columns: columns, in: graph)
  }

  @Test func showsTheColumnsOfTheKind() throws {
    #expect(
      try table("measure").table.text == """
        id                   title     number  part_of   responsible
        -------------------  --------  ------  --------  -----------
        measure/opinions/2   Tiers     2       opinions  miit; sasac
        measure/opinions/10  Services  10      opinions  mof; miit
        measure/plan/1       Goals     1       plan

        """)
  }

  @Test func countsTwoColumnsForAHanCharacter() throws {
    #expect(
      try table("agency", ["names", "id"]).table.text == """
        names                                 id
        ------------------------------------  ------------
        Ministry of Industry; 工业和信息化部  agency/miit
                                              agency/mof
                                              agency/sasac

        """)
  }

  @Test func columnsMayBeQualifiersInversesRecordsAndProperties() throws {
    #expect(
      try table("agency", ["slug", "responsible_for", "responsible_for.role", "addressed_by"]).table.rows
        == [
          ["miit", "opinions/2; opinions/10", "responsible; lead", "opinions/2#a-2"],
          ["mof", "opinions/10", "cooperating", ""],
          ["sasac", "opinions/2", "lead", "opinions/2#a-1"],
        ])
    #expect(
      try table("measure", ["actions", "actions.modality", "actions.addressee.source"]).table.rows == [
        ["a-1; a-2", "must; may", "update"], ["", "", ""], ["", "", ""],
      ])
  }

  @Test func claimsThatDisagreeStandApart() throws {
    #expect(
      try table("target", ["value", "value.source", "value.disputed", "deadline"]).table.rows == [
        ["1,000 firms | “thousands”", "update | english", "true", "2025"],
        ["≥ 43.5 billion yuan", "", "false", "2027-06~"],
      ])
  }

  @Test func aReferenceIsToldByItsSlugWhereThatIsEnough() throws {
    #expect(try table("discrepancy", ["about"]).table.rows == [["mof"]])
  }

  @Test func csvFollowsRFC4180() {
    let table = Table(
      header: ["a", "b"],
      rows: [["plain", "with, comma"], ["with \"quotes\"", "two\nlines"], ["", " blank"]])
    #expect(
      table.csv == "a,b\r\nplain,\"with, comma\"\r\n\"with \"\"quotes\"\"\",\"two\nlines\"\r\n,\" blank\"\r\n"
    )
  }

  @Test func jsonHasIDTitleAndTheColumns() throws {
    let expected: JSON = [
      [
        "id": "policy/opinions", "title": "Guiding Opinions", "status": "in-force",
        "issued_by.order": ["1"], "sets": [["id": "target/champions", "title": "Champions"]],
        "slug": "opinions",
      ],
      [
        "id": "policy/plan", "title": "Five-Year  Plan", "status": .null, "issued_by.order": [], "sets": [],
        "slug": "plan",
      ],
    ]
    #expect(
      try table("policy", ["status", "issued_by.order", "sets", "slug", "status"]).json.text
        == expected.text)
  }

  @Test func anUnknownColumnIsRefused() {
    let error = #expect(throws: QueryError.self) { try table("policy", ["titel"]) }
    #expect(error?.message == "kind 'policy' has no field 'titel'; did you mean 'title'?")
  }
}
