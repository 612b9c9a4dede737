import Diagnostics
import Knowledge
import Site
import TestSite
import TestSupport
import Testing

/// Whatever keeps a page back, and wherever it stands: not a byte of the site has a word of it.
@Suite struct HeldBackTests {
  private static let word = "zyxqvutsecret"

  /// Lines of front matter that keep a page back.
  private static let flags = [
    "draft: true", "Draft: Yes", "DRAFT: 'on'", "draft: 1", "draft: tru", "draft: [true]", "draft:",
    "is-draft: y",
    "publish: false", "publish: No", "published: \"off\"", "Published: 0", "publish: never",
    "dg-publish: false",
    "unlisted: true", "private: TRUE", "hidden: yes", "headless: true", "status: draft", "status: Private",
    "visibility: members", "publishDate: 2099-01-01", "publish_date: soon", "expiryDate: 2000-01-01",
    "build: {render: never}", "permalink: false", "password: abc", "eleventyExcludeFromCollections: true",
    "params: {draft: true}", "draft: false\npublish: false", "draft: false\ndraft: true",
  ]

  /// A file that is held back: its path and its text. Its word is everywhere in it.
  private static func secret(_ random: inout SeededGenerator) -> (path: String, text: String) {
    let word = Self.word
    let flag = flags.randomElement(using: &random) ?? ""
    let others = [
      "title: On \(word)", "aliases: [\(word), /old/\(word)/]", "former_ids: [\(word)-before]", "tags: [a]",
    ]
    .shuffled(using: &random)
    let lines = (others.prefix(Int.random(in: 0...4, using: &random)) + [flag]).shuffled(using: &random)
    let block = lines.joined(separator: "\n")
    let body = "\n# \(word)\n\nText of \(word). ![x](files/\(word).png) [home](/index.md) #\(word)\n"
    let folder = ["", "notes/", "policies/", "a/b c/"].randomElement(using: &random) ?? ""
    let path = "content/\(folder)\(word).md"
    let texts = [
      "---\n\(block)\n---\n\(body)", "---\r\n\(block.replacing("\n", with: "\r\n"))\r\n---\r\n\(body)",
      "\u{FEFF}---\n\(block)\n...\n\(body)", "---\n\(block)\ntitle: a: \(word)\n---\n\(body)",
      "\n---\ndraft: true\n---\n\(body)", "+++\ntitle = \"\(word)\"\ndraft = true # \(word)\n+++\n\(body)",
      "{\"title\": \"\(word)\", \"draft\": true}\n\(body)", "---json\n{\"publish\": false}\n---\n\(body)",
      "<!--\ndraft: true\n-->\n\(body)", "---\ntitle: \(word)\ndraft: true\n\(body)",
    ]
    let others2 = [
      ("content/\(folder)_drafts/\(word).md", body), ("content/\(folder)_\(word).md", body),
      ("content/node_modules/\(word)/README.md", body),
      ("content/\(folder)open.md", "Open. %%\(word)%% End.\n\n%%\n\(body)\n%%\n\n<!-- \(word) --> `x`\n"),
    ]
    if Int.random(in: 0..<5, using: &random) == 0 {
      return others2.randomElement(using: &random) ?? others2[0]
    }
    return (
      path,
      texts[Int.random(in: 0..<2, using: &random) == 0 ? 0 : Int.random(in: 0..<texts.count, using: &random)]
    )
  }

  private static func site(_ random: inout SeededGenerator) -> [SourceText] {
    let files = (0..<3).map { _ in secret(&random) }
    let folder = MarkdownPath.folder(of: files[0].path)
    let fixed = [
      ("remit.yaml", "as_of: 2024-09-24\nbase_url: https://example.org/\nviews: {words: {view: changes}}\n"),
      ("schema.yaml", "kinds: {policy: {folder: policies, fields: {status: text, date: date}}}\n"),
      ("content/index.md", "Home of [a](notes/a.md).\n"),
      ("content/notes/a.md", "# A\n\nBack [home](../index.md).\n"),
      ("content/policies/p.md", "---\ntitle: P\nstatus: draft\n---\n"),
    ]
    // What lies with it, and is called after it or shown by it alone.
    let isPage = files[0].path.hasSuffix("/\(word).md") && !files[0].path.contains("_")
    let shown = isPage ? [(folder + "files/\(word).png", word), (folder + word + "-plan.pdf", word)] : []
    // A record of the time when it was public.
    let id = folder == "content/policies/" ? "policy/\(word)" : "page/\(folder.dropFirst(8))\(word)"
    let record = (
      "content/changes/r.json",
      "{\"date\": \"2024-09-01\", \"entities\": ["
        + "{\"change\": \"added\", \"id\": \"\(id)\", \"title\": \"\(word)\", \"kind\": \"Page\"}]}"
    )
    return (fixed + shown + (isPage ? [record] : []) + files).reduce(into: [String: SourceText]()) {
      $0[$1.0] = SourceText(path: $1.0, text: $1.1)
    }
    .values.sorted { $0.path < $1.path }
  }

  @Test func noFileOfTheSiteHasAWordOfIt() async {
    var random = SeededGenerator(seed: 11)
    var built = 0
    for round in 0..<16 {
      let sources = Self.site(&random)
      let site = await TestSite(sources).published()
      let inputs = sources.filter { $0.path.contains(Self.word) || $0.text.contains(Self.word) }
      for (path, bytes) in site.bytes {
        let holds = path.contains(Self.word) || String(decoding: bytes, as: UTF8.self).contains(Self.word)
        #expect(!holds, "\(round): \(path) from \(inputs.map { $0.path + "\n" + $0.text })")
      }
      if !site.bytes.isEmpty { built += 1 }
      // What was asked for is there all the same.
      #expect(site.bytes.isEmpty || site.bytes["policies/p.html"] != nil && site.bytes["notes/a.html"] != nil)
    }
    #expect(built >= 3)
  }

  @Test func dataOfTheWholeHasNoWordOfIt() async {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<8 {
      let sources = Self.site(&random)
      let site = await TestSite(sources).site
      let json = KnowledgeJSON(site.graph, url: site.routes.path)(title: "T", asOf: nil).text
      #expect(!json.contains(Self.word), "\(sources.map { $0.path + "\n" + $0.text })")
      #expect(
        site.heldBack.contains { $0.path.contains(Self.word) }
          || sources.contains { $0.path.hasSuffix("open.md") })
    }
  }
}

extension SourceText {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
