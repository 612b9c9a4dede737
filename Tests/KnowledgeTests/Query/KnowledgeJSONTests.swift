import Diagnostics
import TestSupport
import Testing

@testable import Knowledge

@Suite struct KnowledgeJSONTests {
  static let graph = SmallKnowledge.graph

  static var export: JSON {
    KnowledgeJSON(graph, url: EntityJSONTests.url)(title: "Small", asOf: EDTFDate(dayNumber: 0))
  }

  @Test func saysWhatItIsAndHowMuchThereIs() {
    #expect(Self.export.member("title") == "Small")
    #expect(Self.export.member("as_of") == "1970-01-01")
    #expect(
      Self.export.member("kinds") == [
        "page": 0, "policy": 2, "measure": 3, "agency": 3, "target": 2, "source": 2, "discrepancy": 1,
      ])
  }

  @Test func hasEveryEntityAsItIsShownAlone() throws {
    let entity = EntityJSON(Self.graph, url: EntityJSONTests.url)
    #expect(Self.export.member("entities") == .array(Self.graph.entityIDs.map { entity($0) }))
  }

  @Test func listsDisputedFactsThenWhatNoFieldCanHold() {
    let expected: JSON = [
      [
        "id": "policy/opinions", "title": "Guiding Opinions", "field": "published", "class": "date",
        "state": "explained", "prefer": "source/english", "reason": "Signed, then released.",
        "claims": [
          ["value": "2021-06-01", "source": "source/english"],
          ["value": "2021-07-02", "source": "source/update", "at": "p. 1"],
        ],
      ],
      [
        "id": "target/champions", "title": "Champions", "field": "value", "class": "value", "state": "open",
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
        "about": [["id": "agency/mof", "title": "Ministry of Finance"]],
      ],
    ]
    #expect(Self.export.member("discrepancies")?.text == expected.text)
  }

  @Test func isTheSameInWhateverOrderFilesAreRead() {
    let graph = KnowledgeGraph(
      SmallKnowledge.files.reversed().map { SmallKnowledge.entity(path: $0.0, text: $0.1) },
      schema: SmallKnowledge.schema)
    let other = KnowledgeJSON(graph, url: EntityJSONTests.url)(title: "Small", asOf: EDTFDate(dayNumber: 0))
    #expect(other.text == Self.export.text)
  }
}
