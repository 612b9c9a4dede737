import Foundation
import TestSite
import TestSupport
import Testing

@Suite struct SiteFixtureTests {
  @Test func thereAreFixtures() {
    #expect(SiteFixture.all.count >= 10)
  }

  @Test(arguments: SiteFixture.all) func becomesWhatTheFixtureSays(_ fixture: SiteFixture) async throws {
    let site = await TestSite(fixture.sources).published()
    let actual = fixture.file.expectations.map { SiteFixture.Part(name: $0.name, text: site.part($0.name)) }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil, actual != fixture.file.expectations {
      try fixture.file.rewritten(actual).write(to: fixture.file.url, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(fixture.file.url.lastPathComponent)")
    }
    for (expected, actual) in zip(fixture.file.expectations, actual) { #expect(actual.text == expected.text) }
    if !fixture.file.expectations.contains(where: { ["diagnostics", "terminal"].contains($0.name) }) {
      #expect(site.printedDiagnostics == "")
    }
  }
}

extension PublishedFiles {
  /// What a fixture's part of that name holds.
  fileprivate func part(_ name: String) -> String {
    switch name {
    case "diagnostics": printedDiagnostics
    case "terminal": told
    case "files": paths.filter { !isOfEverySite($0) }.map { $0 + "\n" }.joined()
    default: bytes[name].map(shown) ?? "(no such page)\n"
    }
  }

  private func isOfEverySite(_ path: String) -> Bool {
    path == ".nojekyll" || path == "search.html" || path.hasPrefix("search/")
  }

  /// Fixtures are read line by line, and the lines of CSV end in CR LF; its mark at the start would be seen by nobody.
  private func shown(_ page: [UInt8]) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = page.starts(with: mark) ? page.dropFirst(mark.count) : page[...]
    return String(decoding: text.filter { $0 != 13 }, as: UTF8.self)
  }
}
