import Foundation
import Knowledge
import Testing

@testable import Site
@testable import Templates

/// The manual's tables of names are those that the records print. `UPDATE_FIXTURES=1` writes them, and fails once.
@Suite struct ManualTableTests {
  private typealias Records = [(heading: String, record: RecordDescription)]

  private static func manual(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content/manual/\(name).md")
      .standardized
  }

  /// By the headings under which they stand in `template-names.md`.
  private static var shared: Records {
    [
      ("## Everywhere", PageFrame.record(RecordType<[String]>([])).description),
      ("## A value", ShownValue.record.description), ("## A statement", ShownStatement.record.description),
      ("## A link", ShownLink.record.description), ("## A fact", ShownFact.record.description),
      ("## A claim", ShownClaim.record.description), ("## A moment", ShownMoment.record.description),
      ("## A duty", ShownDuty.record.description), ("## A mark", SourceMark.record.description),
      ("## A part", PagePart.record.description), ("## A row", ShownSiblings.record.description),
      ("## A page field", ShownPageField.record.description),
      ("## A page list", ShownPageList.record.description),
      ("## A shown fact", ShownBeside.record.description),
      ("## On the page of an entity", EntityPage.record.description),
      ("## On the list of a kind", ListPage.record.description),
      ("## On the home page", HomePage.record.description),
      ("## On a redirect", RedirectPage.record.description),
      ("## On the page of the search", SearchPage.record.description),
      ("## In the feed of a kind", ListFeed.record.description),
      ("## In a sitemap", Sitemap.record.description),
    ]
  }

  /// Those in `view-names.md`.
  private static var views: Records {
    let views = ViewTypes.all.compactMap { view -> (String, RecordDescription)? in
      guard case .record(let record) = view.shape else { return nil }
      return ("## " + view.type, record)
    }
    return [("## Every view", ViewHead.record.description)] + views
  }

  @Test func everyViewHasATable() { #expect(Self.views.count == 1 + ViewTypes.all.count) }

  @Test func tablesArePrinted() throws {
    try check(Self.shared, in: "template-names") { $0 }
    // What all pages have is explained on the other page.
    try check(Self.views, in: "view-names") { $0.replacing("](#", with: "](template-names.md#") }
  }

  @Test func wordsOfDatesAndQuantitiesAreThoseBuiltIn() throws {
    let text = try String(contentsOf: Self.manual("templates"), encoding: .utf8)
    let chinese = BuiltInWords.texts(of: "zh")
    func cell(_ text: String?) -> String {
      text.flatMap { $0.isEmpty ? nil : "`\($0)`" } ?? "as it is written"
    }
    let rows = BuiltInWords.keys.filter { !$0.hasPrefix("month_") }.map {
      "| `\($0)` | \(cell(BuiltInWords.english[$0])) | \(cell(chinese[$0])) |"
    }
    #expect(rows.count > 20 && text.contains(rows.joined(separator: "\n") + "\n\n"))
  }

  private func check(_ records: Records, in page: String, linked: (String) -> String) throws {
    let manual = Self.manual(page)
    let text = try String(contentsOf: manual, encoding: .utf8)
    var sections = text.components(separatedBy: "\n#").enumerated().map { $0 == 0 ? $1 : "#" + $1 }
    for (heading, record) in records {
      let index = try #require(sections.firstIndex { $0.hasPrefix(heading + "\n") }, "\(heading)")
      var parts = sections[index].components(separatedBy: "\n\n")
      let table = linked(record.markdownTable.trimmingCharacters(in: .newlines))
      let place = try #require(parts.firstIndex { $0.hasPrefix("| Name |") }, "\(heading) has no table")
      #expect(
        parts[place].trimmingCharacters(in: .newlines) == table,
        "\(heading): the record's own table is\n\(table)")
      #expect(
        !table.split(separator: "\n").contains { $0.hasSuffix("|  |") }, "\(heading): a name is not explained"
      )
      parts[place] = table + (parts[place].hasSuffix("\n") ? "\n" : "")
      sections[index] = parts.joined(separator: "\n\n")
    }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
      try sections.joined(separator: "\n").write(to: manual, atomically: true, encoding: .utf8)
    }
  }
}
