import Diagnostics
import Files
import Foundation
import Pipeline
import Site
import TestSupport
import Testing

@Suite struct SiteFixtureTests {
  @Test func thereAreFixtures() {
    #expect(SiteFixture.all.count >= 10)
  }

  @Test(arguments: SiteFixture.all) func becomesWhatTheFixtureSays(_ fixture: SiteFixture) async throws {
    let site = await PublishedSite(fixture.sources)
    let actual = fixture.file.expectations.map { SiteFixture.Part(name: $0.name, text: site.text($0.name)) }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil, actual != fixture.file.expectations {
      try fixture.file.rewritten(actual).write(to: fixture.file.url, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(fixture.file.url.lastPathComponent)")
    }
    for (expected, actual) in zip(fixture.file.expectations, actual) { #expect(actual.text == expected.text) }
    if !fixture.file.expectations.contains(where: { $0.name == "diagnostics" }) {
      #expect(site.printedDiagnostics == "")
    }
  }
}

/// A knowledge base in memory, built up to the rendered pages.
struct PublishedSite {
  let pages: [String: [UInt8]]
  let diagnostics: [Diagnostic]
  private let sources: [String: SourceText]

  init(_ files: [SourceText], options: BuildOptions = BuildOptions()) async {
    let base = await KnowledgeBase(SourceTree(files), options)
    let site = base.site
    var diagnostics = base.diagnostics
    var pages: [String: [UInt8]] = [:]
    if options.accepts(diagnostics) {
      for entry in site.plan.entries {
        let page = site.render(entry)
        pages[entry.path] = page.bytes
        diagnostics += page.diagnostics
      }
    }
    self.pages = pages
    self.diagnostics = diagnostics
    sources = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
  }

  var printedDiagnostics: String {
    let sources = sources
    return TextPrinter { sources[$0] }.print(diagnostics)
  }

  /// Fixtures are read line by line, and the lines of CSV end in CR LF; its mark at the start would be seen by nobody.
  private func shown(_ page: [UInt8]) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = page.starts(with: mark) ? page.dropFirst(mark.count) : page[...]
    return String(decoding: text.filter { $0 != 13 }, as: UTF8.self)
  }

  func text(_ name: String) -> String {
    switch name {
    case "diagnostics": printedDiagnostics
    // Every site has '.nojekyll'.
    case "files": pages.keys.filter { $0 != ".nojekyll" }.sorted().map { $0 + "\n" }.joined()
    default: pages[name].map(shown) ?? "(no such page)\n"
    }
  }
}
