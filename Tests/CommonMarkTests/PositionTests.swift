import Diagnostics
import Testing

@testable import CommonMark

@Suite struct PositionTests {
  @Test(arguments: [
    "1️⃣[[a]] x [2️⃣@b; 3️⃣@c] 4️⃣[d](e) 5️⃣![f](g) 6️⃣<http://h.i> 7️⃣http://j.k",
    "中文1️⃣[[甲]]中2️⃣[丙](丁)",
    "> - x\n>   *y* 1️⃣[[a]] 2️⃣[b](c)\n>\n>   # 3️⃣[[d]]",
    "`a\nb` 1️⃣[c](d) 2️⃣[[e]]\nf 3️⃣[g](h)",
    "| x | 1️⃣[[a|b]] 2️⃣[c](d) |\n|---|---|\n| \\| \\| 3️⃣[e](f) | [4️⃣@g] |",
    "a 1️⃣[^1] 2️⃣[[x]]\n\n[^1]: y 3️⃣[[z]] 4️⃣[u](v)\n\n    w 5️⃣[[t]]",
    "\t- a\n\nb\\\n  1️⃣[[c]] 2️⃣[d](e)",
    "a ~~b 1️⃣[c](d)~~ \\~ 2️⃣[[e]]",
  ])
  func linksAreFound(_ text: String) {
    let marked = MarkedText(text)
    let parsed = document(marked.text)
    var expected = marked.positions
    // A reference to a footnote is no link.
    if text.contains("1️⃣[^1]") { expected.removeFirst() }
    #expect(parsed.links.map(\.position).sorted() == expected)
  }

  @Test func lengths() {
    let links = document("[[a|b]] [@cd, p. 2; @ef] [g](h) ![i](j) http://k.l").links
    #expect(links.map(\.length) == [7, 9, 3, 6, 7, 10])
  }

  @Test func theFrontMattersLinesCount() {
    let text = Array("a\n[[b]]\n".utf8)
    let parsed = parseMarkdown(text[...], path: "p.md", at: Position(line: 5, column: 1))
    #expect(parsed.links.map(\.position) == [Position(line: 6, column: 1)])
    #expect(parsed.place(of: parsed.links[0]) == Place("p.md", Position(line: 6, column: 1), length: 5))
  }

  @Test func aFieldStandsBehindItsKeyAndIsIndented() {
    let text = Array("[[a]]\n[[b]]".utf8)
    let parsed = parseMarkdown(text[...], path: "p.md", at: Position(line: 3, column: 9), indent: 4)
    #expect(parsed.links.map(\.position) == [Position(line: 3, column: 9), Position(line: 4, column: 5)])
  }

  @Test func blocks() {
    let parsed = document("# a\n\n> b\n\n- c\n\n| d |\n|---|\n")
    let positions = parsed.nodes.filter { [.heading, .blockQuote, .list, .table].contains($0.kind) }.map(
      \.position)
    #expect(positions.map(\.line) == [1, 3, 5, 7])
    #expect(positions.map(\.column) == [1, 1, 1, 1])
  }
}
