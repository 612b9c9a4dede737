import Diagnostics
import TestSupport

/// Changes a file as authors do who write YAML in other ways, and as slips do: the same for the same seed.
struct FrontMatterMutation {
  private var dice: SeededGenerator
  private var comments = 0

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  mutating func callAsFunction(_ file: SourceText, number: Int) -> SourceText {
    var lines = String(decoding: file.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      guard let end = lines.dropFirst().firstIndex(of: "---"), end > 1 else { break }
      change(&lines, 1..<end)
    }
    var text = lines.joined(separator: "\n")
    switch Int.random(in: 0..<30, using: &dice) {
    case 0: text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    case 1: text = "\u{FEFF}" + text
    default: break
    }
    // Files of one name would hide one another.
    let path = String(file.path.dropLast(3)) + "-m\(number).md"
    return SourceText(path: path, text: text)
  }

  private mutating func change(_ lines: inout [String], _ range: Range<Int>) {
    let at = Int.random(in: range, using: &dice)
    switch Int.random(in: 0..<20, using: &dice) {
    case 0, 1, 2: lines.insert(blanks(0...6) + comment(), at: at)
    case 3, 4: lines[at] += " " + comment()
    case 5: lines.insert(blanks(0...2), at: at)
    case 6: lines.swapAt(at, Int.random(in: range, using: &dice))
    case 7, 8: replace(", ", with: ",\n" + blanks(4...8), in: &lines[at])
    case 9: replace(", ", with: ", " + comment() + "\n" + blanks(4...8), in: &lines[at])
    case 10: replace("\"", with: "'", in: &lines[at])
    case 11: replace(": \"", with: ":\n" + blanks(8...9) + "\"", in: &lines[at])
    case 12: replace(" ", with: pick(["  ", "\t", "\n" + blanks(4...9), "\u{A0}"]), in: &lines[at])
    case 13: lines[at] = blanks(1...2) + lines[at]
    case 14: replace(pick([": ", "{", "}", "[", ",", "\""]), with: "", in: &lines[at])
    case 15: lines.insert(contentsOf: pick(blocks), at: at)
    case 16: replace("- {", with: "-   {   ", in: &lines[at])
    case 17: lines[at] = lines[at].replacing("    ", with: "      ")
    case 18: lines.append(lines.remove(at: at))
    default: replace(" ", with: " " + pick(tokens) + " ", in: &lines[at])
    }
  }

  private mutating func replace(_ old: String, with new: String, in line: inout String) {
    let places = line.ranges(of: old)
    guard let place = places.randomElement(using: &dice) else { return }
    line.replaceSubrange(place, with: new)
  }

  private mutating func comment() -> String {
    comments += 1
    return "#¤ comment \(comments), {with: [signs\"' ¤"
  }

  private mutating func blanks(_ range: ClosedRange<Int>) -> String {
    String(repeating: " ", count: Int.random(in: range, using: &dice))
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &dice)]
  }

  private let blocks = [
    ["former_ids:", "- |", "  term/a", "- \"term/b\"", "", "-", "  term/c"],
    ["former_ids: >-", "    term/a", "", "    b"],
    ["aliases:", "  - name:   A # ¤", "    sort: variant", "  -  B"],
    ["aliases: [{name: \"A: b\", note: 'it''s'}, 'C', \"d e\", ~]"], ["publish:  yes"],
    ["summary: |2+", "    a", "   b", "", ""],
    ["summary: 'one", "", "  two'"], ["summary: one # ¤", "# two"],
    ["defaults: {at: \"section 5\", source: merics-brief-web}"], ["defaults: {source: guiding-opinions-en}"],
    ["about: {source: merics-brief-web, items: [miit, {to: mof, quote: a}], at: b}"],
    [
      "set_by:", "  - {to: a, quote: b, source: c}", "  - {to: d, quote: b, source: c} # ¤",
      "  - {to: e, source: c, quote: b}",
    ],
    ["---"], ["..."], ["? a", ": b"],
    ["%YAML 1.2"], ["draft: false"],
  ]
  private let tokens = [
    "&a", "*a", "!t", "!!str", "<<:", "#", "👩‍👩‍👧", "制度", "\\", "'", "\"", ":", "|", ">", "~", "null", "0x10",
    "1e3", "- ", "? ",
    "\u{200B}", "\u{85}", "\\n", "%", "@", "<!-- x -->", "%% y %%", "{a: b}", "[c]", "2024-02-29", "''",
  ]
}
