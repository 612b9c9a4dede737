import Diagnostics
import Files
import Foundation
import Knowledge
import Site
import TestSite
import TestSupport
import Testing

/// Whatever files say, `remit fmt` changes no word of it, and would change nothing a second time.
@Suite struct FormattingPropertyTests {
  @Test(arguments: SiteFixture.all) func fixturesSayTheSame(_ fixture: SiteFixture) async {
    await #expect(FormattedBase(fixture.sources).problems == [])
  }

  @Test(arguments: [".", "Tests/remitTests/Climate"]) func knowledgeBasesSayTheSame(_ folder: String)
    async throws
  {
    let tree = try SourceTree.load(root: Project.folder.appending(path: folder).path)
    let base = await FormattedBase(tree.files)
    #expect(base.problems == [])
    #expect(base.leftAlone.isEmpty)
    // This repository's content is in the form already.
    #expect((base.changed == 0) == (folder == "."))
  }

  /// What is drawn out of a file in its new form may be more than was drawn out of the old one.
  @Test(arguments: [
    """
    part_of: p
    'title': 4
    "actions": [{"addressee":[{to: z,inferred,"quote":量子,source: s},{'quote':'量子',source: s,to: z}],text: 2},{text: {source,"as_of":"2020",'items':[{source,"is":s},{quote,is: b}]}},{text: t}]
    """,
    """
    part_of: p
    title: T
    defaults: {source: s}
    responsible: {source: s, at: p. 1, items: [y, {to: x, source: source/s, quote: q}]}
    """,
    """
    part_of: p
    title: T
    responsible:
      - {to: x, source: s, quote: q, at: p. 1, named_as: \u{F9DC}}
      - {to: y, source: s, quote: q, at: p. 1, named_as: \u{9686}}
      - {to: z, source: source/s, quote: q, at: p. 1}
    """,
  ])
  func oneFileSaysTheSame(_ frontMatter: String) async throws {
    let tree = try SourceTree.load(root: Project.folder.path)
    let others =
      ["agencies/x", "agencies/y", "agencies/z", "sources/s", "sources/t", "policies/p"].map {
        SourceText(path: "content/\($0).md", text: "# \($0)\n")
      } + [tree.settings, tree.schema].compactMap(\.self)
    let file = SourceText(path: "content/measures/m.md", text: "---\n\(frontMatter)\n---\n\nText.\n")
    let base = await FormattedBase(others + [file])
    #expect(base.problems == [])
    #expect(base.leftAlone["content/measures/m.md"] == nil)
    #expect(base.changed > 0)
  }

  @Test func twoThousandMutationsSayTheSame() async throws {
    let tree = try SourceTree.load(root: Project.folder.path)
    // Sources are there, so that no name of one leads nowhere.
    let others =
      [tree.settings, tree.schema].compactMap(\.self)
      + tree.content.filter { $0.path.hasPrefix("content/sources/") }
    let content = tree.content.filter { $0.path.hasSuffix(".md") && $0.bytes.count < 20_000 }
    var mutation = FrontMatterMutation(seed: 11)
    var (changed, left) = (0, 0)
    for round in 0..<20 {
      let files = (0..<100).map { mutation(content[(round * 100 + $0 * 29) % content.count], number: $0) }
      let base = await FormattedBase(others + files)
      #expect(base.problems == [], "round \(round)")
      changed += base.changed
      left += base.leftAlone.count
      // What is left alone has a mistake of its author's, and the writer has none.
      #expect(
        base.leftAlone.values.allSatisfy { !$0.contains { $0.message.contains("its new form") } },
        "round \(round)")
    }
    // Half of them are still read without a mistake, and are not in the form.
    #expect(left < 1_100, "\(changed) changed, \(left) left alone")
    #expect(changed > 500, "\(changed) changed, \(left) left alone")
  }
}

/// A knowledge base before and after all of its files were formatted.
struct FormattedBase {
  let problems: [String]
  let changed: Int
  let leftAlone: [String: [Diagnostic]]

  init(_ files: [SourceText]) async {
    let before = await TestSite(files, drafts: true)
    var changed: [String: [UInt8]] = [:]
    var leftAlone: [String: [Diagnostic]] = [:]
    for (path, result) in before.formatted {
      switch result {
      case .unchanged: break
      case .changed(let bytes): changed[path] = bytes
      case .leftAlone(let reasons): leftAlone[path] = reasons
      }
    }
    let formed = files.map { file in changed[file.path].map { SourceText(path: file.path, bytes: $0) } ?? file
    }
    let after = await TestSite(formed, drafts: true)
    var problems: [String] = []
    if FormattedBase.json(before) != FormattedBase.json(after) { problems.append("the graph differs") }
    if FormattedBase.mistakes(before) != FormattedBase.mistakes(after) {
      problems.append("other mistakes are told")
    }
    for (path, result) in after.formatted {
      if case .changed = result { problems.append("\(path) changes once more") }
    }
    for file in files {
      guard let text = changed[file.path] else { continue }
      if FormattedBase.hashes(file.bytes) != FormattedBase.hashes(text) {
        problems.append("\(file.path) lost a comment")
      }
    }
    self.problems = problems
    self.changed = changed.count
    self.leftAlone = leftAlone
  }

  /// In bytes, as texts can be equal that aren't the same.
  private static func json(_ site: TestSite) -> [UInt8] {
    Array(KnowledgeJSON(site.graph, url: site.site.routes.path)(title: nil, asOf: nil).text.utf8)
  }

  /// Without their places, and each once: what is said once for several is wrong once.
  private static func mistakes(_ site: TestSite) -> Set<String> {
    Set(site.diagnostics.map { "\($0.place?.path ?? "") \($0.id) \($0.message)" })
  }

  /// A mutation marks its comments, so that they are known without reading the file as YAML. Where a later mutation has
  /// broken the line, the comment ends with it.
  private static func hashes(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "#¤").dropFirst().map { text in
      text.prefix { $0 != "¤" && !$0.isNewline }.trimmingCharacters(in: .whitespaces)
    }.sorted()
  }
}
