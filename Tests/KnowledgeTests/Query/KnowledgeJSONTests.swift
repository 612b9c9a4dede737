import Diagnostics
import TestSite
import Testing

@testable import Knowledge

@Suite struct KnowledgeJSONTests {
  private let graph: KnowledgeGraph

  init() async { graph = await SmallKnowledge.site.graph }

  private var export: JSON { export(graph) }

  private func export(_ graph: KnowledgeGraph) -> JSON {
    KnowledgeJSON(graph) { "pages/\(graph[$0].slug).html" }(title: "Small", asOf: EDTFDate(dayNumber: 0))
  }

  @Test func saysWhatItIsAndHowMuchThereIs() {
    #expect(export.member("title") == "Small")
    #expect(export.member("as_of") == "1970-01-01")
    #expect(
      export.member("kinds") == [
        "page": 0, "policy": 2, "measure": 3, "agency": 3, "target": 2, "source": 2, "discrepancy": 1,
      ])
  }

  @Test func hasEveryEntityAsItIsShownAlone() throws {
    let entity = EntityJSON(graph) { "pages/\(graph[$0].slug).html" }
    #expect(export.member("entities") == .array(graph.entityIDs.map { entity($0) }))
  }

  @Test func listsDisputedFactsThenWhatNoFieldCanHold() {
    let expected: JSON = [
      [
        "id": "policy/opinions", "title": "Guiding Opinions", "field": "published", "class": "date",
        "state": "explained", "weight": "fact", "prefer": "source/english",
        "reason": "Signed, then released.",
        "claims": [
          ["value": "2021-06-01", "source": "source/english"],
          ["value": "2021-07-02", "source": "source/update", "at": "p. 1"],
        ],
      ],
      [
        "id": "target/champions", "title": "Champions", "field": "value", "class": "value", "state": "open",
        "weight": "fact",
        "claims": [
          [
            "value": ["text": "1,000 firms", "operator": "=", "value": .number("1000"), "unit": "firms"],
            "source": "source/update", "quote": "one thousand", "at": "p. 2",
          ],
          [
            "value": ["text": "“thousands”", "operator": "words", "words": "thousands"],
            "source": "source/english", "quote": "thousands of", "note": "No number",
          ],
        ],
      ],
      [
        "id": "discrepancy/names", "title": "Two names", "class": "name",
        "about": [["id": "agency/mof", "title": "Ministry of Finance"]], "weight": "fact",
      ],
    ]
    #expect(export.member("discrepancies")?.text == expected.text)
  }

  @Test func isTheSameInWhateverOrderFilesAreRead() async {
    let entities = await SmallKnowledge.site.entities
    let other = await KnowledgeGraph(entities.reversed(), schema: graph.schema)
    #expect(export(other).text == export.text)
  }
}
