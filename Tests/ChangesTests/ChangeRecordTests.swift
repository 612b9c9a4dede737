import Diagnostics
import Foundation
import Knowledge
import Testing

@testable import Changes

@Suite struct ChangeRecordTests {
  @Test func aRecordReadsAsItWasWritten() throws {
    let source = NamedEntity(id: "source/update", title: "Update \"of\" \u{2028}2021\n", anchor: "a-1")
    let details = ChangeDetail.Topic.allCases.flatMap { topic in
      ChangeDetail.Action.allCases.map { action in
        var detail = ChangeDetail(action, topic)
        detail.field = "actions.text"
        detail.label = "Actions, Text"
        detail.record = "a-1"
        detail.language = "zh"
        detail.old = "null"
        detail.new = "增长 {[:#"
        detail.target = source
        detail.source = source
        detail.scope = "China"
        detail.asOf = "2021-06~"
        detail.aspects = [.init(name: "role", label: "Role", old: "", new: "true")]
        detail.wordsAdded = 12
        detail.wordsRemoved = 0
        return detail
      }
    }
    let changes = KnowledgeChanges(
      discrepancies: DiscrepancyChange.Sort.allCases.map {
        DiscrepancyChange(
          sort: $0, entity: source, field: "Value", discrepancyClass: "value", weight: .wording,
          oldState: "open",
          newState: "explained",
          claims: [SaidValue(value: "1,000", source: source), SaidValue(value: "~", source: nil)])
      },
      entities: EntityChange.Sort.allCases.map {
        EntityChange(
          sort: $0, entity: NamedEntity(id: "source/update", title: "A", anchor: "b"), formerID: "source/old",
          kind: "Source", details: details)
      },
      schema: [SchemaChange(action: .changed, kind: "target", field: "value", old: "text", new: "quantity")],
      settings: [SettingChange(name: "as_of", old: nil, new: "2024-01-01")])
    let record = ChangeRecord(
      date: try EDTFDate.parse("2024-10-01").get(), title: "More: 1", changes: changes)
    let read = ChangeRecord.read(SourceText(path: "r.json", text: record.text))
    #expect(read.diagnostics == [])
    #expect(read.record == record)
  }

  @Test func aRecordFromBeforeThereWereWeightsStillReads() {
    func record(_ members: String) -> SourceText {
      let discrepancy = #"{"change": "opened", "id": "a/b", "title": "B", "class": "value"\#(members)}"#
      return SourceText(path: "r.json", text: #"{"date": "2024-10-01", "discrepancies": [\#(discrepancy)]}"#)
    }
    let old = ChangeRecord.read(record(""))
    #expect(old.diagnostics == [])
    #expect(old.record?.changes.discrepancies.map(\.weight) == [nil])
    let new = ChangeRecord.read(record(#", "weight": "rendering""#))
    #expect(new.record?.changes.discrepancies.map(\.weight) == [.rendering])
    let wrong = ChangeRecord.read(record(#", "weight": "heavy""#))
    #expect(wrong.diagnostics.map(\.id) == [.invalidChangeRecord])
  }

  /// One that is missing in the list would be lost in every record.
  @Test func everyMemberIsListed() {
    func isListed<Item: Recorded>(_ type: Item.Type) -> Bool {
      Set(Item.members.map(\.key)).count == Mirror(reflecting: Item.blank).children.count
    }
    #expect(isListed(KnowledgeChanges.self) && isListed(ChangeDetail.self) && isListed(NamedEntity.self))
    #expect(isListed(ChangeDetail.Aspect.self) && isListed(SaidValue.self))
    #expect(isListed(SchemaChange.self) && isListed(SettingChange.self))
  }

  @Test(arguments: [
    #"\ud83d\ude00"#, #"\uD83D\uDE00"#, "😀", #"a\/b"#, "a\u{2028}b\u{7F}\u{85}", #"\b\f\n\r\t\"\\"#,
    #"\\ud83d"#,
    #"\u4e2d\u0000"#,
  ])
  func everyStringOfJSONIsRead(text: String) throws {
    let json = "{\n\t\"date\":\t\"2024-10-01\",\"title\":\"\(text)\"\r\n}"
    let read = ChangeRecord.read(SourceText(path: "r.json", text: json))
    #expect(read.diagnostics == [])
    let wanted = try JSONDecoder().decode([String].self, from: Data("[\"\(text)\"]".utf8))
    // No page can hold these.
    let controls = CharacterSet(charactersIn: "\u{0}\u{8}\u{C}")
    let shown = wanted.first?.components(separatedBy: controls).joined(separator: "\u{FFFD}")
    #expect(read.record?.title == shown)
  }

  @Test(arguments: [#"\ud83d"#, #"\ude00"#, #"\ud83d\ud83d"#, #"\ud83dx\ude00"#])
  func halfACharacterIsNone(text: String) {
    let read = ChangeRecord.read(
      SourceText(path: "r.json", text: "{\"date\": \"2024-10-01\",\n\"title\": \"\(text)\"}"))
    #expect(read.record == nil)
    #expect(read.diagnostics.first?.place == Place("r.json", Position(line: 2, column: 11), length: 6))
  }

  @Test(arguments: ["", "\n", "null"]) func anEmptyFileIsTold(text: String) {
    let read = ChangeRecord.read(SourceText(path: "r.json", text: text))
    #expect(read.record == nil)
    #expect(read.diagnostics.map(\.id) == [.invalidChangeRecord])
  }

  @Test func aRecordThatIsWrongIsNone() {
    let read = ChangeRecord.read(SourceText(path: "r.json", text: "{\"date\": \"2024\"}\n"))
    #expect(read.record == nil)
    #expect(read.diagnostics.map(\.id) == [.invalidChangeRecord])
    #expect(read.diagnostics.first?.place == Place("r.json", Position(line: 1, column: 10), length: 6))
  }
}
