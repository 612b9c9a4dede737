import Diagnostics
import Foundation
import FoundationXML
import Site
import TestSite
import Testing

/// The pictures of registers and networks.
extension PictureTests {
  @Test func theRegisterCountsAsItsPageDoes() async throws {
    var all = files(jobs: [], offices: ["a"])
    all["schema.yaml"] = "claims: {source: paper}\n" + Self.schema + "\n  paper: {folder: papers, fields: {}}"
    all["remit.yaml"] = Self.settings + "\n  differ: {view: register}"
    for paper in ["red", "blue", "grey"] { all["content/papers/\(paper).md"] = "---\ntitle: \(paper)\n---\n" }
    for (number, other) in ["blue", "grey", "blue"].enumerated() {
      let state = number < 2 ? "" : "\n  state: not-a-conflict"
      all["content/aims/g\(number).md"] =
        "---\ntitle: Aim \(number)\nmuch:\n  claims: [{is: 1 tree, source: red}, {is: 2 trees, source: \(other)}]\(state)\n---\n"
    }
    let site = await TestSite(all).published()
    let page = try #require(site.text("differ.html"), "\(site.diagnostics)")
    #expect(sentence(page) == "No two sources disagree in more than one of 2 cases; 2 pairs do in one.")
    let frames = part(page, from: "<svg class=\"wide\"", to: "</svg>").matches(
      of: #/class="strong"[^>]*>(\d+)</#)
    #expect(frames.map(\.output.1) == ["2", "1", "1"])
  }

  /// A row of a register has its claims on one scale where two are numbers in one unit, or dates; a wording is no number.
  @Test func claimsInARegisterArePlotted() async throws {
    var all = files(jobs: [], offices: ["a"])
    all["schema.yaml"] = "claims: {source: paper}\n" + Self.schema + "\n  paper: {folder: papers, fields: {}}"
    all["remit.yaml"] = "title: Town\nviews: {differ: {view: register}}"
    for paper in ["red", "blue", "grey"] { all["content/papers/\(paper).md"] = "---\ntitle: \(paper)\n---\n" }
    func aim(_ name: String, _ field: String, _ red: String, _ blue: String, _ grey: String? = nil) {
      let third = grey.map { ", {is: \($0), source: grey}" } ?? ""
      all["content/aims/\(name).md"] =
        "---\ntitle: \(name)\n\(field): [{is: \(red), source: red}, {is: \(blue), source: blue}\(third)]\n---\n"
    }
    aim("number", "much", "2 trees", "400 trees", "{words: many, unit: trees}")
    aim("unit", "much", "1 tree", "400 bushes")
    aim("day", "due", "2021-03-01", "2021-03-11")
    aim("month", "due", "2021-03-01", "2021-04")
    aim("note", "note", "one", "two")
    let site = await TestSite(all).published()
    let page = try #require(site.text("differ.html"), "\(site.diagnostics)")
    func row(_ name: String) -> String { part(page, from: "<a href=\"aims/\(name).html", to: "</tr>") }
    let number = row("number")
    #expect(number.contains("2 numbers, from 2 trees to 400 trees. 1 more is words"))
    // One in the key, one beside the scale; and no sign that tells what is to be reached, for nothing is counted.
    #expect(number.matches(of: #/class="gutter"/#).count == 2 && !number.contains("to be reached"))
    let drawing = part(number, from: "<svg", to: "</svg>")
    #expect(names(drawing) == ["red: 2 trees", "blue: 400 trees", "grey: “many” trees"])
    #expect(
      row("day").contains("2 dates, from 1 March 2021 to 11 March 2021.") && row("day").contains(">10 days<"))
    #expect(row("month").contains("class=\"whisker\"") && !row("month").contains("days<"))
    #expect(!row("unit").contains("<svg") && !row("note").contains("<svg"))
    #expect(page.contains("assets/pictures.css") && !page.contains("<details><summary>2 "))
    aim("other", "due", "2021", "2023")
    let more = try #require(await TestSite(all).published().text("differ.html"))
    #expect(more.matches(of: #/<details><summary>2 (numbers|dates)/#).count == 4)
  }

  /// Who leads is told from who takes part, in the pair's cell, in the frame of the one, and in words.
  @Test func whoLeadsHasADot() async throws {
    let jobs = ["title: One\nby: [{to: a, role: head}, b]", "title: Two\nby: [b, c]"]
    var all = files(jobs: jobs, offices: ["a", "b", "c"])
    all["schema.yaml"] = Self.schema.replacing(
      "by: {to: office, many: true}",
      with: "by: {to: office, many: true, qualifiers: {role: {values: [head, hand]}}}")
    #expect(try await !page("pairs.html", all).contains("with a dot"))
    all["remit.yaml"] = Self.settings.replacing("together: by", with: "together: by, role: role, lead: head")
    let site = await TestSite(all).published()
    let led = try #require(site.text("pairs.html"), "\(site.diagnostics)")
    let drawing = wide(led)
    #expect(names(drawing).contains("Office A and Office B: 1, Office A leads"))
    #expect(names(drawing).contains("Office B and Office C: 1"))
    // In the key, in the cell, and in the frame of the one who leads.
    #expect(drawing.matches(of: #/<circle class="mark"[^>]*r="3"/#).count == 3)
    #expect(led.contains("1 of the 2 has a lead: Office A.") && led.contains("<small>Office A leads</small>"))
    #expect(try #require(site.text("pairs.csv")).contains("office/a: job/j0"))
    all["remit.yaml"] = Self.settings.replacing("together: by", with: "together: by, role: role, lead: hed")
    let messages = await TestSite(all).diagnostics.map(\.message)
    #expect(messages == ["'role' has no value 'hed'; did you mean 'head'?"])
  }

  /// What a thing goes back to stands before it, what goes back to it behind it; a single relation has no picture.
}
