import Diagnostics
import Testing

@testable import CommonMark

@Suite struct WikiLinkTests {
  @Test func partsOfALink() throws {
    let links = document(
      "[[MIIT]] [[policy/x#a-3|the text]] [[Exchequer@opinions-en]] [[#top]] [[a@b#c]] [[C#]] [[a@b c]]"
    ).links
    let parts = links.map { [$0.target, $0.anchor ?? "-", $0.source ?? "-", $0.text ?? "-"] }
    #expect(
      parts == [
        ["MIIT", "-", "-", "-"], ["policy/x", "a-3", "-", "the text"],
        ["Exchequer", "-", "opinions-en", "-"],
        ["", "top", "-", "-"], ["a@b", "c", "-", "-"], ["C#", "-", "-", "-"], ["a@b c", "-", "-", "-"],
      ])
    #expect(links.map(\.hasText) == [false, true, false, false, false, false, false])
    #expect(links.allSatisfy { $0.kind == .wiki })
  }

  @Test func withoutAResolverALinkIsWhatTheAuthorWrote() {
    #expect(html("see [[Name|text]] & [[*x*]]") == "<p>see [[Name|text]] &amp; [[*x*]]</p>\n")
  }

  @Test func aResolverGivesURLAndText() {
    let text = document("[[a]] [[a|own <text>]] [[b]]").html { link in
      link.target == "a" ? .href("a b.html", title: "T\"", cssClass: "c", text: "The A") : .text
    }
    #expect(
      text == """
        <p><a href="a%20b.html" class="c" title="T&quot;">The A</a> \
        <a href="a%20b.html" class="c" title="T&quot;">own &lt;text&gt;</a> b</p>

        """)
  }

  @Test func marksOfEmphasisInALinkAreItsOwn() {
    let links = document("*a [[x_y_z*]] b* **[[甲]]**是").links
    #expect(links.map(\.target) == ["x_y_z*", "甲"])
    #expect(html("*a [[x*]] b* **[[甲]]**是") == "<p><em>a [[x*]] b</em> <strong>[[甲]]</strong>是</p>\n")
  }

  @Test(arguments: [
    "`[[a]]`", "    [[a]]", "```\n[[a]]\n```", "\\[[a]]", "<b title=\"[[a]]\">", "![[[a]]](x)", "[[]]",
    "[[ ]]",
    "[[a`]]`", "<!-- [[a]] -->",
  ])
  func isNoLink(_ text: String) {
    #expect(document(text).links.allSatisfy { $0.kind != .wiki })
  }

  @Test func inCodeTheAuthorsBytesStay() {
    #expect(
      html("`[[a|b]] [@c] \\~ [^d]`\n\n    [[a]] [^d]: \\~\n")
        == "<p><code>[[a|b]] [@c] \\~ [^d]</code></p>\n<pre><code>[[a]] [^d]: \\~\n</code></pre>\n")
  }

  /// `[[a]]` is a wiki link even where `[a]: url` is defined; other references work on.
  @Test func aWikiLinkWinsOverAReference() {
    let links = document("[[a]] [a] [x][a] [[1]](u) [[t](v)]\n\n[a]: url").links
    #expect(links.map(\.target) == ["a", "url", "url", "u", "v"])
    #expect(links.map(\.kind) == [.wiki, .link, .link, .link, .link])
  }

  @Test func aLinkMayGoOnInTheNextLine() {
    let parsed = document("> see [[Guiding\n> Opinions|the\n> text]] there")
    #expect(parsed.links.map(\.target) == ["Guiding Opinions"])
    #expect(parsed.links.map(\.text) == ["the text"])
    let linked = parsed.html { _ in .href("u") }
    #expect(linked == "<blockquote>\n<p>see <a href=\"u\">the text</a> there</p>\n</blockquote>\n")
    #expect(html("`a [[Guiding\nOpinions]] b`") == "<p><code>a [[Guiding Opinions]] b</code></p>\n")
  }

  @Test func inATableTheBarNeedsNoBackslash() {
    let parsed = document("| [[a|b]] | [[c\\|d]] |\n|---|---|\n| `[[e` | x]] |")
    #expect(parsed.links.map(\.target) == ["a", "c"])
    #expect(parsed.links.map(\.text) == ["b", "d"])
    #expect(parsed.nodes.count { $0.kind == .tableCell } == 4)
  }

  @Test func aLinkWithoutEndIsWarnedOf() {
    let marked = MarkedText("a 1️⃣[[指导 b\n\n`[[x` [[ -f x ]; \\[[no [[fine]] [[open")
    let parsed = document(marked.text)
    #expect(parsed.diagnostics.map(\.id) == [.unclosedWikiLink, .unclosedWikiLink])
    #expect(parsed.diagnostics.first?.place?.position == marked.positions[0])
    #expect(html(marked.text).hasPrefix("<p>a [[指导 b</p>"))
  }

  @Test(arguments: [String(repeating: "a", count: 2_000), "aa\nb\nc\nd"])
  func thatAreTooLongAreTold(_ name: String) {
    let parsed = document("x [[\(name)]] [[b]]")
    #expect(parsed.diagnostics.map(\.id) == [.unclosedWikiLink])
    #expect(parsed.diagnostics.first?.place?.position == Position(line: 1, column: 3))
    #expect(parsed.html().contains("[[" + name) && parsed.links.count == 1)
  }

  @Test func inLinksAreText() {
    #expect(
      html("[<https://a.example> b](https://b.example)")
        == "<p><a href=\"https://b.example\">https://a.example b</a></p>\n")
  }
}
