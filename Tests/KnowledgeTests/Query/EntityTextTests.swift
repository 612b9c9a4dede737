import TestSite
import Testing

@testable import Knowledge

@Suite struct EntityTextTests {
  private let graph: KnowledgeGraph

  init() async { graph = await SmallKnowledge.site.graph }

  @Test func showsFactsWithTheirSourcesAndRelationsFromBothEnds() throws {
    #expect(
      EntityText.of(try graph.target(named: "opinions").entity, in: graph) == """
        Guiding Opinions
        policy/opinions · Policy · content/policies/opinions.md

        Who raises strong firms.

        Published (date disputed: explained)
          1 June 2021
            – source/english
          2 July 2021
            – source/update, p. 1
          Preferred: source/english
          Reason: Signed, then released.
        Status: in-force
        Issued by
          agency/miit · Ministry of Industry
            Order: 1
          agency/sasac · State Assets Commission

        Measures
          measure/opinions/2 · Tiers
          measure/opinions/10 · Services

        Sets
          target/champions · Champions

        Former ids
          policy/old-opinions

        Mentioned by
          measure/plan/1 · Goals

        """)
  }

  @Test func showsRecordsAliasesAndQuotes() throws {
    let measure = EntityText.of(try graph.target(named: "opinions/2").entity, in: graph)
    #expect(
      measure.contains(
        "\n  a-1\n    Action: Select firms.\n    Modality: must\n    Addressee\n"
          + "      agency/sasac · State Assets Commission\n        – source/update\n"))
    let agency = EntityText.of(try graph.target(named: "mof").entity, in: graph)
    #expect(
      agency.contains(
        "\nAliases\n  Exchequer (mistranslation, only in source/english)\n"
          + "    – source/english, “Exchequer”\n"
      ))
    let source = EntityText.of(try graph.target(named: "english").entity, in: graph)
    #expect(source.contains("\nQuotes\n  “by the MIIT”\n    measure/opinions/2 · Tiers\n"))
  }

  /// What an author wrote must not steer the reader's terminal.
  @Test func printsNoControlCharacters() async throws {
    let graph = await TestSite(["content/odd.md": "---\ntitle: \"Red \\e[31m and\\nmore\"\n---\n"]).graph
    #expect(EntityText.of(EntityID(0), in: graph).hasPrefix("Red \u{FFFD}[31m and more\n"))
  }
}
