import CommonMark
import Diagnostics
import FrontMatter
import Testing

@testable import Knowledge

enum PublicationOutcome { case published, heldBack, unclear }

/// What a file says about publishing, and what becomes of it.
@Suite struct PublicationTests {
  private static let policy = Kind(
    name: "policy", folder: "policies", label: Kind.Label(one: "Policy", many: "Policies"),
    fields: [
      Field(name: "status", type: .text, label: "Status"), Field(name: "published", type: .date, label: "P"),
    ])

  private func outcome(
    _ text: String, kind: String = "page", path: String? = nil, asOf: String? = "2024-09-24"
  ) -> (PublicationOutcome, [Diagnostic]) {
    let schema = Schema(kinds: [Self.policy])
    let id = schema.kind(named: kind) ?? .page
    let path = path ?? (kind == "page" ? "content/a.md" : "content/policies/a.md")
    let source = SourceText(path: path, text: text)
    let body = parseMarkdown(Array("# T".utf8)[...], path: path)
    let slug = kind == "page" ? "a" : String(path.dropFirst("content/policies/".count).dropLast(3))
    let read = EntityReader.read(
      readFrontMatter(source), body: body, kind: id, slug: slug, path: path, schema: schema,
      asOf: asOf.flatMap { if case .success(let date) = EDTFDate.parse($0) { date } else { nil } })
    switch read.entity.publication {
    case .published: return (.published, read.diagnostics)
    case .heldBack(let why): return (why.isClear ? .heldBack : .unclear, read.diagnostics)
    }
  }

  private func isToldWhereUnclear(_ found: (PublicationOutcome, [Diagnostic])) -> Bool {
    found.1.contains { $0.id == .unclearPublishing } == (found.0 == .unclear)
  }

  private static let yes = ["true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y", "on", "On", "ON", "1"]
  private static let no = ["false", "False", "FALSE", "no", "No", "NO", "n", "N", "off", "Off", "OFF", "0"]
  private static let neither = [
    "tru", "2", "[true]", "[]", "{a: true}", "maybe", "", "~", "null", "\"\"", "1.0",
  ]
  private static let keys = [
    ("draft", true), ("Draft", true), ("DRAFT", true), ("drafts", true), ("is_draft", true),
    ("unlisted", true),
    ("private", true), ("hidden", true), ("headless", true), ("unpublished", true),
    ("eleventyExcludeFromCollections", true), ("publish", false), ("Publish", false), ("published", false),
    ("dg-publish", false), ("dg_publish", false), ("dgPublish", false), ("public", false), ("share", false),
  ]

  @Test(arguments: keys) func everySpellingOfAFlag(_ key: String, _ holdsBack: Bool) {
    for (values, isTrue) in [(Self.yes, true), (Self.no, false)] {
      for value in values.flatMap({ [$0, "\"\($0)\"", "'\($0)'", " \($0)  # remark"] }) {
        let found = outcome("---\ntitle: A\n\(key): \(value)\n---\n")
        #expect(found.0 == (isTrue == holdsBack ? .heldBack : .published), "\(key): \(value)")
        #expect(isToldWhereUnclear(found))
      }
    }
    for value in Self.neither {
      let found = outcome("---\n\(key): \(value)\n---\n")
      #expect(found.0 == .unclear, "\(key): \(value)")
      #expect(isToldWhereUnclear(found))
    }
    #expect(outcome("---\n\(key): never\n---\n").0 == (holdsBack ? .published : .heldBack))
  }

  @Test(arguments: [
    ("title: A", PublicationOutcome.published), ("", .published), ("noindex: true", .published),
    ("search: exclude", .published),
    ("sitemap: false", .published), ("nav_exclude: true", .published), ("permalink: /a/", .published),
    ("permalink: false", .heldBack), ("hide: [navigation, toc]", .published), ("hide: true", .heldBack),
    ("cover: {hidden: true}", .published), ("params: {draft: true}", .heldBack),
    ("a: [{b: {publish: no}}]", .heldBack),
    ("status: draft", .heldBack), ("Status: Draft", .heldBack), ("status: private", .heldBack),
    ("status: pending", .heldBack), ("status: published", .published), ("status: Publish", .published),
    ("status: public", .published), ("status: deprecated", .published), ("status: brewing", .unclear),
    ("status:", .unclear), ("status: [published]", .unclear), ("state: draft", .heldBack),
    ("state: Texas", .published),
    ("visibility: public", .published), ("visibility: members", .heldBack), ("visibility: x", .unclear),
    ("password: abc", .heldBack), ("password: false", .published),
    ("draft: false\npublish: true", .published), ("draft: false\npublish: false", .heldBack),
    ("publish: true\nDraft: true", .heldBack), ("draft: false\nstatus: pending", .heldBack),
    ("build: {render: never}", .heldBack), ("build: {list: never}", .heldBack),
    ("_build: {render: false}", .heldBack),
    ("build:\n  render: always\n  list: true", .published), ("build: {render: link}", .heldBack),
    ("build: {render: [a]}", .unclear), ("build: {publishResources: false}", .published),
    ("publishDate: 2024-09-24", .published), ("publishDate: 2024-09-25", .heldBack),
    ("publish_date: 2030-01-01T10:00:00Z", .heldBack), ("publishdate: 2020-01-01 10:00:00 +0800", .published),
    ("publishDate: soon", .unclear), ("publishDate:", .unclear), ("publishDate: 2024-09", .unclear),
    ("published: 2020-01-01", .published), ("published: 2099-01-01", .heldBack),
    ("expiryDate: 2024-09-25", .published), ("expiryDate: 2024-09-24", .heldBack),
    ("expiryDate: never", .published),
    ("expiryDate: x", .unclear), ("embargo: 2030", .heldBack), ("embargo: true", .heldBack),
    ("date: 2099-01-01", .heldBack), ("date: 2024-09-24", .published), ("date: x", .published),
    // Whatever can't be read and has a word about publishing.
    ("draft: true\ndraft: false", .heldBack), ("draft: false\ndraft: true", .unclear),
    ("title: a: b\npublished: false", .unclear), ("published: false\ntitle: a: b", .unclear),
    ("title: a: b\nnote: on a review", .published),

    ("- draft: true", .unclear), ("draft:true", .unclear), ("title: [a\n# draft", .unclear),
    ("title: [a\ndescription: of public access", .published), ("draft：true", .unclear),
  ])
  func frontMatter(_ yaml: String, _ expected: PublicationOutcome) {
    let found = outcome("---\n\(yaml)\n---\nText.\n")
    #expect(found.0 == expected, "\(yaml): \(found)")
    #expect(isToldWhereUnclear(found))
  }

  @Test(arguments: [
    ("---\ntitle: A\ndraft: true\n\nText.", PublicationOutcome.unclear),
    ("---\ntitle: A\n\nText on a draft.", .published),
    ("\n---\ndraft: true\n---\n", .unclear), ("<!-- a -->\n---\ndraft: true\n---\n", .unclear),
    ("# remark\n---\ndraft: true\n---\n", .unclear), (" ---\ndraft: true\n---\n", .unclear),
    ("\u{FEFF}---\ndraft: true\n---\n", .heldBack), ("\u{FEFF}\u{FEFF}---\ndraft: true\n---\n", .unclear),
    ("---\r\ndraft: true\r\n---\r\n", .heldBack), ("---\rdraft: true\r---\rText", .heldBack),
    ("----\ndraft: true\n----\n", .unclear), ("***\ndraft: true\n***\n", .unclear),
    ("- - -\ndraft: true\n- - -\n", .unclear), ("--- # front matter\ndraft: true\n---\n", .unclear),
    ("---\ntitle: A\n---\n---\ndraft: true\n---\n", .unclear), ("---\n\ndraft: true\n---\n", .heldBack),
    ("<!--\ntitle: A\ndraft: true\n-->\nText.", .unclear), ("<!-- draft: true -->\nText.", .unclear),
    ("<!-- a draft of mine -->\nText.", .published), ("title: A\ndraft: true\n\nText.", .heldBack),
    (":draft: true\n\nText.", .heldBack), ("#+DRAFT: true\n\nText.", .heldBack),
    ("% draft: true\n\nText.", .heldBack),
    ("Status: draft\n\nText.", .heldBack), ("Status: in force\n\nText.", .published),
    ("Text.\n\nDraft: true\n", .published), ("# Title\n\nStatus as of today: draft\n", .published),
    ("# Title\n\n---\nDate: 2020\n\n---\nText", .published),
    ("+++\ndraft = true # not yet\n+++\n", .heldBack), ("+++\ndraft = false\n+++\n", .published),
    ("+++\n\"draft\" = 'true'\n+++\n", .heldBack), ("+++\nDraft=true\n+++\n", .heldBack),
    ("+++\ntitle = \"a draft\"\n+++\n", .published), ("+++\ndraft = [false]\n+++\n", .unclear),
    ("+++\n[build]\nrender = \"never\"\n+++\n", .heldBack),
    ("+++\nbuild = {render = \"never\"}\n+++\n", .heldBack),
    ("+++\n[cover]\nhidden = true\n+++\n", .published), ("+++\nparams = {draft = true}\n+++\n", .heldBack),
    ("+++\npublishDate = 2030-01-01\n+++\n", .heldBack), ("+++\ndraft = true\n\nText", .unclear),
    ("{\"title\": \"N\", \"draft\": true}\nText", .heldBack),
    ("{\"title\": \"N\", \"draft\": false}\nText", .published),
    ("{\n  \"draft\": true\n}\nText", .heldBack),
    ("{\n\t\"a\": {\"b\": \"}\"},\n\t\"publish\": false\n}\nText", .heldBack),
    ("{\"draft\": true, }}\nText", .unclear), ("{draft: true}\nText", .unclear),
    ("{\"draft\": true\n\nText", .unclear),
    ("---json\n{\"draft\": true}\n---\nText", .heldBack), ("---toml\ndraft = true\n---\nText", .heldBack),
    ("---yaml\ndraft: true\n---\nText", .heldBack), ("---js\n{draft: true}\n---\nText", .unclear),
    (";;;\n\"draft\": true\n;;;\nText", .unclear), ("\"draft\": true\n;;;\nText", .heldBack),
    ("{{ page }}\n}\n", .published), ("{% if draft %}\n", .published), ("", .published),
  ])
  func placesAndForms(_ text: String, _ expected: PublicationOutcome) {
    let found = outcome(text)
    #expect(found.0 == expected, "\(text): \(found)")
    #expect(isToldWhereUnclear(found))
  }

  @Test(arguments: [
    "draft: !!bool true", "draft: &a true", "draft: false\nx: &a b", "? draft\n: true", "draft : true",
  ])
  func whatYAMLAllowsAndWeDoNotIsHeldBack(_ yaml: String) {
    #expect(outcome("---\n\(yaml)\n---\n").0 != .published)
  }

  @Test func anotherEncodingIsHeldBack() {
    let utf16 = Array("---\ndraft: true\n---\n".utf16)
    let little: [UInt8] = [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [little, big] {
      #expect(readFrontMatter(SourceText(path: "content/a.md", bytes: bytes)).unreadable != nil)
    }
  }

  @Test(arguments: [
    ("status: draft", PublicationOutcome.published), ("published: 2099-01-01", .published),
    ("publish: false", .heldBack),
    ("publish: No", .heldBack), ("draft: true", .heldBack), ("draft: tru", .unclear),
    ("Draft: true", .heldBack),
    ("private: true", .heldBack), ("publish: true", .published),
  ])
  func onAnEntityDeclaredFieldsAreFacts(_ yaml: String, _ expected: PublicationOutcome) {
    let found = outcome("---\ntitle: A\n\(yaml)\n---\n", kind: "policy")
    #expect(found.0 == expected, "\(yaml)")
    #expect(found.1.hasErrors == (expected == .unclear || ["Draft: true", "private: true"].contains(yaml)))
  }

  @Test(arguments: [
    ("_drafts/a.md", false), ("a/_layouts/b.md", false), ("_a.md", false), ("_index.md", true),
    ("a/_index.de.md", true),
    ("_posts/2020-01-01-a.md", true),
    ("templates.md", true), ("a_b/c_.md", true), ("_index/a.md", false),
  ])
  func namesOfFilesAndFolders(_ path: String, _ isPublished: Bool) {
    #expect((outcome("Text", path: "content/" + path).0 == .published) == isPublished)
  }

  @Test(arguments: [
    ("date: {created: 2050-05-16, updated: 2024-01-01}", PublicationOutcome.heldBack),
    ("created: 2050-05-17", .heldBack), ("date: 2050/1/1 10:00", .heldBack),
    ("date: [2050-05-17]", .heldBack),
    ("date: 17 May 2050", .unclear), ("date: May 17, 2050", .unclear), ("date: 20500517", .unclear),
    ("date: 17.05.2050", .unclear), ("date: \"2050-01-01, 10:00\"", .unclear), ("date: soon", .published),
    ("date: 17 May 2020", .published), ("date: {created: 2020-05-16, updated: 2050-01-01}", .published),
    ("date: 2020/1/1 10:00", .published), ("date:", .published), ("date: May 2020", .published),
  ])
  func aDayThatMayBeToComeIsHeldBack(_ yaml: String, _ expected: PublicationOutcome) {
    #expect(outcome("---\n\(yaml)\n---\n").0 == expected, "\(yaml)")
  }

  @Test func withoutADateOfTheKnowledgeNobodyKnowsWhetherADayHasCome() {
    #expect(outcome("---\npublishDate: 2020-01-01\n---\n", asOf: nil).0 == .unclear)
    #expect(outcome("---\ndate: 2099-01-01\n---\n", asOf: nil).0 == .published)
  }
}
