import Foundation
import Knowledge
import TestSite
import Testing

@testable import Site

/// The manual's page "Written short": what it shows is so.
@Suite struct ShortFormTests {
  private static let manual = "content/manual/short.md"

  @Test func bothFormsMakeTheSameSiteAndTheirSizesAreTold() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: Self.manual), encoding: .utf8)
    let parts = page.components(separatedBy: "\n## ")
    try #require(parts.count == 3)
    let (long, short) = (files(in: parts[1]), files(in: parts[2]))
    #expect(long.keys.sorted() == short.keys.sorted())
    #expect(long.count == 4)
    #expect(page.contains("| Lines | \(lines(long)) | \(lines(short)) |"))
    #expect(page.contains("| Keystrokes | \(keystrokes(long)) | \(keystrokes(short)) |"))

    let shared = Self.shared(
      schema: try String(contentsOf: root.appending(path: "schema.yaml"), encoding: .utf8))
    let longSite = await TestSite(shared.merging(long) { $1 })
    let shortSite = await TestSite(shared.merging(short) { $1 })
    for path in short.keys {
      guard case .unchanged? = shortSite.formatted[path] else {
        Issue.record("\(path) is not in the form of remit fmt")
        continue
      }
    }
    let byItself = long.keys.reduce(into: [String: String]()) { texts, path in
      if case .changed(let text)? = longSite.formatted[path] {
        texts[path] = String(decoding: text, as: UTF8.self)
      }
    }
    #expect(byItself.count == 4)
    #expect(page.contains("`remit fmt` makes \(keystrokes(byItself)) keystrokes by itself"))
    let writtenOut = await longSite.published()
    let writtenShort = await shortSite.published()
    #expect(writtenOut.printedDiagnostics == "")
    #expect(writtenShort.printedDiagnostics == "")
    #expect(writtenOut.bytes == writtenShort.bytes)
    #expect(writtenOut.text("agencies/works-office.html")?.contains("Mend the mains") == true)
  }

  private func lines(_ files: [String: String]) -> Int {
    files.values.map { $0.count { $0 == "\n" } }.reduce(0, +)
  }

  private func keystrokes(_ files: [String: String]) -> String {
    let count = String(files.values.map(\.count).reduce(0, +))
    return count.dropLast(3) + "," + count.suffix(3)
  }

  /// The texts of a section, by the paths above them.
  private func files(in section: String) -> [String: String] {
    var files: [String: String] = [:]
    for part in section.components(separatedBy: "\n`content/").dropFirst() {
      let pieces = part.components(separatedBy: "```")
      guard pieces.count > 1, let end = part.firstIndex(of: "`") else { continue }
      files["content/" + part[..<end]] = String(pieces[1].dropFirst("markdown\n".count))
    }
    return files
  }

  private static func shared(schema: String) -> [String: String] {
    var files = ["schema.yaml": schema, "content/sources/water-plan-text.md": "---\ntitle: The plan\n---\n"]
    let agencies = [
      "water-ministry": "Ministry of Water", "finance-ministry": "Ministry of Finance",
      "health-office": "Health Office", "works-office": "Works Office", "city-councils": "City Councils",
      "farm-office": "Farm Office",
    ]
    for (slug, title) in agencies { files["content/agencies/\(slug).md"] = "---\ntitle: \(title)\n---\n" }
    return files
  }
}
