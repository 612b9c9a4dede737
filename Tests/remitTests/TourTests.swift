import Foundation
import Testing

/// The questions that this project's own knowledge base answers, as the manual's tour asks them. The answers there
/// were worked out from the documents by hand.
@Suite struct TourTests {
  /// A command of the tour with what the manual shows of its output.
  struct Step: CustomTestStringConvertible, Sendable {
    let command: String
    let lines: [String]

    var testDescription: String { command }

    static let all: [Step] = {
      let file = Remit.project.appending(path: "content/manual/tour.md")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
      var steps: [Step] = []
      for block in text.components(separatedBy: "```console\n").dropFirst() {
        let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
        steps.append(Step(command: lines[0], lines: Array(lines.dropFirst())))
      }
      return steps
    }()
  }

  @Test func theTourHasThirtyQuestions() throws {
    let text = try String(
      contentsOf: Remit.project.appending(path: "content/manual/tour.md"), encoding: .utf8)
    let questions = text.components(separatedBy: "\n").filter { $0.hasPrefix("## ") }
    #expect(questions.count == 30)
    #expect(Step.all.count >= 30)
  }

  /// A line `…` stands for any lines, and a line that ends in `…` for any end.
  @Test(arguments: Step.all) func aCommandPrintsWhatTheManualShows(_ step: Step) throws {
    let words = try #require(TourTests.words(step.command))
    let outcome = try Remit.run(all: words + ["--root", Remit.project.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    var rest = outcome.output.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)[...]
    var mayskip = false
    for line in step.lines {
      if line == "…" {
        mayskip = true
        continue
      }
      let found = rest.firstIndex { TourTests.matches($0, line) }
      let index = try #require(found, "no line '\(line)' in:\n\(outcome.output)")
      #expect(mayskip || index == rest.startIndex, "other lines stand before '\(line)'")
      rest = rest[(index + 1)...]
      mayskip = false
    }
    #expect(mayskip || rest.allSatisfy(\.isEmpty), "more lines: \(rest.joined(separator: "\n"))")
  }

  /// Each answer is on a page, readable without a script.
  @Test func thePagesOfTheTourHaveTheAnswers() throws {
    let folder = try TemporaryFolder()
    let built = try Remit.run(all: ["build", "--root", Remit.project.path, "--output", folder.path + "/site"])
    try #require(built.status == 0, "\(built.errors)")
    for (page, words) in TourTests.answers {
      let html = try String(contentsOf: folder.url.appending(path: "site/" + page), encoding: .utf8)
      let text = TourTests.text(html)
      // Not the page itself: it would fill the report.
      let missing = words.filter { !text.contains($0) }
      #expect(missing == [], "on \(page)")
    }
  }

  private static let answers: [(page: String, words: [String])] = [
    (
      "responsibility.html",
      ["State-owned Assets Supervision and Administration Commission · 8", "Lead 1", "named alone 0"]
    ),
    ("measures/by-responsible/sasac.html", ["Measures Responsible: SASAC · 8"]),
    (
      "deadlines/2025.html",
      [
        "1,000 enterprises", "“thousands” enterprises", "Met", "Undetermined", "10,000 enterprises",
        "Responsible MIITSASAC",
      ]
    ),
    (
      "policies/guiding-opinions-2021.html",
      ["Exchequer", "Commerce Department", "1 June 2021", "2 July 2021"]
    ),
    ("timeline/2021.html", ["1 June 2021", "2 July 2021", "31 August 2021"]),
    ("programmes/leading-enterprises.html", ["pilot enterprises", "mistranslation"]),
    (
      "ladder.html",
      ["since 2016 (inferred)", "since 2018 (inferred)", "since 2019", "front rank of the home market"]
    ),
    (
      "deadlines/2027.html",
      [
        "more than 85 %", "more than 75 %", "90 %", "2 million sets", "800,000 sets", "more than 5 clusters",
        "more than 10 bases", "100 million connections", "10 million connections",
      ]
    ),
    ("timeline/2024.html", ["24 August", "20 September", "Draft", "Ministry of Ecology"]),
    (
      "figures/champions-selected.html",
      ["1,557 enterprises", "MERICS comment", "Which link is behind 1,557"]
    ),
    ("targets/ets-cement-steel-aluminium.html", ["2024 to 2026", "By year-end"]),
    (
      "programmes/manufacturing-champions.html",
      [
        "Preferential policies on land", "Governments of provinces and centrally administered cities",
        "may lose the status",
      ]
    ),
    (
      "compare/guiding-opinions-2021-in-policy-update-2021-and-guiding-opinions-en.html",
      ["only Policy Update 2021", "Give awards and subsidies to enterprises", "133 companies", "2 July 2021"]
    ),
    (
      "responsibility/guiding-opinions-2021.html",
      [
        "Measure 8: Opening up and cooperation Responsible2 Responsible4 Responsible1 Responsible3",
        "It says nothing about who leads.",
      ]
    ),
    (
      "programmes/manufacturing-champions.html",
      ["Measure 4: Modern industrial and supply chains", "Responsible MOFCOMMIITMoSTSASAC"]
    ),
    (
      "addressees.html",
      [
        "Governments of provinces and centrally administered cities · 2 Should 1 May 1",
        "that its government is meant is a reading",
      ]
    ),
    (
      "compare/made-in-china-2025-and-advanced-manufacturing-investment-fund.html",
      ["Rail equipment", "New energy vehicles", "Industrial robotics", "28 only Made in China 2025"]
    ),
    ("deadlines.html", ["Due 2025 · 5", "Due 2027 · 13"]),
    (
      "figures/sme-sales-share-fall.html",
      ["-6 percentage points", "2015 to 2018", "Shared factories", "98 %", "grew about as fast"]
    ),
    (
      "timeline/2024.html",
      [
        "2 September 2024", "Two state-owned shipbuilders plan to merge", "7 September 2024",
        "10 September 2024",
      ]
    ),
    (
      "partners.html",
      [
        "MIIT · SASAC 8", "CSRC · MOFCOM 1", "MOFCOM · MoST 1", "MoF · MOFCOM 1",
        "Ministry of Science and Technology 4 CSRC MoF",
      ]
    ),
    (
      "partners/csrc-and-mof.html",
      ["Measure 4: Modern industrial and supply chains", "Order 5", "Order 2", "Order 1"]
    ),
    ("deadlines/2022.html", ["Deadline passed", "20 platforms", "No figure at hand"]),
    (
      "goals.html",
      [
        "not said · 7", "Criteria for Sino-foreign SME cooperation zones",
        "AI safety governance framework 1.0",
      ]
    ),
    (
      "sector-goals.html",
      [
        "not said (7) Bicycles proposed Hardware products proposed",
        "not said 2 Lithium batteries Photovoltaics",
      ]
    ),
    (
      "compare/guiding-opinions-2021-in-policy-update-2021-and-guiding-opinions-en/line-by-line.html",
      ["Consortia or alliances headed by leading enterprises", "the same"]
    ),
    (
      "compare/guiding-opinions-2021-in-policy-update-2021-and-guiding-opinions-en/everything-else.html",
      ["10,000 enterprises", "the same"]
    ),
    (
      "money.html",
      ["CNY 20 billion", "CNY 50 billion", "CNY 43.5 billion", "USD 701.3 million", "National Data Bureau"]
    ),
  ]

  /// What a reader sees: without tags, each run of white space as one blank.
  private static func text(_ html: String) -> String {
    let open = html.replacing(
      /<(sub|sup|b|i|small|span|a|q|cite)\b[^>]*>|<\/(sub|sup|b|i|small|span|a|q|cite)>/, with: "")
    let plain = open.replacing(/<[^>]*>/, with: " ").replacing("&amp;", with: "&").replacing(
      "&quot;", with: "\"")
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func matches(_ line: String, _ shown: String) -> Bool {
    shown.hasSuffix("…") ? line.hasPrefix(shown.dropLast()) : line == shown
  }

  /// The words of `$ remit …`, as a shell parts them: in quotation marks, blanks are part of a word.
  private static func words(_ command: String) -> [String]? {
    guard command.hasPrefix("$ remit ") else { return nil }
    var words: [String] = []
    var word = ""
    var mark: Character?
    for character in command.dropFirst("$ remit ".count) {
      if character == mark {
        mark = nil
      } else if mark == nil, character == "'" || character == "\"" {
        mark = character
      } else if mark == nil, character == " " {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }
}
