import Foundation
import TestSite
import TestSupport
import Testing

/// What becomes of folders that were written for another tool, with the real binary.
@Suite struct ForeignSiteTests {
  @Test(arguments: ForeignSite.all) func becomesWhatTheFixtureSays(_ site: ForeignSite) async throws {
    let result = try await site.result
    let fixture = try site.fixture
    let actual = fixture.expectations.map { FixtureFile.Part(name: $0.name, text: result.part($0.name)) }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil, actual != fixture.expectations {
      try fixture.rewritten(actual).write(to: fixture.url, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(fixture.url.lastPathComponent)")
    }
    #expect(actual.count >= 8)
    for (expected, actual) in zip(fixture.expectations, actual) { #expect(actual == expected) }
  }

  /// No byte of the output has a word of what is not published, nor has the search a part of one.
  @Test(arguments: ForeignSite.all) func nothingUnpublishedIsInAnyByte(_ site: ForeignSite) async throws {
    let files = try await site.result.files
    let words = try site.unpublished
    #expect(words.count >= 8)
    #expect(files.bytes.count > 30)
    for (path, bytes) in files.bytes {
      #expect(!path.contains("unseen"))
      let text = String(decoding: bytes, as: UTF8.self)
      for word in words { #expect(!text.contains(word), "\(word) is in \(path)") }
      #expect(!text.contains("unseen"), "a part of a word is in \(path)")
    }
  }

  @Test(arguments: ForeignSite.all) func everyLinkLeadsToAFile(_ site: ForeignSite) async throws {
    let files = try await site.result.files
    #expect(files.pages.count > 10)
    #expect(files.brokenLinks == [])
    #expect(files.idsTwice == [])
    #expect(files.linksInLinks == [])
  }

  /// What is told fits on a screen of 40 lines and 160 columns.
  @Test(arguments: ForeignSite.all) func whatIsToldFitsOnAScreen(_ site: ForeignSite) async throws {
    let told = try await site.result.build.errors
    #expect(told.split(separator: "\n").count <= 48)
  }
}

extension ForeignSite.Result {
  /// What a fixture's part of that name holds.
  fileprivate func part(_ name: String) -> String {
    switch name {
    case "check": shown(check)
    case "build": shown(build)
    case "files": files.paths.filter { !isOfEverySite($0) }.map { $0 + "\n" }.joined()
    case "redirects": redirects
    default: files.text(name).map { ReadPage($0).text } ?? "(no such page)\n"
    }
  }

  /// Without the time that it took.
  private func shown(_ outcome: Remit.Outcome) -> String {
    outcome.errors + outcome.output.replacing(/[0-9,]+ ms/, with: "… ms") + "status \(outcome.status)\n"
  }

  private func isOfEverySite(_ path: String) -> Bool {
    [".nojekyll", ".remit-manifest", "search.html"].contains(path)
      || ["search/", "assets/"].contains { path.hasPrefix($0) }
  }

  /// Each page that leads to another, with where it leads.
  private var redirects: String {
    let lines = files.pages.compactMap { path, page in
      page.firstMatch(of: /<meta http-equiv="refresh" content="[^"]*url=([^"]*)"/).map {
        "\(path) → \($0.output.1)\n"
      }
    }
    return lines.sorted().joined()
  }
}
