import Diagnostics
import Foundation
import TestSite
import Testing

/// Lists of plain pages: long ones come in pages, nothing of an author's gives way to them, and the preview follows.
@Suite struct PageListTests {
  private func pages(_ count: Int, _ matter: (Int) -> String) -> [String: String] {
    var files: [String: String] = [:]
    for number in 0..<count {
      files["content/notes/p\(number).md"] = "---\ntitle: T\(number)\n\(matter(number))\n---\nText.\n"
    }
    return files
  }

  private func page(_ path: String, _ site: TestSite) throws -> String {
    String(decoding: try #require(site.file(at: path), "\(path)"), as: UTF8.self)
  }

  /// The rows of a page.
  private func rows(_ path: String, _ site: TestSite) throws -> [String] {
    let text = try page(path, site)
    guard let start = text.range(of: "<ul class=\"page-rows\">") else { return [] }
    return text[start.upperBound...].components(separatedBy: "<li><a href=\"").dropFirst().map { row in
      String(row.prefix { $0 != "\"" }.split(separator: "/").last ?? "")
    }
  }

  @Test(arguments: [
    ("date", "by-year/2021.html"), ("order", "by-number/1.html"), ("mood", "by-letter/t.html"),
  ]) func longListsComeInPages(_ field: String, _ path: String) async throws {
    let site = await TestSite(
      pages(450) { number in
        switch field {
        case "date": "date: \(2020 + number % 2)-01-01"
        case "order": "order: \(number)"
        default: "author: Ann"
        }
      })
    #expect(site.paths.contains("notes/" + path))
    #expect(try rows("notes/index.html", site).count == 100)
    let parts = site.paths.filter { $0.hasPrefix("notes/by-") }
    try #require(parts.count > 1)
    var all: [String] = []
    for part in parts {
      let rows = try rows(part, site)
      #expect(rows.count <= 200, "\(part)")
      all += rows
    }
    #expect(all.count == 450 && Set(all).count == 450)
    #expect(try page(parts[1], site).contains("rel=\"prev\""))
  }

  @Test func aHomePageNamesFoldersAndNotThousands() async throws {
    let site = await TestSite(pages(450) { _ in "" })
    let home = try page("index.html", site)
    #expect(home.contains("<a href=\"notes/index.html\">Notes <span class=\"n\">450</span></a>"))
    #expect(!home.contains("T17"))
  }

  @Test func manyTagsComeInPages() async throws {
    let site = await TestSite(pages(450) { "tags: [t\($0), all]" })
    let first = try page("tags/index.html", site)
    #expect(first.components(separatedBy: "/index.html\">").count < 130)
    #expect(first.contains("all <span class=\"n\">450</span>"))
    #expect(site.paths.filter { $0.hasPrefix("tags/by-number/") }.count == 3)
    #expect(try page("tags/by-number/3.html", site).contains("t449"))
    #expect(try rows("tags/all/index.html", site).count == 100)
  }

  @Test func aKindOfThatNameKeepsItsFolder() async {
    let site = await TestSite([
      "schema.yaml": "kinds: {tag: {folder: tags, fields: {}}}",
      "content/tags/steel.md": "---\ntitle: Steel\n---\n", "content/a.md": "---\ntags: [steel]\n---\n",
    ])
    #expect(site.printedDiagnostics == "")
    #expect(site.paths.contains("tags/steel.html") && site.paths.contains("page-tags/steel/index.html"))
  }

  /// An old theme's file gives way to a list, and is told; an author's page does not.
  @Test func aFileGivesWayToAListAndAPageDoesNot() async throws {
    let site = await TestSite([
      "remit.yaml": "unsafe_html: true",
      "content/tags/index.html": "<p>mine</p>", "content/Tags/Steel/index.md": "# Mine",
      "content/a.md": "---\ntags: [steel]\n---\n", "content/b/index.html": "<p>mine</p>",
      "content/b/c.md": "# C",
    ])
    #expect(site.diagnostics.map(\.id) == [.outputConflict, .outputConflict], "\(site.printedDiagnostics)")
    #expect(site.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(try rows("b/index.html", site) == ["c.html"])
    #expect(site.paths.count { $0.lowercased() == "tags/steel/index.html" } == 1)
  }

  @Test func foldersThatDifferInCapitalsHaveOneList() async throws {
    let site = await TestSite([
      "content/Notes/a.md": "# A", "content/notes/b.md": "# B",
      "content/Tags/p.md": "---\ntags: [steel, ' ', '']\n---\n",
    ])
    #expect(site.printedDiagnostics == "")
    #expect(try rows("Notes/index.html", site) == ["a.html", "b.html"])
    #expect(site.paths.count { $0.lowercased() == "tags/index.html" } == 1)
    #expect(site.paths.filter { $0.hasPrefix("tags/") } == ["tags/index.html", "tags/steel/index.html"])
  }

  @Test func aPageAtTheAddressOfAPartKeepsTheListInOne() async throws {
    var files = pages(221) { _ in "date: 2020-01-01" }
    files["content/notes/by-year/2020.md"] = "# Mine"
    let site = await TestSite(files)
    #expect(site.printedDiagnostics == "")
    #expect(try rows("notes/index.html", site).count == 221)
  }

  @Test func aFolderCalledAsALanguageGivesWayToItsHomePage() async throws {
    let site = await TestSite([
      "remit.yaml": "languages: [zh]", "content/zh/p.md": "# P", "content/a.md": "# A",
    ])
    #expect(site.printedDiagnostics == "")
    #expect(site.paths.contains("zh/p.html"))
  }

  @Test(arguments: ["tags: [new]", "tags: [old]\ndate: 2024-01-01", "tags: [old]\norder: 1", "list: true"])
  func thePreviewFollows(_ matter: String) async throws {
    var files = pages(3) { $0 == 2 ? "tags: [odd]" : "tags: [old]" }
    let before = await TestSite(files)
    files["content/notes/p2.md"] = "---\ntitle: T2\n\(matter)\n---\nText.\n"
    let after = await TestSite(files, after: before)
    let anew = await TestSite(files)
    #expect(after.paths == anew.paths)
    for path in anew.paths { #expect(after.file(at: path) == anew.file(at: path), "\(path)") }
  }
}
