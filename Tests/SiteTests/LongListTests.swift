import Diagnostics
import Foundation
import TestSite
import Testing

/// No page grows with the knowledge base: long lists come in pages, and everything is on one of them.
@Suite struct LongListTests {
  private static let schema = """
    claims: {source: source}
    kinds:
      source: {folder: sources, fields: {}}
      body: {folder: bodies, fields: {}}
      act:
        folder: acts
        order: -issued
        facets: [status]
        fields:
          issued: {type: date}
          status: {type: enumeration, values: [draft, in-force]}
          by: {to: body, inverse: issues, inverse_label: Issued}
      note: {folder: notes, sections: {under: on, all: true}, fields: {on: {to: term}}}
      term: {folder: terms, sections: {all: true}, fields: {}}
    """

  /// Acts of three years by one body, each with words of one source and a mention; terms without pages of their own.
  private static func files(acts: Int, terms: Int) -> [String: String] {
    var files = [
      "schema.yaml": schema,
      "remit.yaml": """
      views:
        names: {view: wordings, of: [act, term]}
        words: {view: glossary, of: [act, term]}
      """,
      "content/sources/law.md": "---\ntitle: Law\n---\n",
      "content/bodies/office.md": "---\ntitle: Office\n---\n",
    ]
    for number in 0..<acts {
      let letter = String(UnicodeScalar(UInt8(65 + number % 3)))
      files["content/acts/a\(number).md"] = """
        ---
        title: \(letter) act \(number)
        issued: \(2021 + number % 3)-01-01
        status: \(number == 0 ? "draft" : "in-force")
        by: {is: office, source: law, quote: "act \(number)"}
        ---
        The [[office]] issued it.

        """
    }
    if terms > 0 { files["content/notes/n.md"] = "---\ntitle: N\non: t3\n---\n" }
    for number in 0..<terms {
      files["content/terms/t\(number).md"] = "---\ntitle: \(number % 2 == 0 ? "X" : "Y") \(number)\n---\n"
    }
    return files
  }

  private func page(_ path: String, _ site: TestSite) throws -> String {
    String(decoding: try #require(site.file(at: path), "\(path)"), as: UTF8.self)
  }

  /// The links of the list itself, without those of the frame.
  private func links(_ page: String, to folder: String) -> [String] {
    page.components(separatedBy: "href=\"").dropFirst().compactMap { part in
      let href = part.prefix { $0 != "\"" }
      return href.range(of: folder + "/a").map { String(href[$0.lowerBound...].prefix { $0 != "#" }) }
    }
  }

  /// A list of three rows would else lead to a hundred others.
  @Test(arguments: [(40, true), (41, false)])
  func onlyTheWholeListNamesVeryManyValues(count: Int, isShort: Bool) async throws {
    var files = [
      "schema.yaml": """
      kinds:
        body: {folder: bodies, fields: {}}
        act: {folder: acts, facets: [by, size], fields: {by: {to: body}, size: {type: enumeration, values: [s, l]}}}
      """
    ]
    for number in 0..<count {
      files["content/bodies/b\(number).md"] = "---\ntitle: Body \(number)\n---\n"
      let size = number == 0 ? "s" : "l"
      files["content/acts/a\(number).md"] = "---\ntitle: Act \(number)\nby: b\(number)\nsize: \(size)\n---\n"
    }
    let site = await TestSite(files)
    let whole = try page("acts/index.html", site)
    let byBody = try page("acts/by-by/b7.html", site)
    let bySize = try page("acts/by-size/s.html", site)
    for number in 0..<count {
      let link = "acts/by-by/b\(number).html\""
      #expect(whole.contains(link))
      #expect(byBody.contains(link) == (isShort || number == 7))
      #expect(bySize.contains(link) == isShort)
    }
    #expect(byBody.contains("acts/index.html#facets\">All \(count)</a>") == !isShort)
    #expect(bySize.contains("acts/index.html#facets\">All \(count)</a>") == !isShort)
    #expect(byBody.contains("acts/by-size/l.html"))
    #expect(whole.contains("id=\"facets\"") && !whole.contains("#facets"))
  }

  @Test func listsComeByYear() async throws {
    let site = await TestSite(Self.files(acts: 640, terms: 0))
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics)")
    let parts = site.paths.filter { $0.hasPrefix("acts/by-year/") }
    #expect(
      parts == [
        "acts/by-year/2023.html", "acts/by-year/2023-2.html", "acts/by-year/2022.html",
        "acts/by-year/2022-2.html", "acts/by-year/2021.html", "acts/by-year/2021-2.html",
      ])
    var seen: [String] = []
    for part in parts { seen += Set(links(try page(part, site), to: "acts")) }
    #expect(seen.count == 640 && Set(seen).count == 640)
    let first = try page("acts/index.html", site)
    #expect(Set(links(first, to: "acts")).count == 100)
    #expect(first.contains("Acts <span class=\"n\">· 640</span>"))
    let middle = try page("acts/by-year/2022.html", site)
    #expect(middle.contains("<a href=\"../../acts/by-year/2023-2.html\" rel=\"prev\">2023 · 2</a>"))
    #expect(middle.contains("<a href=\"../../acts/by-year/2022-2.html\" rel=\"next\">2022 · 2</a>"))
  }

  @Test func narrowedListsToo() async {
    let site = await TestSite(Self.files(acts: 310, terms: 0))
    #expect(site.paths.contains("acts/by-status/in-force/by-year/2021.html"))
    #expect(!site.paths.contains { $0.hasPrefix("acts/by-status/draft/") })
  }

  @Test func aListThatOnePageHoldsHasNoOthers() async {
    let site = await TestSite(Self.files(acts: 200, terms: 19))
    #expect(!site.paths.contains { $0.contains("/by-year/") || $0.contains("/by-letter/") })
  }

  @Test func sectionsOfAListAreOnThePageOfTheirLetter() async throws {
    let site = await TestSite(Self.files(acts: 0, terms: 30))
    #expect(
      site.paths.filter { $0.hasPrefix("terms/by-letter/") } == [
        "terms/by-letter/x.html", "terms/by-letter/y.html",
      ])
    let letter = try page("terms/by-letter/y.html", site)
    #expect(letter.contains("id=\"term/t3\"") && !letter.contains("id=\"term/t4\""))
    #expect(try page("terms/index.html", site).contains("href=\"../terms/by-letter/y.html#term/t3\""))
    // A section of a section stands there too.
    #expect(letter.contains("id=\"note/n\""))
    #expect(try page("notes/n.html", site).contains("by-letter/y.html#note/n"))
    #expect(!(try page("terms/by-letter/x.html", site)).contains("id=\"note/n\""))
    // What had led to the thing itself leads there.
    #expect(try page("terms/t3.html", site).contains("by-letter/y.html#term/t3"))
  }

  @Test func whatLeadsToAThingGoesOnOnFurtherPages() async throws {
    let site = await TestSite(Self.files(acts: 250, terms: 0))
    for (list, thing) in [("rel-issues", "bodies/office"), ("mentioned-in", "bodies/office")] {
      var seen: Set<String> = []
      for number in 2...3 {
        seen.formUnion(links(try page("\(thing)/\(list)/\(number).html", site), to: "acts"))
      }
      #expect(seen.count == 150, "\(list)")
      #expect(!site.paths.contains("\(thing)/\(list)/4.html"))
    }
    let own = try page("bodies/office.html", site)
    #expect(own.contains("href=\"../bodies/office/rel-issues/2.html\" rel=\"next\""))
    let quotes = try page("sources/law/quotes-taken/3.html", site)
    #expect(quotes.components(separatedBy: "<q>").count == 51)
    #expect(quotes.contains("rel=\"prev\"") && !quotes.contains("rel=\"next\""))
  }

  @Test func namesAndWordsHaveAPageForEachLetter() async throws {
    let site = await TestSite(Self.files(acts: 180, terms: 0))
    for view in ["names", "words"] {
      #expect(
        site.paths.filter { $0.hasPrefix(view + "/") && $0.hasSuffix(".html") }.prefix(2) == [
          "\(view)/a.html", view == "names" ? "names/b.html" : "words/a-2.html",
        ])
    }
    #expect(!(try page("names.html", site)).contains("A act 3<"))
    #expect(try page("names/a.html", site).contains("A act 3<"))
    #expect(try page("words.html", site).contains("href=\"words/b.html#act/a1\">B act 1</a>"))
  }

  @Test func thePreviewMovesThingsFromPageToPage() async throws {
    var files = Self.files(acts: 310, terms: 0)
    let before = await TestSite(files)
    files["content/acts/a1.md"] = files["content/acts/a1.md"]?.replacing("2022-01-01", with: "2019-01-01")
    let after = await TestSite(files, after: before)
    let anew = await TestSite(files)
    #expect(after.paths == anew.paths && after.paths.contains("acts/by-year/2019.html"))
    for path in anew.paths { #expect(after.file(at: path) == anew.file(at: path), "\(path)") }
  }
}
