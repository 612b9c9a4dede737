import Diagnostics
import TestSite
import Testing

@testable import Knowledge

@Suite struct FrontMatterSchemaTests {
  private let schema: Schema
  private let all: JSON

  init() async {
    schema = await SmallKnowledge.site.graph.schema
    all = FrontMatterSchema.all(schema)
  }

  private func definition(_ name: String, in document: JSON? = nil) -> JSON? {
    (document ?? all).member("$defs")?.member(name)
  }

  @Test func everyReferenceLeadsToADefinition() throws {
    let kinds = try schema.kindNames.map { name in
      FrontMatterSchema.of(try schema.kind(asked: name), in: schema)
    }
    for document in [all] + kinds {
      let names = Set(document.member("$defs")?.keys ?? [])
      #expect(document.references.filter { !names.contains(String($0.dropFirst("#/$defs/".count))) } == [])
      #expect(document.references.isEmpty == false)
    }
  }

  @Test func theWholeDescribesAFileOfAnyKind() {
    let kinds = ["page", "policy", "measure", "agency", "target", "source", "discrepancy"]
    #expect(all.member("$schema") == "https://json-schema.org/draft/2020-12/schema")
    #expect(all.member("anyOf") == .array(kinds.map { ["$ref": .string("#/$defs/" + $0)] }))
    #expect(all.member("$defs")?.keys.prefix(kinds.count) == kinds[...])
  }

  @Test func oneKindStandsAlone() throws {
    let document = FrontMatterSchema.of(try schema.kind(asked: "measure"), in: schema)
    #expect(document.member("$ref") == "#/$defs/measure")
    #expect(definition("policy", in: document) == nil)
    #expect(definition("measure", in: document) == definition("measure"))
  }

  @Test func aKindHasItsFieldsWithTheirWordsAndNoOthers() {
    let measure = definition("measure")
    #expect(measure?.member("required") == ["part_of"])
    #expect(measure?.member("additionalProperties") == false)
    #expect(
      measure?.member("properties")?.keys == [
        "title", "summary", "number", "part_of", "responsible", "instrument", "actions", "section", "aliases",
        "former_ids", "publish", "defaults", "draft",
      ])
    #expect(
      measure?.member("properties")?.member("number") == [
        "title": "Number", "description": "As the policy counts", "$ref": "#/$defs/Text:fact",
      ])
    #expect(definition("page")?.member("additionalProperties") == true)
  }

  @Test func aFactMayBeAValueAClaimClaimsTheLongFormOrNothing() {
    let claims: JSON = [
      "anyOf": [
        [
          "type": "array",
          "items": ["anyOf": [["$ref": "#/$defs/Date:claim"], ["$ref": "#/$defs/Date:claims"]]],
          "minItems": 1,
        ],
        ["$ref": "#/$defs/Date:claims"],
      ]
    ]
    #expect(
      definition("Date:fact") == [
        "anyOf": [
          ["$ref": "#/$defs/Date"],
          ["$ref": "#/$defs/Date:claim"],
          claims,
          [
            "type": "object",
            "properties": [
              "claims": claims,
              "class": ["$ref": "#/$defs/DiscrepancyClass"],
              "state": ["$ref": "#/$defs/DiscrepancyState"],
              "weight": ["$ref": "#/$defs/DiscrepancyWeight"],
              "prefer": ["title": "The source whose claim is shown first", "$ref": "#/$defs/Text"],
              "reason": ["$ref": "#/$defs/Text"],
            ],
            "required": ["claims"],
            "additionalProperties": false,
          ],
          ["type": "null"],
        ]
      ])
    let claim = definition("Date:claim")
    #expect(claim?.member("properties")?.keys == ["is"] + ClaimKey.names)
    #expect(claim?.member("required") == ["is"])
  }

  @Test func aRelationItemIsANameOrAMappingWithQualifiers() {
    let item = definition("measure.responsible")
    guard case .array(let forms)? = item?.member("anyOf") else {
      Issue.record("an item has two forms, not \(String(describing: item))")
      return
    }
    #expect(forms.first == ["$ref": "#/$defs/Text"])
    #expect(forms.last?.member("properties")?.keys == ["to", "role", "since"] + ClaimKey.names)
    #expect(
      forms.last?.member("properties")?.member("role") == [
        "title": "Role", "enum": ["lead", "responsible", "cooperating"],
      ])
  }

  @Test func aRecordHasItsFieldsAsFactsAndMayHaveAnID() {
    let record = definition("measure.actions")
    #expect(
      record?.member("properties")?.keys == ["id", "defaults", "text", "modality", "addressee"]
        + ClaimKey.names)
    #expect(record?.member("required") == ["text"])
    #expect(record?.member("properties")?.member("text")?.member("$ref") == "#/$defs/Markdown:fact")
  }

  /// YAML reads `2` as a number and `true` as a flag where the schema means words.
  @Test func wordsThatLookLikeNumbersMayStandUnquoted() {
    let kind = Kind(
      name: "k", folder: "k", label: Kind.Label(one: "K", many: "Ks"),
      fields: [Field(name: "level", type: .enumeration(["1", "02", "true", "high"]), label: "Level")])
    let schema = Schema(kinds: [kind])
    let document = FrontMatterSchema.of(KindID(1), in: schema)
    guard case .array(let forms)? = definition("k.level:fact", in: document)?.member("anyOf") else {
      Issue.record("a fact has several forms")
      return
    }
    #expect(forms.first == ["enum": ["1", "02", "true", "high", 1, true]])
  }
}

extension JSON {
  fileprivate var keys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }

  /// Every `$ref`, at any depth.
  fileprivate var references: [String] {
    var found: [String] = []
    var open = [self]
    while let next = open.popLast() {
      switch next {
      case .object(let members):
        for member in members {
          if member.key == "$ref", case .string(let name) = member.value { found.append(name) }
          open.append(member.value)
        }
      case .array(let items): open += items
      default: break
      }
    }
    return found
  }
}
