import Diagnostics
import Files
import Foundation
import Site
import TestSite
import TestSupport
import Testing

/// Where `check` finds no error, every file of the site can be written: whatever names, lengths and characters there
/// are in file names, earlier addresses, values by which lists are narrowed, and parts of views.
@Suite struct WritableSiteTests {
  @Test func whatIsNoMistakeCanBeWritten() async throws {
    var (written, refused) = (0, 0)
    for seed in 0..<6 as Range<UInt64> {
      var names = OddNames(seed: seed)
      var previous: TestSite?
      for _ in 0..<8 {
        let files = names.knowledgeBase()
        let state = await TestSite(files, after: previous)
        previous = state
        let errors = state.diagnostics.filter { $0.severity == .error }
        for error in errors { #expect(error.place != nil, "\(error.message)") }
        if errors.isEmpty { try write(state.site, files) }
        if errors.isEmpty { written += 1 } else { refused += 1 }
      }
    }
    // Else this would show nothing.
    #expect(written >= 8 && refused >= 8, "\(written) written, \(refused) refused")
  }

  private func write(_ site: SiteModel, _ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "remit-\(UUID().uuidString)")
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
    do {
      let writer = try SiteWriter(output: folder.path(percentEncoded: false))
      let staged = try site.plan.entries.map { try writer.stage($0.path, Array($0.path.utf8)) }
      #expect(try writer.commit(staged).written.count == site.plan.entries.count)
    } catch {
      Issue.record("\(error)\n\(files.map { "\($0.key)\n\($0.value)" })")
    }
  }
}

/// Small knowledge bases whose names are what nobody expects.
private struct OddNames {
  private var generator: SeededGenerator
  private let words: [String]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    words = (0..<3).map { _ in OddNames.name(&generator, odd: 6) }
    self.generator = generator
  }

  private static let pieces = [
    "a", "b", "A", "é", "e\u{301}", "中", "ß", "SS", "-", "_", ".", "..", " ", "/", "//", "\\", "%", "%2F",
    "%41",
    "?", "#", ":", "*", "\"", "<", "&", "\n", "\r", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}",
    "\u{301}",
    "index", ".html", "404", ".remit-", "assets", "by-", "_none", "sitemap.xml", "policies", "~",
  ]

  /// - Parameter odd: one name of so many is odd.
  private static func name(_ generator: inout SeededGenerator, odd: Int) -> String {
    if Int.random(in: 0..<odd, using: &generator) > 0 {
      return String((0..<4).map { _ in "abcdefgh".randomElement(using: &generator) ?? "a" })
    }
    var name = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
    if Int.random(in: 0..<3, using: &generator) == 0 {
      let filler = ["n", "中", "é"].randomElement(using: &generator) ?? "n"
      let length = [240, 249, 250, 251, 255, 256, 1010, 1024].randomElement(using: &generator) ?? 250
      while name.utf8.count + filler.utf8.count <= length { name += filler }
    }
    return name
  }

  private mutating func name(odd: Int = 14) -> String { OddNames.name(&generator, odd: odd) }

  /// As a disk can hold it.
  private mutating func fileName() -> String {
    var name = name().unicodeScalars.filter { $0 != "/" && $0 != "\0" }.reduce(into: "") {
      $0.unicodeScalars.append($1)
    }
    while name.utf8.count > 252 { name.unicodeScalars.removeLast() }
    return name.isEmpty || name.utf8.first == UInt8(ascii: ".") ? "x" + name : name
  }

  private mutating func quoted(odd: Int = 14) -> String { quoted(name(odd: odd)) }

  private func quoted(_ text: String) -> String { JSON.string(text).compactText }

  mutating func knowledgeBase() -> [String: String] {
    let values = words.map { quoted($0) }.joined(separator: ", ")
    var files = [
      "schema.yaml": """
      claims: {source: source, discrepancy: dispute}
      kinds:
        policy:
          folder: policies
          facets: [state, next, since, open]
          fields:
            state: {type: enumeration, values: [\(values)], many: true}
            next: {to: policy, inverse: last}
            since: {type: date}
            open: {type: flag}
        source: {folder: sources, fields: {}}
        dispute: {folder: disputes, fields: {}}
      """,
      "remit.yaml": """
      base_url: https://kb.example/
      views:
        register: {view: register}
        words: {view: glossary}
        who: {view: matrix, rows: policy, columns: next, group: next}
      """,
    ]
    var slugs: [String] = []
    let second = fileName()
    for _ in 0..<3 {
      let name = fileName()
      slugs.append(name)
      let state = words.randomElement(using: &generator) ?? "a"
      files["content/policies/\(name).md"] = """
        ---
        title: \(quoted())
        state: [\(quoted(state))]
        next: \(quoted(slugs.randomElement(using: &generator) ?? name))
        since: {claims: [{is: 2001, source: first}, {is: 2002, source: \(quoted(second))}]}
        former_ids: [\(quoted()), \(quoted("policy/" + self.name()))]
        ---
        """
    }
    files["content/sources/first.md"] = "---\ntitle: First\n---\n"
    files["content/sources/\(second).md"] = "---\ntitle: Second\n---\n"
    for _ in 0..<2 {
      files["content/\(fileName()).md"] =
        "---\ntitle: P\naliases: [\(quoted("/" + name())), \(quoted("/" + name()))]\n---\n"
    }
    files["content/\(fileName())/\(fileName())"] = "asset"
    return files
  }
}
