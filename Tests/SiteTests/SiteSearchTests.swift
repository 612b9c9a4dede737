import Foundation
import Knowledge
import Search
import TestSite
import Testing

@testable import Site

/// What of a knowledge base is in its search.
struct SiteSearchTests {
  private static let files = [
    "remit.yaml":
      "as_of: 2024-09-24\nviews: {names: {view: wordings, of: [agency], fields: [names], qualifiers: [named_as]}}\n",
    "schema.yaml": """
    kinds:
      target:
        folder: targets
        order: -published
        facets: [status]
        columns: [set_by, published]
        fields:
          published: {type: date, label: Published}
          status: {type: enumeration, values: [in-force, draft], label: Status}
          value: {type: quantity, label: Value}
          steps: {type: record, many: true, label: Steps, fields: {text: {type: markdown, label: Step}}}
          set_by:
            to: agency
            many: true
            inverse: sets
            label: Set by
            inverse_label: Sets
            qualifiers: {named_as: {type: text, label: Named as}}
      agency: {folder: agencies, narrows_search: true, fields: {names: {type: text, languages: true, label: Names}}}
      term: {folder: terms, sections: {all: true}, fields: {definition: {type: markdown, label: Definition}}}
      source: {folder: sources}
    """,
    "content/index.md": "# Home\n\nWelcome.\n",
    "content/targets/champions.md": """
    ---
    title: Champions
    published: 2024-09-08
    status: in-force
    value:
      - {is: "1,000 firms", source: update, quote: one thousand}
      - {is: "900 firms", source: page, quote: nine hundred, note: Counted otherwise}
    set_by: [{to: mof, source: page, named_as: Exchequer, quote: the Exchequer sets}]
    steps: [{id: first, text: Choose *firms*.}, {text: Pay them.}]
    ---
    Before any heading.

    ## Why

    Because of 单项冠军 and [[mof]].

    | a | b |
    |---|---|
    | left | right |
    """,
    "content/targets/growth.md": "---\ntitle: Growth\npublished: 2020\n---\n",
    "content/targets/undated.md": "---\ntitle: Undated\n---\n",
    "content/agencies/mof.md":
      "---\ntitle: Ministry of Finance\nnames: {en: Ministry of Finance, zh: 财政部}\naliases: [{name: MoF, sort: abbreviation}]\n---\n",
    "content/terms/pilot.md":
      "---\ntitle: Pilot\ndefinition: A trial in one place.\n---\n## Of what\n\nOf a rule.\n",
    "content/sources/update.md": "---\ntitle: Policy Update\n---\n",
    "content/sources/page.md": "---\ntitle: English page\n---\n",
    "content/targets/secret.md":
      "---\ntitle: Zyxqtitle\npublish: false\nvalue: {is: 5 firms, source: page, quote: zyxqquote}\n---\nZyxqbody\n",
  ]

  private static let built = Task { await TestSite(files) }

  private func documents() async -> [SearchDocument] {
    let texts = SearchTexts(await Self.built.value.site)
    return texts.subjects.all.indices.map(texts.document)
  }

  @Test func documentsStandByKindThenByDateThenByID() async {
    #expect(
      await documents().map(\.href) == [
        "targets/champions.html", "targets/growth.html", "targets/undated.html", "agencies/mof.html",
        "terms/index.html#term/pilot", "sources/page.html", "sources/update.html", "index.html", "names.html",
        "targets/index.html", "agencies/index.html", "terms/index.html", "sources/index.html",
      ])
    #expect(await documents().prefix(3).map(\.year) == [2024, 2020, 0])
    #expect(await documents()[0].subtitle == "MoF · 8 September 2024")
    #expect(await documents()[0].isDisputed)
  }

  @Test func passagesSayWhereTheyStand() async throws {
    let champions = try #require(await documents().first)
    let told = champions.passages.map { "\($0.sort) | \($0.label) | \($0.anchor) | \($0.text)" }
    #expect(
      told == [
        "title |  |  | Champions",
        "fact | Published | fact-published | 8 September 2024",
        "fact | Status | fact-status | In force",
        "fact | Value · Policy Update | value-update | 1,000 firms · “one thousand”",
        "fact | Value · English page | value-page | 900 firms · “nine hundred” · Counted otherwise",
        "fact | Set by · English page | set_by-mof-page | Ministry of Finance · “the Exchequer sets”",
        "body | Steps | first | Choose firms.",
        "body | Steps | fact-steps | Pay them.",
        "body |  |  | Before any heading.",
        "body | Why | why | Why",
        "body | Why | why | Because of 单项冠军 and Ministry of Finance.",
        "body | Why | why | a b",
        "body | Why | why | left right",
      ])
    let finance = await documents()[3].passages.map {
      "\($0.sort) | \($0.label) | \($0.text) | \($0.language)"
    }
    #expect(
      finance == [
        "title |  | Ministry of Finance | ", "name | abbreviation | MoF | ", "name | Names | 财政部 | zh",
        "name | Named as · English page | Exchequer | ",
      ])
  }

  /// Each address leads to an element of the page.
  @Test(arguments: [files, SmallKnowledge.files])
  func everyAddressIsOnItsPage(files: [String: String]) async throws {
    let site = await TestSite(files)
    let texts = SearchTexts(site.site)
    for document in texts.subjects.all.indices.map(texts.document) {
      let parts = document.href.split(separator: "#", maxSplits: 1).map(String.init)
      let page = String(decoding: try #require(site.file(at: parts[0]), "\(document.href)"), as: UTF8.self)
      for anchor in document.passages.map(\.anchor) + parts.dropFirst() where !anchor.isEmpty {
        let id = anchor.removingPercentEncoding ?? anchor
        #expect(page.contains("id=\"\(id)\""), "\(document.href): \(id)")
      }
    }
  }

  @Test func nothingThatIsNotPublishedIsInTheSearch() async {
    let published = await Self.built.value.published()
    let files = published.bytes.filter { $0.key.hasPrefix("search/") }
    #expect(files.keys.contains("search/index.js"))
    for (path, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("zyxq") && !text.contains("qxyz"), "\(path)")
    }
    // With drafts it is.
    let drafts = await TestSite(
      Self.files.map { ($0.key, $0.value) }.reduce(into: [:]) { $0[$1.0] = $1.1 }, drafts: true)
    let found = await drafts.published().bytes.contains { path, bytes in
      path.hasPrefix("search/t") && String(decoding: bytes, as: UTF8.self).contains("zyxqquote")
    }
    #expect(found)
  }

  @Test func aFileAskedForByItselfIsTheOneThatIsWritten() async {
    let site = await Self.built.value
    let published = await site.published().bytes.filter { $0.key.hasPrefix("search/") }
    for (path, bytes) in published { #expect(await site.site.searchFile(at: path) == bytes) }
    for path in [
      "search/t00000000.js", "search/", "search/index2.js", "search/t.js", "elsewhere.js",
    ] {
      #expect(await site.site.searchFile(at: path) == nil)
    }
  }

  @Test func aLaterStateHasItsOwnSearch() async {
    let first = await Self.built.value
    _ = await first.published()
    var files = Self.files
    files["content/agencies/mof.md"] = "---\ntitle: Board of Treasure\n---\n"
    let later = await TestSite(files, after: first)
    let clean = await TestSite(files)
    #expect(await later.published().bytes == clean.published().bytes)
    #expect(await FoundPages("treasure", in: later.site, kinds: [], limit: 5).text().contains("agency/mof"))
  }

  /// What is published again after an edit is what it changes, and nothing else.
  @Test func anEditChangesFewFilesOfTheSearch() async {
    let first = await TestSite(SmallKnowledge.files)
    var files = SmallKnowledge.files
    let path = files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.min() ?? ""
    files[path]? += "\nA word of its own.\n"
    let before = await first.published().bytes.filter { $0.key.hasPrefix("search/") }
    let after = await TestSite(files).published().bytes.filter { $0.key.hasPrefix("search/") }
    let changed = after.filter { before[$0.key] != $0.value }.keys
    #expect(changed.count < 12, "\(changed.sorted())")
    #expect(before.count == after.count)
  }

  @Test func resultsNarrowByTheThingsThatTheyLeadTo() async {
    let published = await Self.built.value.published()
    let index = published.text("search/index.js") ?? ""
    let name = index.split(separator: #"["Agency",""#).last?.prefix(8) ?? ""
    // The target that the ministry sets is document 0, the ministry itself 3 more.
    #expect(published.text("search/f\(name).js") == "remitSearch.take([[\"MoF\",\"AD\"]])\n")
  }

  @Test func withoutASearchThereIsNothingOfIt() async {
    var files = Self.files
    files["remit.yaml"] = "search: false\n"
    let published = await TestSite(files).published()
    #expect(!published.paths.contains { $0.hasPrefix("search") })
    #expect(published.text("index.html")?.contains("search.js") == false)
    #expect(published.text("index.html")?.contains("search-box") == false)
    #expect(await TestSite(files).site.searchFile(at: "search/index.js") == nil)
  }

  @Test func aFileOfTheContentCannotTakeItsPlace() async {
    var files = Self.files
    files["content/search.md"] = "# Mine\n"
    files["content/search/index.js"] = "x"
    let told = await TestSite(files).printedDiagnostics
    #expect(told.contains("'search.html'"))
    #expect(told.contains("'search/index.js'"))
  }
}
