import Diagnostics
import Foundation
import Site
import TestSite
import Testing

/// No page of a view grows with the knowledge base: long parts come in pages, and everything is on one of them.
@Suite struct LongViewTests {
  /// A part that is cut, with how each of its rows is known on a page, and how many there are.
  struct Part: Sendable {
    let stem: String
    let row: String
    let count: Int
    /// Whether all rows are different.
    var isDistinct = true
  }

  static let parts = [
    Part(stem: "when/2021", row: #"class="event"><a href="([^"]*)""#, count: 600),
    Part(stem: "weeks", row: #"class="event"><a href="([^"]*)""#, count: 1_200),
    Part(stem: "due/2027", row: #"<h3><a href="([^"]*)""#, count: 200),
    Part(stem: "due/no-last-day", row: #"<h3><a href="([^"]*)""#, count: 200),
    Part(stem: "due/south", row: #"<h3><a href="([^"]*)""#, count: 300),
    Part(stem: "clashes", row: #"<tr><th scope="row"><a href="([^"]*acts/[^"]*)"#, count: 400),
    Part(stem: "clashes/source-law", row: #"<tr><th scope="row"><a href="([^"]*)"#, count: 400),
    Part(stem: "both/a0-in-law-and-news/everything-else", row: #"<tr id="([^"]*)""#, count: 1_598),
    Part(stem: "both/office0-and-office1", row: #"<div class="says">.*?<a href="([^"]*)""#, count: 1_200),
    Part(stem: "who", row: #"<tr><th scope="row"><a href="([^"]*acts/[^"]*)""#, count: 1_200),
    Part(stem: "who", row: #"<li><a href="([^"]*acts/a[0-9][^"]*)""#, count: 2_400, isDistinct: false),
    Part(stem: "who/south", row: #"<tr><th scope="row"><a href="([^"]*acts/[^"]*)""#, count: 600),
    Part(stem: "cross", row: #"<dd><a href="([^"]*)""#, count: 2_400, isDistinct: false),
    Part(stem: "pairs", row: #"<dd><a href="([^"]*)""#, count: 1_200),
    Part(stem: "lacks", row: #"<a href="([^"]*acts/[^"]*)">Act \d+</a> ·"#, count: 1_200),
    Part(stem: "read", row: #" · <a href="([^"]*acts/[^"]*)""#, count: 1_600, isDistinct: false),
    Part(stem: "news/first", row: #"<li><a href="([^"]*acts/a[0-9][^"]*)""#, count: 1_200),
    Part(stem: "steps", row: #"<li id="([^"]*)""#, count: 300),
  ]

  private static let schema = """
    claims: {source: source}
    kinds:
      source: {folder: sources, fields: {}}
      body: {folder: bodies, fields: {}}
      area: {folder: areas, fields: {}}
      act:
        folder: acts
        fields:
          issued: {type: date}
          status: {type: enumeration, values: [draft, in-force]}
          number: {type: text}
          by: {to: body, many: true, inverse: issues, inverse_label: Issued, qualifiers: {role: {type: enumeration, values: [lead, helper]}}}
          part_of: {to: area}
          url: {type: text}
      goal:
        folder: goals
        fields: {value: {type: quantity}, deadline: {type: date}, set_by: {to: area}}
      rung: {folder: rungs, fields: {next: {to: rung, many: true}}}
    """

  private static let settings = """
    as_of: 2021-06-15
    views:
      when: {view: timeline, lanes: [{of: act, date: issued}]}
      weeks: {view: timeline, between: 2021-01-01..2022-12-31, lanes: [{of: act, date: issued}]}
      due: {view: tracker, of: goal, value: value, deadline: deadline, groups: [set_by]}
      clashes: {view: register}
      both:
        view: compare
        pairs: [[office0, office1]]
        sources: [{of: a0, sources: [law, news]}]
      who: {view: matrix, rows: act, columns: by, group: part_of, role: role}
      cross: {view: crosstab, of: act, rows: by, columns: status}
      pairs: {view: network, of: act, together: by}
      lacks: {view: coverage, missing: [{of: act, field: url}]}
      read: {view: sources}
      news: {view: changes, folder: history}
      steps: {view: ladder, of: rung, step: next}
    """

  /// Acts of two years by two bodies each, a third of them with a number on which two sources differ; goals; a ladder.
  static func files(acts: Int = 1_200, areas: [String] = ["south", "north"]) -> [String: String] {
    var files = [
      "schema.yaml": schema, "remit.yaml": settings,
      "content/sources/law.md": "---\ntitle: Law\n---\n",
      "content/sources/news.md": "---\ntitle: News\n---\n",
    ]
    for area in areas { files["content/areas/\(area).md"] = "---\ntitle: Area \(area)\n---\n" }
    for number in 0..<40 {
      files["content/bodies/office\(number).md"] = "---\ntitle: Office \(number)\n---\n"
    }
    var added: [String] = []
    for number in 0..<acts {
      let claimed =
        number % 3 == 0
        ? "\nnumber: [{is: No. \(number), source: law}, {is: No. \(number)a, source: news}]" : ""
      files["content/acts/a\(number).md"] = """
        ---
        title: Act \(number)
        issued: {is: \(2021 + number % 2)-0\(1 + number % 9)-\(10 + number % 18), source: law}
        status: \(number % 5 == 0 ? "draft" : "in-force")
        by: [{to: office\(number % 2), role: lead}, {to: office\(2 + number % 38), role: helper}]
        part_of: \(areas[number % 2])\(claimed)
        ---

        """
      added.append(#"{"change": "added", "id": "act/a\#(number)", "title": "Act \#(number)", "kind": "Act"}"#)
    }
    for number in 0..<acts / 2 {
      let deadline = ["deadline: 2027-0\(1 + number % 9)-01\n", "deadline: 2028-01-01\n", ""][number % 3]
      files["content/goals/g\(number).md"] =
        "---\ntitle: Goal \(number)\nvalue: \(number + 1)\n\(deadline)set_by: \(areas[number % 2])\n---\n"
    }
    for number in 0..<acts / 4 {
      let next = number + 1 < acts / 4 ? "next: [r\(number + 1)]\n" : ""
      files["content/rungs/r\(number).md"] = "---\ntitle: Rung \(number)\n\(next)---\n"
    }
    files["content/history/first.json"] =
      #"{"date": "2024-01-31", "entities": [\#(added.joined(separator: ", "))]}"#
    return files
  }

  private func page(_ path: String, _ site: TestSite) throws -> String {
    String(decoding: try #require(site.file(at: path), "\(path)"), as: UTF8.self)
  }

  private func found(_ pattern: String, in page: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators])
    let all = NSRange(page.startIndex..., in: page)
    return expression.matches(in: page, range: all).compactMap { match in
      Range(match.range(at: 1), in: page).map { String(page[$0]) }
    }
  }

  /// The first page of a part and those on which it goes on.
  private func pages(of stem: String, _ site: TestSite) -> [String] {
    [stem + ".html"]
      + (2...99).map { "\(stem)/page-\($0).html" }.filter { site.site.plan.entry(at: $0) != nil }
  }

  @Test func everyRowIsOnOnePage() async throws {
    let site = await TestSite(Self.files())
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics)")
    #expect(site.paths.count == Set(site.paths).count)
    for part in Self.parts {
      let paths = pages(of: part.stem, site)
      #expect(paths.count > 1, "\(part.stem)")
      var rows: [String] = []
      for (index, path) in paths.enumerated() {
        let html = try page(path, site)
        let own = try found(part.row, in: html)
        rows += own.map { $0.replacing("../", with: "") }
        #expect(html.utf8.count < 1_000_000 && own.count <= 1_000, "\(path): \(own.count)")
        #expect(html.contains(" rel=\"prev\"") == (index > 0), "\(path)")
        #expect(html.contains(" rel=\"next\"") == (index + 1 < paths.count), "\(path)")
      }
      #expect(rows.count == part.count, "\(part.stem) \(part.row)")
      if part.isDistinct { #expect(Set(rows).count == part.count, "\(part.stem) \(part.row)") }
    }
  }

  @Test func pagesSayWhichTheyAre() async throws {
    let site = await TestSite(Self.files())
    let second = try page("due/2027/page-2.html", site)
    #expect(second.contains("<h1 id=\"view-title\">Targets by deadline: 2027 · 2 of 2</h1>"))
    #expect(second.contains("<a href=\"../../due/2027.html\">Targets by deadline: 2027</a></li>"))
    #expect(second.contains("<a href=\"../../due/2027.html\" rel=\"prev\">1</a>"))
    #expect(second.contains("<a href=\"../../due/2027.csv\">CSV</a>"))
    #expect(!site.paths.contains("due/2027/page-2.csv"))
    let table = String(decoding: try #require(site.file(at: "due/2027.csv")), as: UTF8.self)
    #expect(table.split(separator: "\r\n").count == 201 || table.split(separator: "\n").count == 201)
  }

  @Test func theWholeShowsWhatIsNearAndLeadsToTheRest() async throws {
    let site = await TestSite(Self.files())
    let timeline = try page("when.html", site)
    #expect(try found(#"class="event"><a href="([^"]*)""#, in: timeline).count == 100)
    #expect(["05-14", "06-24"].allSatisfy { timeline.contains("datetime=\"2021-\($0)\"") })
    #expect(timeline.contains("<li><a href=\"when/2022.html\">2022 <span class=\"n\">600</span></a></li>"))
    let tracker = try page("due.html", site)
    #expect(try found(#"<li id="target-([^"]*)""#, in: tracker).count == 100)
    #expect(tracker.contains("<a href=\"due/no-last-day.html\">"))
    #expect(try page("news.html", site).contains("href=\"news/first.html\""))
  }

  @Test func linksLeadToThePageWithThePlace() async throws {
    let site = await TestSite(Self.files())
    var ids: [String: Set<String>] = [:]
    var links: Set<String> = []
    for entry in site.paths where entry.hasSuffix(".html") {
      let isOfView = Self.parts.contains { entry.hasPrefix($0.stem.prefix { $0 != "/" }) }
      guard isOfView else { continue }
      let html = try page(entry, site)
      ids[entry] = Set(try found(#" id="([^"]*)""#, in: html))
      for link in try found(#"href="([^"]*#[^"]*)""#, in: html) {
        let url = URL(fileURLWithPath: "/" + entry)
        let target =
          link.hasPrefix("#")
          ? url
          : URL(
            fileURLWithPath: String(link.prefix { $0 != "#" }), relativeTo: url.deletingLastPathComponent())
        links.insert(target.standardized.path.dropFirst() + "#" + link.drop { $0 != "#" }.dropFirst())
      }
    }
    let others = links.filter { link in
      let path = String(link.prefix { $0 != "#" })
      let place = String(link.drop { $0 != "#" }.dropFirst()).removingPercentEncoding ?? ""
      return ids[path].map { !$0.contains(place) } ?? false
    }
    #expect(others.isEmpty, "\(others.sorted().prefix(5))")
    #expect(links.contains { $0.hasPrefix("cross/page-") })
  }

  @Test func aThingMayBeCalledLikeAPage() async throws {
    let site = await TestSite(Self.files(areas: ["page-2", "north"]))
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics)")
    #expect(try page("who/page-2.html", site).contains("Area page-2</h1>"))
    #expect(try page("who/page-2-.html", site).contains(" · 2 of "))
  }

  @Test func aPartThatOnePageHoldsHasNoOthers() async throws {
    let site = await TestSite(Self.files(acts: 20))
    #expect(!site.paths.contains { $0.contains("/page-") || $0.contains("no-last-day") })
    #expect(try found(#"class="event"><a href="([^"]*)""#, in: try page("when.html", site)).count == 20)
  }

  @Test func thePreviewMovesRowsFromPageToPage() async throws {
    var files = Self.files()
    let before = await TestSite(files)
    files["content/acts/a1.md"] = files["content/acts/a1.md"]?.replacing("2022-02", with: "2021-02")
    let after = await TestSite(files, after: before)
    // A text that links changes no fact, but what nothing leads to.
    for number in 0..<900 {
      files["content/acts/a\(number).md"]? += "It follows [[a\(number + 1)]].\n"
    }
    let linked = await TestSite(files, after: after)
    let anew = await TestSite(files)
    #expect(linked.paths == anew.paths)
    for path in anew.paths
    where path.hasSuffix(".html") && Self.parts.contains(where: { path.hasPrefix($0.stem) }) {
      #expect(linked.file(at: path) == anew.file(at: path), "\(path)")
    }
  }
}
