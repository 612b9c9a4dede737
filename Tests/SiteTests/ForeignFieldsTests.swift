import Diagnostics
import TestSite
import Testing

/// What a plain page says of itself counts in every language of front matter.
@Suite struct ForeignFieldsTests {
  private static let yaml = """
    ---
    title: "T: a \\"b\\""
    date: 2024-01-02T03:04:05Z
    lastmod: 2024-02-03
    tags: ["a", "b c"]
    author: "Ann"
    weight: 3
    aliases: ["/old/t/", "tee"]
    slug: "tee-slug"
    url: "/u/t/"
    summary: "S"
    draft: false
    topics: ["x"]
    ---
    text

    """
  private static let toml = """
    +++
    title = "T: a \\"b\\""
    date = 2024-01-02T03:04:05Z
    lastmod = 2024-02-03
    tags = ["a", "b c"]
    author = "Ann"
    weight = 3
    aliases = ["/old/t/", "tee"]
    slug = "tee-slug"
    url = "/u/t/"
    summary = "S"
    draft = false
    topics = ["x"]
    +++
    text

    """
  private static let json = """
    {
      "title": "T: a \\"b\\"", "date": "2024-01-02T03:04:05Z", "lastmod": "2024-02-03",
      "tags": ["a", "b c"], "author": "Ann", "weight": 3, "aliases": ["/old/t/", "tee"], "slug": "tee-slug",
      "url": "/u/t/", "summary": "S", "draft": false, "topics": ["x"]
    }
    text

    """

  private func site(_ text: String) async -> TestSite {
    await TestSite([
      "remit.yaml": "as_of: 2024-09-24\npages: {fields: {topics: tags}}\n", "content/n/t.md": text,
      "content/n/index.md": "# N\n\n[[tee]]\n", "content/n/a.md": "---\ntitle: A\norder: 4\n---\n",
    ])
  }

  @Test(arguments: [
    toml, json, toml.replacing("+++\ntitle", with: "---toml\ntitle").replacing("+++", with: "---"),
  ])
  func allFieldsAreThoseOfYAML(_ text: String) async {
    let (read, expected) = (await site(text), await site(Self.yaml))
    #expect(read.diagnostics.isEmpty, "\(read.printedDiagnostics)")
    #expect(expected.paths.contains("old/t/index.html") && expected.paths.contains("u/t/index.html"))
    #expect(expected.paths.contains("tags/b-c/index.html") && expected.paths.contains("tags/x/index.html"))
    #expect(read.paths == expected.paths)
    for path in expected.paths { #expect(read.file(at: path) == expected.file(at: path), "\(path)") }
  }

  @Test func tablesAreToldAsUnknown() async {
    let read = await site("+++\ntitle = \"T\"\naliases = [\"tee\"]\n[params]\nx = 1\n[[menu]]\n+++\n")
    #expect(
      read.printedDiagnostics.contains(
        "content/n/t.md:4:2: warning[unknown-field]: kind 'page' has no field 'params'"))
  }

  /// What cannot be read may say that the page is not to be published.
  private static let heldBack = [
    "---\ntitle: a: b\ndate: 2099-01-01\n---\n", "---\ntitle: a: b\ndraft: true\n---\n",
    "---\ntitle: \"a\ndate: 2099-01-01\n---\n", "---\ntitle: x\n\tdate: 2099-01-01\n---\n",
    "---\ntags: [a\ncreated: 2099-01-01\n---\n", "---\ndate: 2020-01-01\ndate: 2099-01-01\n---\n",
    "---\ntitle: x\ndate: 2099-01-01\n\n", "\n---\ntitle: a: b\ndate: 2099-01-01\n---\n",
    "---\ntitle: a: b\ndate:\n  created: 2099-01-01\n---\n", "---\ntitle: a: b\ndate: Jan 5, 2099\n---\n",
    "+++\ntitle = \"a\ndate = 2099-01-01T10:00:00Z\n+++\n", "+++\nparams.draft = true\n+++\n",
    "+++\ntitle = \"x\" draft = true\n+++\n", "+++\nparams = { draft = true }\n+++\n",
    "+++\ntitle = \"x\"\ndate = 2099-01-01\n", "+++\ndraft = false\ndraft = true\n+++\n",
    "{\"title\": \"x\" \"date\": \"2099-01-01\"}\n", "{\"title\": \"x\", \"date\": \"2099-01-01\"\n\n",
    "{\n\"title\": \"x\"\n\"date\": \"2099-01-01\"\n}\n", "{\"title\": \"x\" \"draft\": true}\n",
    "---json\n{\n\"title\": \"x\"\n\"date\": \"2099-01-01\"\n}\n---\n",
  ]

  private static let past = [
    "---\ntitle: a: b\ndate: 2020-01-01\n---\n", "+++\ntitle = \"a\ndate = 2020-01-01\n+++\n",
    "{\"title\": \"x\" \"date\": \"2020-01-01\"}\n", "---\ntitle: a: b\nup to date: yes\n---\n",
  ]

  @Test func whatCannotBeReadIsHeldBackUnlessItsDayIsPast() async {
    let files = (Self.heldBack + Self.past).enumerated().map { ("content/p\($0).md", $1 + "# A\n") }
    let others = [("remit.yaml", "as_of: 2024-09-24\n"), ("content/index.md", "# Home\n")]
    let read = await TestSite(Dictionary(uniqueKeysWithValues: files + others))
    let told = Set(read.diagnostics.filter { $0.id == .unclearPublishing }.compactMap { $0.place?.path })
    for (number, matter) in (Self.heldBack + Self.past).enumerated() {
      let isHeldBack = number < Self.heldBack.count
      #expect(read.paths.contains("p\(number).html") != isHeldBack, "\(matter)")
      // TOML that can be read says it clearly.
      #expect(
        told.contains("content/p\(number).md") == (isHeldBack && !matter.contains("params")), "\(matter)")
    }
  }
}
