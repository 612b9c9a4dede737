import Diagnostics
import Testing

@testable import CommonMark

@Suite struct FootnoteTests {
  @Test func ofOneWordIsNoLinkDefinition() {
    let parsed = document("a[^1] b\n\n[^1]: word")
    #expect(parsed.links.isEmpty)
    #expect(parsed.footnotes.map(\.label) == ["1"])
    #expect(parsed.html().contains("<p>word <a href=\"#fnref-1\""))
    #expect(parsed.diagnostics.isEmpty)
  }

  @Test func areNumberedInTheOrderOfTheirReferences() {
    let parsed = document("[^b] | x\n-|-\n[^a] | [^b]\n\n[^a]: A [^c]\n[^b]: B\n[^c]: C\n")
    #expect(parsed.footnotes.map(\.label) == ["b", "a", "c"])
    #expect(parsed.footnotes.map(\.number) == [1, 2, 3])
    #expect(parsed.footnotes.map(\.references) == [2, 1, 1])
  }

  @Test func sitInContainersAndHoldBlocks() {
    let parsed = document(
      "> - x[^a]\n>\n>   [^a]: A\n>\n>       - item\n>\n>             code\n>\n>       | t |\n>       |---|\n\nend"
    )
    let text = parsed.html()
    #expect(
      text.contains("<li id=\"fn-a\">\n<p>A</p>\n<ul>\n<li>\n<p>item</p>\n<pre><code>code\n</code></pre>"))
    #expect(text.contains("<th>t</th>"))
    #expect(text.contains("</blockquote>\n<p>end</p>\n<section"))
  }

  @Test func tabsKeepTheirWidth() {
    let text = html("x[^a]\n\n[^a]:\n\t\tcode\n\n\ttext\n")
    #expect(text.contains("<pre><code>code\n</code></pre>\n<p>text <a"))
  }

  @Test func shareLinkDefinitionsWithTheText() {
    let parsed = document("x[^a] [u]\n\n[^a]: see [t]\n\n    [u]: http://u.org\n\n[t]: http://t.org")
    #expect(parsed.links.map(\.target) == ["http://u.org", "http://t.org"])
  }

  @Test func mistakesAreWarnedOf() {
    let marked = MarkedText("1️⃣[^nots] [^note]\n\n[^note]: a\n2️⃣[^note]: b\n3️⃣[^other]: c")
    let diagnostics = document(marked.text).diagnostics.sorted()
    #expect(diagnostics.map(\.id) == [.unknownFootnote, .duplicateFootnote, .unusedFootnote])
    #expect(diagnostics.map { $0.place?.position } == marked.positions)
    #expect(diagnostics.first?.message == "no footnote 'nots'; did you mean 'note'?")
    #expect(html(marked.text).hasPrefix("<p>[^nots] <sup"))
  }

  @Test func eachWayBackSaysWhere() {
    let text = html("a[^x] b[^x] c[^y]\n\n[^x]: X\n[^y]: Y")
    for label in ["Back to reference 1\"", "Back to reference 1-2\"", "Back to reference 2\""] {
      #expect(text.ranges(of: "aria-label=\"" + label).count == 1)
    }
  }

  @Test func idsAreTheirOwn() {
    let parsed = document(
      "## fn-a\n\n## X {#fnref-a-2}\n\n[^a] [^a] [^a-2] [^中]\n\n[^a]: A\n[^a-2]: B\n[^中]: C")
    let text = parsed.html()
    let ids = text.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "\(ids)")
    #expect(ids.contains("fn-中") && ids.contains("fnref-a--2") && ids.contains("fn-a-1"))
    #expect(text.contains("href=\"#fnref-a--2\"") && text.contains("href=\"#fn-%E4%B8%AD\""))
    #expect(parsed.headings.map(\.wanted) == ["fn-a", "fnref-a-2"])
  }

  @Test func inCodeThereAreNone() {
    #expect(html("`[^a]`\n\n```\n[^a]: x\n```\n").contains("<pre><code>[^a]: x\n</code></pre>"))
  }

  @Test func idsTakeThePrefix() {
    var options = HTMLOptions()
    options.idPrefix = "p-"
    let text = document("# H\n\n[^a] [h](#h)\n\n[^a]: x").html(options: options)
    #expect(text.contains("<h1 id=\"p-h\">"))
    #expect(text.contains("href=\"#p-fn-a\" id=\"p-fnref-a\""))
    #expect(text.contains("<li id=\"p-fn-a\">"))
    #expect(text.contains("<a href=\"#p-h\">"))
  }
}
