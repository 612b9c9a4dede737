import Diagnostics
import TestSite
import Testing

@testable import Knowledge

/// Queries, exports, quotes and the other end of a relation take what a claim says for its items by the same rule.
@Suite struct InheritedProvenanceTests {
  private let graph: KnowledgeGraph

  init() async {
    graph = await TestSite([
      "schema.yaml": """
      kinds:
        club: {folder: clubs, fields: {}}
        walk:
          folder: walks
          fields:
            kept_by: {to: club, many: true, inverse: keeps, inverse_label: Keeps}
            stages: {type: record, many: true, fields: {led_by: {to: club, inverse: leads, inverse_label: Leads}}}
        source: {folder: sources, fields: {}}
      """,
      "content/walks/ridge.md": """
      ---
      title: Ridge
      kept_by:
        is:
          - hikers
          - {to: cyclists, source: letter}
          - {to: anglers, source: Map, quote: "anglers too"}
        source: map
        at: § 3
        as_of: 2001
        inferred: true
      stages:
        - {led_by: The Boots, source: letter}
      ---
      """,
      "content/clubs/hikers.md": "---\ntitle: Hikers\naliases: [{name: The Boots, only_in: letter}]\n---\n",
      "content/clubs/cyclists.md": "---\ntitle: Cyclists\n---\n",
      "content/clubs/anglers.md": "---\ntitle: Anglers\n---\n",
      "content/sources/map.md": "---\ntitle: Map\n---\n",
      "content/sources/letter.md": "---\ntitle: Letter\n---\n",
    ]).graph
  }

  private func finds(_ kind: String, _ conditions: String...) throws -> [String] {
    let query = try Query(kind: graph.schema.kind(asked: kind), where: conditions, in: graph)
    return query.entities(in: graph).map { graph[$0].slug }
  }

  @Test func aPlaceInOneSourceIsNoPlaceInAnother() throws {
    #expect(try finds("walk", "kept_by=hikers", "kept_by.at=§ 3") == ["ridge"])
    #expect(try finds("walk", "kept_by=anglers", "kept_by.at=§ 3") == ["ridge"])
    #expect(try finds("walk", "kept_by=cyclists", "kept_by.at=§ 3") == [])
    #expect(try finds("walk", "kept_by=cyclists", "kept_by.as_of=2001") == [])
    #expect(try finds("walk", "kept_by=cyclists", "kept_by.inferred=true") == [])
    #expect(try finds("walk", "kept_by=cyclists", "kept_by.source=letter") == ["ridge"])
  }

  @Test func theOtherEndAndTheExportSayTheSame() throws {
    #expect(try finds("club", "keeps.at=§ 3") == ["anglers", "hikers"])
    #expect(try finds("club", "keeps.inferred=true") == ["anglers", "hikers"])
    for edge in graph.edges where graph.schema[edge.field].name == "kept_by" {
      let isOfMap = edge.provenance.source?.entity.map { graph[$0].slug } == "map"
      #expect(graph.json(statement: edge).compactText.contains("§ 3") == isOfMap)
    }
  }

  @Test func aQuoteStandsWhereItsClaimDoes() throws {
    let map = try graph.target(named: "source/map").entity
    #expect(graph.quotes(from: map).map(\.text.text) == ["anglers too"])
    #expect(graph.quotes(from: map).map(\.at) == ["§ 3"])
  }

  @Test func aNameOfOneSourceIsReadInTheSourceOfTheRecordAroundIt() throws {
    #expect(graph.diagnostics == [])
    #expect(try finds("club", "leads=ridge") == ["hikers"])
  }
}
