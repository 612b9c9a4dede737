import Diagnostics
import Testing

@testable import CommonMark

@Suite struct TableTests {
  @Test func cellsSeeTheFilesLinkDefinitions() {
    let parsed = document("| [a] |\n|---|\n| *x \\| y* `\\|` |\n\n[a]: http://a.org")
    #expect(parsed.links.map(\.target) == ["http://a.org"])
    #expect(parsed.html().contains("<td><em>x | y</em> <code>|</code></td>"))
  }

  @Test func emphasisEndsWithItsCell() {
    let text = html("| a | b |\n|---|---|\n| *x | y* |")
    #expect(text.contains("<td>*x</td>\n<td>y*</td>"))
  }

  @Test func standInContainers() {
    let text = html("> - | a |\n>   |---|\n>   | b |\n>\n> end")
    #expect(text.hasPrefix("<blockquote>\n<ul>\n<li>\n<table>"))
    #expect(text.contains("</table>\n</li>\n</ul>\n<p>end</p>\n</blockquote>"))
  }

  @Test(arguments: [
    "    | a |\n    |---|", "```\n| a |\n|---|\n```", "<div>\n| a |\n|---|\n</div>", "> | a |\n|---|",
  ])
  func isNoTable(_ text: String) {
    #expect(!document(text).nodes.contains { $0.kind == .table })
  }

  @Test func endAtAnyOtherBlock() {
    let parsed = document("| a |\n|---|\n| b |\n---\n| c |\n|---|\n> q")
    #expect(
      parsed.nodes.map(\.kind).filter { [.table, .thematicBreak, .blockQuote].contains($0) }
        == [.table, .thematicBreak, .table, .blockQuote])
  }

  @Test func contentsThatWouldBeBlocksElsewhere() {
    let text = html("| # a # | > b | 1. c | C# |\n|---|---|---|---|")
    for cell in ["# a #", "&gt; b", "1. c", "C#"] { #expect(text.contains("<th>\(cell)</th>")) }
  }

  @Test func cellsBehindTheHeadsLastAreTold() {
    let marked = MarkedText("> | a |\n> |---|\n> | b | 1️⃣**c** | d |\n> | b | |\n> | b |2️⃣x")
    let diagnostics = document(marked.text).diagnostics
    #expect(diagnostics.map(\.id) == [.lostCell, .lostCell])
    #expect(diagnostics.map { $0.place?.position } == marked.positions)
    #expect(
      diagnostics.first?.message == "the table's header has 1 cell, so the rest of this row is not shown")
  }

  @Test func shortRowsAreFilledButNotForEver() {
    let wide = String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|-", count: 2_000) + "|\n"
    let parsed = document(wide + String(repeating: "|\n", count: 2_000))
    #expect(parsed.nodes.count < 2 * Guards.filledCells)
    #expect(document("|a|b|\n|-|-|\n|x|").nodes.count { $0.kind == .tableCell } == 4)
  }
}
