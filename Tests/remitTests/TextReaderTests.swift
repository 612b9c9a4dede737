import Foundation
import Knowledge
import Site
import TestSite
import Testing

/// Where the words of a text change and nothing else, the files of the website that are others then are among those that the
/// next build makes anew.
@Suite struct TextReaderTests {
  @Test func whatShowsATextIsMadeAnew() async throws {
    try await check(linked(ClimateBase.texts), leastEdits: 20)
    try await check(Self.sections, leastEdits: 4)
  }

  private func check(_ files: [String: String], leastEdits: Int) async throws {
    let before = await TestSite(files)
    let (pages, outlines) = (contents(before), before.outlines)
    var (edits, elsewhere) = (0, 0)
    for path in files.keys.sorted() where path.hasSuffix(".md") {
      let edited = files.merging([path: edit(files[path, default: ""])]) { $1 }
      let after = await TestSite(edited, after: before)
      guard edited != files, after.outlines == outlines else { continue }
      // None where the text is held back.
      let text = after.graph.entity(atPath: String(path.dropFirst("content/".count)))
      let made = Set(
        ([after.site] + after.site.editions).flatMap { site in
          let readers = TextReaders([text].compactMap(\.self), in: site)
          return site.plan.entries.filter(readers.includes).map { site.folder + $0.path }
        })
      let others = contents(after).filter { pages[$0.key] != $0.value }.map(\.key)
      #expect(made.isSuperset(of: others), "\(path): \(Set(others).subtracting(made).sorted())")
      #expect(others.isEmpty == (text == nil), "\(path)")
      #expect(made.count < pages.count, "\(path)")
      edits += 1
      elsewhere += others.count > 1 ? 1 : 0
    }
    #expect(edits >= leastEdits && elsewhere > 1, "\(edits) edits, \(elsewhere) of them seen elsewhere")
  }

  /// What more than words is, the outline tells.
  @Test(arguments: [
    ("a title", "title: A", "title: B"), ("a heading", "## Tasks", "## Duties"),
    ("a level", "## Tasks", "### Tasks"), ("a link", "[[b]]", "[[c]]"), ("its part", "[[c]]", "[[c#x]]"),
    ("a source", "[@b, 1]", "[@b, 2]"), ("the first paragraph", "First", "Early"),
    ("a note's mark", "[^n]", "[^m]"), ("another link", "Last.", "Last [[b]]."),
  ])
  func whatIsMoreThanWordsChangesTheOutline(_ what: String, _ old: String, _ new: String) async {
    let text = """
      ---
      title: A
      ---
      First.

      ## Tasks

      To [[b]], [[c]] and [@b, 1].[^n] Last.

      [^n]: Note.

      """
    let site = await TestSite(["content/a.md": text])
    let other = await TestSite(["content/a.md": text.replacing(old, with: new)])
    #expect(site.outlines != other.outlines, "\(what)")
    let words = await TestSite(["content/a.md": text.replacing("Last", with: "Least")])
    #expect(site.outlines == words.outlines)
  }

  /// With a text in each file that links to two others, and cites a source.
  private func linked(_ files: [String: String]) -> [String: String] {
    let paths = files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.sorted()
    var files = files
    for (number, path) in paths.enumerated() {
      let others = [1, 7].map { "[dort](\(paths[(number + $0) % paths.count].dropFirst("content".count)))" }
      files[path, default: ""] +=
        "\nZuerst dies.\n\nAuch \(others.joined(separator: " und ")) [@buergerbrief].\n"
    }
    return files
  }

  /// Every file but those of the search, which are all made.
  private func contents(_ site: TestSite) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: site.paths.map { ($0, site.file(at: $0) ?? []) })
  }

  /// A word more in each line that begins with a letter, but for the first, and a paragraph more.
  private func edit(_ text: String) -> String {
    var lines = text.components(separatedBy: "\n")
    guard let end = lines.dropFirst().firstIndex(of: "---") else { return text }
    let prose = lines.indices.filter { $0 > end && lines[$0].first?.isLetter == true }
    for line in prose.dropFirst() { lines[line] += " nebst mehr" }
    return prose.isEmpty ? text : lines.joined(separator: "\n") + "\nUnd noch etwas.\n"
  }

  /// Things without pages of their own, on the page of another and on the list of their kind.
  private static let sections = [
    "remit.yaml": "title: Sections\n",
    "schema.yaml": """
    kinds:
      sector:
        folder: sectors
        sections: {under: [broader]}
        fields:
          broader: {to: sector, inverse: narrower, inverse_label: Includes}
          size: {type: enum, values: [large, small]}
      term:
        folder: terms
        sections: {all: true}
        fields: {size: {type: enum, values: [large, small]}}
      office: {folder: offices, fields: {}}

    """,
    "content/sectors/works.md": text("Works", "size: large", "To [[mill]], [[cog]] and [[bureau]]."),
    "content/sectors/mill.md": text(
      "Mill", "broader: works\nsize: small\nsection: true", "A [[works|house]]."),
    "content/terms/cog.md": text("Cog", "size: small", "In a [[mill]], says the [[bureau]]."),
    "content/terms/wheel.md": text("Wheel", "size: small", "Not a [[cog]]."),
    "content/offices/bureau.md": text("Bureau", "", "It tells of [[works]]."),
    "content/about.md": text("About", "", "Of [[wheel]]."),
  ]

  private static func text(_ title: String, _ facts: String, _ words: String) -> String {
    "---\ntitle: \(title)\n\(facts)\n---\nFirst.\n\n\(words)\n"
  }
}
