import Diagnostics
import TestSite
import Testing

@testable import Knowledge

@Suite struct EntityJSONTests {
  private let graph: KnowledgeGraph

  init() async { graph = await SmallKnowledge.site.graph }

  private func url(_ id: EntityID) -> String { "pages/\(graph[id].slug).html" }

  private func json(_ name: String) throws -> JSON {
    EntityJSON(graph, url: url)(try graph.target(named: name).entity)
  }

  @Test func aDisputedFactHasEveryClaim() throws {
    let expected: JSON = [
      "id": "target/champions", "kind": "target", "slug": "champions", "title": "Champions",
      "path": "content/targets/champions.md", "url": "pages/champions.html",
      "facts": [
        "value": [
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
          "disputed": true, "class": "value", "state": "open", "weight": "fact",
        ],
        "deadline": "2025", "official": true,
        "set_by": ["id": "policy/opinions", "title": "Guiding Opinions"],
      ],
      "discrepancies": [["field": "value", "class": "value", "state": "open", "weight": "fact"]],
    ]
    #expect(try json("target/champions").text == expected.text)
  }

  @Test func aMeasureHasItsRelationsWithQualifiersAndItsRecords() throws {
    let expected: JSON = [
      "id": "measure/opinions/2", "kind": "measure", "slug": "opinions/2", "title": "Tiers",
      "path": "content/measures/opinions/2.md", "url": "pages/opinions/2.html",
      "facts": [
        "number": "2", "part_of": ["id": "policy/opinions", "title": "Guiding Opinions"],
        "responsible": [
          [
            "id": "agency/miit", "title": "Ministry of Industry", "role": "responsible",
            "source": "source/english", "quote": "by the MIIT",
          ],
          ["id": "agency/sasac", "title": "State Assets Commission", "role": "lead", "since": "2020"],
        ],
        "instrument": ["fund", "tax"],
        "actions": [
          [
            "id": "a-1", "text": "Select firms.", "modality": "must",
            "addressee": [
              ["id": "agency/sasac", "title": "State Assets Commission", "source": "source/update"]
            ],
          ],
          [
            "id": "a-2", "text": "Give *money*.", "modality": "may",
            "addressee": [["id": "agency/miit", "title": "Ministry of Industry"]],
          ],
        ],
      ],
    ]
    #expect(try json("measure/opinions/2").text == expected.text)
  }

  @Test func relationsAreToldFromTheOtherEndToo() throws {
    let expected: JSON = [
      "id": "agency/miit", "kind": "agency", "slug": "miit", "title": "Ministry of Industry",
      "path": "content/agencies/miit.md", "url": "pages/miit.html",
      "aliases": [["name": "MIIT", "sort": "abbreviation"]],
      "facts": ["names": ["en": "Ministry of Industry", "zh": "工业和信息化部"]],
      "inverse": [
        "issues": [["id": "policy/opinions", "title": "Guiding Opinions", "order": "1"]],
        "responsible_for": [
          [
            "id": "measure/opinions/2", "title": "Tiers", "role": "responsible", "source": "source/english",
            "quote": "by the MIIT",
          ],
          ["id": "measure/opinions/10", "title": "Services", "role": "lead", "inferred": true],
        ],
        "addressed_by": [["id": "measure/opinions/2", "title": "Tiers", "anchor": "a-2"]],
      ],
      "mentioned_by": ["policy/opinions"],
    ]
    #expect(try json("miit").text == expected.text)
  }

  @Test func anAliasNamesItsOnlySourceAndASourceItsQuotes() throws {
    let aliases: JSON = [
      ["name": "Exchequer", "sort": "mistranslation", "only_in": "source/english", "quote": "Exchequer"]
    ]
    #expect(try json("mof").member("aliases") == aliases)
    let quotes: JSON = [
      ["id": "measure/opinions/2", "field": "responsible", "quote": "by the MIIT"],
      ["id": "agency/mof", "quote": "Exchequer"],
      ["id": "target/champions", "field": "value", "quote": "thousands of"],
    ]
    #expect(try json("source/english").member("quotes") == quotes)
  }

  @Test func aQuantityKeepsItsExactNumber() throws {
    let expected: JSON = [
      "text": "≥ 43.5 billion yuan", "operator": "≥", "value": .number("43.5"), "scale": "billion",
      "magnitude": .number("43500000000"), "currency": "yuan",
    ]
    #expect(try json("growth").member("facts")?.member("value") == expected)
  }

  @Test func aReferenceToNowhereKeepsItsName() async throws {
    var files = SmallKnowledge.files
    files["content/measures/lost.md"] = "---\ntitle: Lost\npart_of: nowhere\n---\n"
    let graph = await TestSite(files).graph
    let json = EntityJSON(graph) { _ in "" }(try graph.target(named: "lost").entity)
    #expect(json.member("facts")?.member("part_of") == ["name": "nowhere", "unresolved": true])
  }
}

extension JSON {
  func member(_ key: String) -> JSON? {
    if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }
}
