import Foundation
import TestSite
import Testing

/// A build that keeps pages of the last one gives what a build from nothing gives.
@Suite struct KeptPagesTests {
  /// Words in bodies mostly, for which pages are kept; and whatever else writers do.
  @Test(arguments: 0..<3) func anyEditsGiveWhatACleanBuildGives(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    // So many that the build is remembered.
    let copies = Dictionary(uniqueKeysWithValues: (0..<500).map { ("content/kopien/\($0).txt", "\($0)\n") })
    var edits = RandomEdits(of: try ClimateBase.texts, seed: seed)
    try folder.write(edits.files.merging(copies) { $1 })
    var written = edits.files
    var done: [String] = []
    for round in 0..<14 {
      done.append(round % 3 == 2 ? edits.edit() : edits.editWords())
      for (path, text) in edits.files where written[path] != text { try folder.write([path: text]) }
      for path in written.keys where edits.files[path] == nil {
        try FileManager.default.removeItem(at: folder.url.appending(path: path))
      }
      written = edits.files
      let outcome = try Remit.run(all: ["build", "--root", folder.path])
      let (clean, site) = try LargeBase.buildAnew(folder)
      let history = done.joined(separator: "\n")
      try #require(outcome.status == clean.status, "\(history)\n\(outcome.errors)")
      try #require(outcome.errors == clean.errors, "\(history)")
      guard outcome.status == 0 else { continue }
      try #require(try folder.snapshot("site") == site, "\(history)")
    }
  }

  @Test func onlyWhatShowsTheWordsIsMade() throws {
    let folder = try LargeBase.folder()
    let all = try made(LargeBase.build(folder))
    #expect(all > 600)
    try folder.edit("content/p7.md", "Some words.", "Some words.\n\nMore of them.")
    let few = try made(LargeBase.build(folder))
    #expect(few < all / 10, "\(few) of \(all)")
    #expect(try folder.snapshot("site") == LargeBase.cleanSite(folder))
  }

  /// What words of a text change beyond the pages that show it.
  @Test func whatWordsChangeElsewhereIsMadeAnew() throws {
    let folder = try LargeBase.folder()
    try folder.write([
      "content/old/x.html": "<p>old</p>", "content/q.md": "---\nformer_ids: [/old/x.html]\n---\nQ.\n",
      "content/d.md": "---\ndraft: true\n---\nA draft.\n\nWords.\n",
      "content/guide/index.md": "# Guide\n\nIntro.\n\nFrom [two](b.md).\n\n- [C](c.md)\n",
      "content/guide/a.md": "# One\n\nFirst.\n\nWords.\n", "content/guide/b.md": "# Two\n\nFirst.\n",
      "content/guide/c.md": "# Three\n\nFirst.\n", "content/guide/d.md": "# Four\n\nFirst.\n",
    ])
    _ = try LargeBase.build(folder)
    let edits = [
      ("content/d.md", "Words.", "Words on x.html."), ("content/d.md", "Words on x.html.", "Words."),
      ("content/guide/a.md", "# One", "> Said.\n\n# One"), ("content/guide/index.md", "- [C]", "[C]"),
      ("content/guide/a.md", "Words.", "Other words."),
    ]
    for (path, old, new) in edits {
      try folder.edit(path, old, new)
      let outcome = try LargeBase.build(folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try folder.snapshot("site") == LargeBase.cleanSite(folder), "\(path): \(new)")
    }
  }

  /// How many pages it says that it made.
  private func made(_ outcome: Remit.Outcome) throws -> Int {
    let told = try #require(outcome.errors.firstMatch(of: /rendered ([\d,]+) page/), "\(outcome.errors)")
    return try #require(Int(told.1.replacing(",", with: "")))
  }
}
