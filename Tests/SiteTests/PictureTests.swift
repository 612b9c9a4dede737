import Diagnostics
import Foundation
import FoundationXML
import Site
import TestSite
import Testing

/// A picture says what its table says, in a drawing that stays readable however much there is.
@Suite struct PictureTests {
  static let schema = """
    kinds:
      job: {folder: jobs, label: {one: Job, many: Jobs}, fields: {by: {to: office, many: true}, day: {type: date}, how: {values: [fast, well, ill], many: true}}}
      office: {folder: offices, fields: {}}
      aim:
        folder: aims
        label: {one: Aim, many: Aims}
        fields: {much: {type: quantity}, due: {type: date, label: Due}, of: {to: office}, note: {type: text}}
    """
  static let settings = """
    title: Town <hall>
    as_of: 2021-06-15
    licence: CC BY
    base_url: https://town.example/kb/
    views:
      pairs: {view: network, of: job, together: by}
      due: {view: tracker, of: aim, value: much, deadline: due, groups: [of]}
      when: {view: timeline, lanes: [{of: job, date: day, title: Jobs}]}
      ways: {view: crosstab, of: job, rows: by, columns: how}
    """

  func files(jobs: [String], aims: [String] = [], offices: [String]) -> [String: String] {
    var files = ["schema.yaml": Self.schema, "remit.yaml": Self.settings]
    for office in offices {
      files["content/offices/\(office).md"] = "---\ntitle: Office \(office.uppercased())\n---\n"
    }
    for (number, job) in jobs.enumerated() { files["content/jobs/j\(number).md"] = "---\n\(job)\n---\n" }
    for (number, aim) in aims.enumerated() { files["content/aims/g\(number).md"] = "---\n\(aim)\n---\n" }
    return files
  }

  func page(_ path: String, _ files: [String: String]) async throws -> String {
    try #require(await TestSite(files).published().text(path))
  }

  /// What stands between two texts, the first time.
  func part(_ text: String, from start: String, to end: String) -> String {
    guard let from = text.firstRange(of: start) else { return "" }
    let rest = text[from.upperBound...]
    return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
  }

  func wide(_ page: String) -> String { part(page, from: "<svg class=\"wide\"", to: "</svg>") }

  func sentence(_ page: String) -> String { part(page, from: "<p class=\"finding\">", to: "</p>") }

  func names(_ drawing: String) -> [String] {
    drawing.matches(of: #/aria-label="([^"]*)"/#).map { String($0.output.1) }
  }

  @Test func theSentenceIsOfTheData() async throws {
    let jobs = ["title: One\nby: [a, b]", "title: Two\nby: [a, b, c]", "title: Three\nby: [c]"]
    let few = files(jobs: jobs, offices: ["a", "b", "c"])
    #expect(
      try await sentence(page("pairs.html", few))
        == "Jobs: Office A and Office B share 2 of 3, more than any other pair.")
    let more = files(jobs: jobs + ["title: Four\nby: [b, c]"], offices: ["a", "b", "c"])
    #expect(
      try await sentence(page("pairs.html", more))
        == "Jobs: no pair shares more than 2; 2 pairs share so many.")
  }

  /// Each cell has the number of its row in the data, and no other cell is drawn.
  @Test func theCellsAreTheData() async throws {
    let jobs = ["title: One\nby: [a, b]", "title: Two\nby: [a, b, c]", "title: Three\nby: [d]"]
    let site = await TestSite(files(jobs: jobs, offices: ["a", "b", "c", "d"])).published()
    let data = try #require(site.text("pairs.csv")).split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let said = data.filter { $0[4] != "0" }.map { "\($0[1]) and \($0[3]): \($0[4])" }
    let drawn = names(wide(try #require(site.text("pairs.html")))).filter { $0.contains(" and ") }
    #expect(drawn.sorted() == said.sorted() && said.count == 3)
  }

  @Test func marksAreLinksWithNamesAndNoIDs() async throws {
    let jobs = (0..<4).map {
      "title: Job \($0)\nby: [a, b]\nday: 2021-0\($0 + 1)-01\nhow: [fast, \($0 % 2 == 0 ? "well" : "ill")]"
    }
    let aims = (0..<4).map { "title: Aim \($0)\nmuch: \($0 + 1)\ndue: 202\($0 + 2)\nof: a" }
    let site = await TestSite(files(jobs: jobs, aims: aims, offices: ["a", "b", "c"])).published()
    for name in ["when", "due", "ways"] {
      let page = try #require(site.text("\(name).html"))
      #expect(page.contains("assets/pictures.css"))
      for drawing in [wide(page), part(page, from: "<svg class=\"narrow\"", to: "</svg>")] {
        let links = drawing.matches(of: #/<a href="([^"]+)" aria-label="([^"]+)"/#)
        #expect(links.count >= 4, "\(name)")
        #expect(drawing.matches(of: #/<a /#).count == links.count && !drawing.contains(" id=\""))
      }
    }
    let plain = try #require(site.text("offices/a.html"))
    #expect(!plain.contains("pictures.css"))
  }

  /// A picture of 500 deadlines has a bar for each year, and all of them are in the bars.
  @Test func manyDeadlinesAreSummed() async throws {
    let aims = (0..<500).map { "title: Aim \($0)\nmuch: \($0 + 1)\ndue: \(2020 + $0 % 7)-03\nof: a" }
    let site = await TestSite(files(jobs: [], aims: aims, offices: ["a"])).published()
    let page = try #require(site.text("due.html"))
    let bars = names(wide(page)).compactMap { $0.firstMatch(of: #/^(\d{4}): (\d+)$/#) }
    #expect(bars.map(\.output.1) == ["2020", "2021", "2022", "2023", "2024", "2025", "2026"])
    #expect(bars.compactMap { Int($0.output.2) }.reduce(0, +) == 500)
    #expect(page.contains("Summed by year, as there are 500; the list has each."))
    let group = try #require(site.text("due/a.html"))
    #expect(names(wide(group)).count { $0.wholeMatch(of: #/\d{4}: \d+/#) != nil } == 7)
  }

  /// Of sixty offices those that share most are drawn, and the picture says how many are not.
  @Test func manyOfficesAreCutAndCounted() async throws {
    let offices = (10..<70).map { "o\($0)" }
    let jobs = offices.indices.dropFirst().map {
      "title: Job \($0)\nby: [\(offices[$0 - 1]), \(offices[$0]), o10]"
    }
    let page = try await page("pairs.html", files(jobs: jobs, offices: offices))
    let drawing = wide(page)
    #expect(names(drawing).filter { $0.wholeMatch(of: #/Office O\d+/#) != nil }.count == 25)
    #expect(drawing.contains("35 that have less are not drawn; the list has them."))
    #expect(names(drawing).contains("Office O10"))
    #expect(page.contains("<details class=\"as-table\" open>") == page.contains("<table"))
  }

  @Test func crowdedMonthsAreSummed() async throws {
    let jobs = (0..<9).map { "title: Job \($0)\nday: 2021-03-\(10 + $0)" } + ["title: Late\nday: 2022"]
    let page = try await page("when.html", files(jobs: jobs, offices: ["a"]))
    #expect(sentence(page) == "9 of 10 events fall in March 2021, more than at any other time.")
    #expect(
      names(wide(page)).filter { $0 != "Timeline" } == ["Jobs, March 2021: 9 events", "Late, Jobs, 2022"])
    #expect(page.contains("<a href=\"when/2021.html#2021-03\""))
  }

  /// The file is XML that needs no page: whole addresses, colours written out, its sentence, source, day and licence.
  @Test func aloneItIsWhole() async throws {
    let aims = (0..<4).map { "title: Aim <\($0)> & more\nmuch: \($0 + 1)\ndue: 202\($0 + 2)\nof: a" }
    let site = await TestSite(files(jobs: [], aims: aims, offices: ["a"])).published()
    let file = try #require(site.text("due.svg"))
    #expect(XMLParser(data: Data(file.utf8)).parse())
    #expect(file.contains(": Aims: 4 of 4 have a deadline, from 2022 to 2025.</title>"))
    #expect(file.contains(">Source: Town &lt;hall&gt; · https://town.example/kb/due.html<"))
    #expect(file.contains(">As of 15 June 2021<") && file.contains(">CC BY<"))
    // Programs that know no names of colours know none that depend on the page either.
    #expect(!file.contains("var(") && !file.contains("light-dark("))
    let (day, night) = (part(file, from: "<style>", to: "@media"), part(file, from: "@media", to: "</style>"))
    #expect(day.contains(".ground { fill: #fff }") && night.contains(".ground { fill: #14171a }"))
    #expect(file.contains("<a href=\"https://town.example/kb/aims/g0.html\""))
    for link in file.matches(of: #/<a href="([^"]+)"/#) {
      #expect(link.output.1.hasPrefix("https://town.example/"))
    }
    let page = try #require(site.text("due.html"))
    #expect(page.contains("<a href=\"due.svg\" type=\"image/svg+xml\">"))
  }

  /// Numbers of two sources stand on a scale; a wording stands beside it and is no number.
  @Test func claimsOfATargetArePlotted() async throws {
    var all = files(jobs: [], offices: ["a"])
    all["schema.yaml"] = "claims: {source: paper}\n" + Self.schema + "\n  paper: {folder: papers, fields: {}}"
    for paper in ["red", "blue", "grey"] { all["content/papers/\(paper).md"] = "---\ntitle: \(paper)\n---\n" }
    all["content/aims/one.md"] = """
      ---
      title: Trees
      due: 2022
      note: Grey area
      much:
        - {is: 1000 trees, source: red}
        - {is: at least 500 trees, source: blue}
        - {is: {words: many, unit: trees}, source: grey}
      ---
      """
    let site = await TestSite(all).published()
    let page = try #require(site.text("aims/one.html"), "\(site.diagnostics)")
    #expect(sentence(page) == "2 numbers, from at least 500 trees to 1,000 trees.")
    #expect(page.contains("<p class=\"remarks\">1 more is words, which have no place on the scale. </p>"))
    // Above all that is not its value, its date and what sets it.
    #expect(page.firstRange(of: "<figure")!.lowerBound < page.firstRange(of: ">Grey area<")!.lowerBound)
    #expect(page.firstRange(of: ">Due<")!.lowerBound < page.firstRange(of: "<figure")!.lowerBound)
    let drawing = wide(page)
    #expect(names(drawing).count == 3 && drawing.matches(of: #/class="gutter"/#).count == 2)
    #expect(page.contains("assets/pictures.css") && page.contains("due/claims/one.svg"))
    #expect(try #require(site.text("due/claims/one.svg")).contains("Trees: What the sources say: 2 numbers"))
  }

  @Test func namesAreNeverCut() async throws {
    let long =
      "Office for the preparation of long and longer names that no line of any picture has room for, 名称很长的部门"
    var all = files(jobs: ["title: One\nby: [a, b]", "title: Two\nby: [a, b, c]"], offices: ["a", "b", "c"])
    all["content/offices/c.md"] = "---\ntitle: \(long)\n---\n"
    let page = try await page("pairs.html", all)
    for drawing in [wide(page), part(page, from: "<svg class=\"narrow\"", to: "</svg>")] {
      let texts = drawing.matches(of: #/<text[^>]*>([^<]*)</text>/#).map { String($0.output.1) }
      #expect(texts.joined().filter { $0 != " " }.contains(long.filter { $0 != " " }))
    }
  }

  /// Of the key: its texts stand before all marks.
  func texts(_ drawing: String) -> [String] {
    drawing.matches(of: #/<text[^>]*>([^<]*)</text>/#).map { String($0.output.1) }
  }

  /// A day of which only the month or year is known is no bar, and each sign that is drawn is in the key, none else.
  @Test func whatIsNotKnownIsNoDuration() async throws {
    let days = ["2021-03-02", "2021-05", "2021~", "2021-06/2021-09"]
    let jobs = days.enumerated().map { "title: Job \($0)\nday: \"\($1)\"" }
    let all = try await page("when.html", files(jobs: jobs, offices: ["a"]))
    let drawing = wide(all)
    let key = [
      "one day", "one day between the two ends; which one is not known", "from one date to another",
      "dashed: the same, and the day is not known",
    ]
    #expect(texts(drawing).prefix(4) == key[...])
    // Of the period and its sign in the key.
    #expect(drawing.matches(of: #/<rect class="mark"/#).count == 2)
    #expect(drawing.matches(of: #/class="whisker-vague"/#).count == 2)
    let few = try await page(
      "when.html", files(jobs: Array(jobs[..<1] + jobs[..<1] + jobs[..<1]), offices: ["a"]))
    #expect(texts(wide(few)).first == "one day" && !few.contains("class=\"whisker\""))
  }

  /// The year in which most end has its name on the axis, however narrow the years are.
  @Test func theYearOfMostDeadlinesIsNamed() async throws {
    let years = [2021, 2023, 2025, 2027, 2028, 2028, 2028, 2029, 2031, 2040]
    let aims = years.enumerated().map { "title: Aim \($0)\nmuch: \($0 + 1)\ndue: \($1)\nof: a" }
    let page = try await page("due.html", files(jobs: [], aims: aims, offices: ["a"]))
    for drawing in [wide(page), part(page, from: "<svg class=\"narrow\"", to: "</svg>")] {
      #expect(texts(drawing).filter { $0 == "2028" }.count == 2)
      #expect(texts(drawing).contains("years left out"))
    }
  }

  /// A month that is too narrow for its name has it where its neighbours leave room.
  @Test func aNarrowMonthIsNamed() async throws {
    let days = ["2020-05-01"] + (7...9).flatMap { month in (1...4).map { "2021-0\(month)-0\($0 * 2)" } }
    let jobs = days.enumerated().map { "title: Job \($0)\nday: \($1)" }
    let drawing = wide(try await page("when/2021.html", files(jobs: jobs, offices: ["a"])))
    #expect(drawing.contains(">January 2021<") && drawing.contains(">September 2021<"))
  }

  /// The picture of a register counts what its page counts, by pair and by source.
  @Test func theLineageOfAThing() async throws {
    var all = files(jobs: [], offices: ["a"])
    all["schema.yaml"] = """
      kinds:
        law:
          folder: laws
          label: {one: Law, many: Laws}
          fields:
            day: {type: date}
            amends: {to: law, many: true, inverse: amended_by, effect: amends, label: Amends, inverse_label: Amended by}
      """
    all["remit.yaml"] = "title: Town\nviews: {when: {view: timeline, lanes: [{of: law, date: day}]}}"
    all["content/offices/a.md"] = nil
    for (name, fields) in [
      ("old", "day: 1990"), ("mid", "day: 2000\namends: [old]"), ("new", "day: 2010\namends: [mid]"),
      ("last", "day: 2005\namends: [mid]"),
    ] { all["content/laws/\(name).md"] = "---\ntitle: Law \(name)\n\(fields)\n---\n" }
    let site = await TestSite(all).published()
    let page = try #require(site.text("laws/mid.html"), "\(site.diagnostics)")
    #expect(sentence(page) == "Law mid goes back to Law old; what goes back to it: Law last, Law new.")
    #expect(
      names(wide(page))
        == [
          "Amends: Law old, 1990", "Amended by: Law last, 2005", "Amended by: Law new, 2010",
        ].map { $0 })
    #expect(page.contains("when/lineage/mid.svg") && site.text("when/lineage/mid.svg") != nil)
    #expect(try !#require(site.text("laws/old.html")).contains("<figure"))
  }
}
