import Diagnostics
import Testing

@testable import CommonMark

/// HTML that shows something and can do nothing is rendered; all other is shown as text, and no page is left open.
@Suite struct SafeHTMLTests {
  @Test(
    arguments: [
      ("H<sub>2</sub>O, a<br>b", "<p>H<sub>2</sub>O, a<br />\nb</p>\n"),
      ("<KBD>x</Kbd>", "<p><kbd>x</kbd></p>\n"),
      ("<b>a **b** c</b>", "<p><b>a <strong>b</strong> c</b></p>\n"),
      (
        "<abbr title=\"A &amp; &quot;B&quot;\">x</abbr>",
        "<p><abbr title=\"A &amp; &quot;B&quot;\">x</abbr></p>\n"
      ),
      (
        "<p align=\"center\">\n  <img src=\"a.png\" alt=\"A\" width=\"40px\" height=20>\n</p>",
        "<p class=\"align-center\"><img src=\"a.png\" alt=\"A\" width=\"40\" height=\"20\" /></p>\n"
      ),
      (
        "<details>\n<summary>More <b>x</b></summary>\n\n- a **b**\n\n</details>\n\nc",
        "<details>\n<summary>More <b>x</b></summary>\n<ul>\n<li>a <strong>b</strong></li>\n</ul>\n</details>\n<p>c</p>\n"
      ),
      (
        "> <details><summary>M</summary>\n>\n> x\n>\n> </details>\n\ny",
        "<blockquote>\n<details>\n<summary>M</summary>\n<p>x</p>\n</details>\n</blockquote>\n<p>y</p>\n"
      ),
      ("<h2 align=\"left\">A *b*</h2>", "<h2 id=\"a-b\" class=\"align-left\">A *b*</h2>\n"),
      (
        "<table><tr><td>\n\n**x**\n\n</td></tr></table>",
        "<table>\n<tr>\n<td>\n<p><strong>x</strong></p>\n</td>\n</tr>\n</table>\n"
      ),
      (
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
        "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>\n"
      ),
      ("<pre>\na  b\n  c\n</pre>", "<pre>\na  b\n  c\n</pre>\n"),
      ("<div>\n&copy; a&lt;b &unknown; c\n</div>", "<div>© a&lt;b &amp;unknown; c</div>\n"),
      (
        "<ol start=3 type=a><li value=\"4\">x<li>y</ol>",
        "<ol start=\"3\" type=\"a\">\n<li value=\"4\">x</li>\n<li>y</li>\n</ol>\n"
      ),
      ("<div>\n工业\n政策\n</div>", "<div>工业政策</div>\n"),
    ])
  func isRendered(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test(
    arguments: [
      ("a<script>alert(1)</script>b", "<p>a&lt;script&gt;alert(1)&lt;/script&gt;b</p>\n"),
      ("<script>\nalert(1)\n</script>", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n"),
      ("<svg onload=alert(1)>", "<p>&lt;svg onload=alert(1)&gt;</p>\n"),
      (
        "<math><mi><b>x</b></mi></math>",
        "<p>&lt;math&gt;&lt;mi&gt;<b>x</b>&lt;/mi&gt;&lt;/math&gt;</p>\n"
      ),
      ("<img src=x onerror=alert(1)>", "<p><img src=\"x\" alt=\"\" /></p>\n"),
      ("<b onclick=\"alert(1)\" style=\"position:fixed\" class=\"x\">x</b>", "<p><b>x</b></p>\n"),
      ("<a href=\"java\tscript:alert(1)\">x</a>", "<p>x</p>\n"),
      ("<a href=\"&#106;avascript:alert(1)\">x</a>", "<p>x</p>\n"),
      ("<a href=' data:text/html,x'>x</a> <img src=\"javascript:x\" alt=\"a\">", "<p>x a</p>\n"),
      ("<a href=\"x>y", "<p>&lt;a href=&quot;x&gt;y</p>\n"),
      ("<b title='x>y</b>", "<p>&lt;b title='x&gt;y</p>\n"),
      (
        "<b title=\"</b><script>alert(1)</script>\">x</b>",
        "<p><b title=\"&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">x</b></p>\n"
      ),
      (
        "<iframe src=\"https://a.org\"></iframe>",
        "<p>&lt;iframe src=&quot;https://a.org&quot;&gt;&lt;/iframe&gt;</p>\n"
      ),
      ("<!--><script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
      ("<p id=\"a b\" dir=up lang=\"x y\">z</p>", "<p>z</p>\n"),
      ("a <div>b</div> <li>c", "<p>a &lt;div&gt;b&lt;/div&gt; &lt;li&gt;c</p>\n"),
      ("<td>x</td>", "<p>&lt;td&gt;x&lt;/td&gt;</p>\n"),
    ])
  func canDoNothing(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test(
    arguments: [
      ("</div>\n\n</main>\n\nx", "<p>&lt;/main&gt;</p>\n<p>x</p>\n"),
      ("<div>\n\nx", "<p>x</p>\n"),
      ("<details>\n\nx\n\n# y", "<p>x</p>\n<h1 id=\"y\">y</h1>\n"),
      ("<b>x\n\ny</b>", "<p>x</p>\n<p>y</p>\n"),
      ("*<b>x* y</b>", "<p><em>x</em> y</p>\n"),
      ("<b><i>x</b></i>", "<p><b><i>x</i></b></p>\n"),
      ("- <div>\n\n  a\n\nb</div>", "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n<p>b</p>\n"),
      (
        "<table><tr><td>a<table><tr><td>b</table>c</table>",
        "<table>\n<tr>\n<td>a\n<table>\n<tr>\n<td>b</td>\n</tr>\n</table>\nc</td>\n</tr>\n</table>\n"
      ),
      (
        "<table>a<tr>b</tr></table>",
        "<table>\n<tr>\n<td>a</td>\n</tr>\n<tr>\n<td>b</td>\n</tr>\n</table>\n"
      ),
      ("<ul>a<li>b</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("<p>a<p>b<div>c</div></p>", "<p>a</p>\n<p>b</p>\n<div>c</div>\n"),
      (
        "|a|\n|-|\n|x<br>y <ul><li>z</li></ul>|",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x<br />\ny \n<ul>\n<li>z</li>\n</ul>\n</td>\n</tr>\n</tbody>\n</table>\n"
      ),
    ])
  func isWhole(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test(
    arguments: [
      ("<a href=\"a.md\" title=\"T\">x</a>", "<p><a href=\"a.md\" title=\"T\">x</a></p>\n"),
      ("<a href=\"https://a.org\">https://b.org</a>", "<p><a href=\"https://a.org\">https://b.org</a></p>\n"),
      ("<a href=\"a\">x <a href=\"b\">y</a></a>", "<p><a href=\"a\">x y</a></p>\n"),
      ("[x <a href=\"b\">y</a>](c)", "<p><a href=\"c\">x y</a></p>\n"),
      ("<a href=\"a\">x [y](z)</a>", "<p><a href=\"a\">x y</a></p>\n"),
      ("<a href=\"a\">x [[y]]</a>", "<p>x [[y]]</p>\n"),
      (
        "<a href=\"a\">x[^1]</a>\n\n[^1]: y",
        """
        <p>x<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-1">
        <p>y <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to reference 1">↩</a></p>
        </li>
        </ol>
        </section>

        """
      ),
      ("<a name=\"x\">\n\n## Y", "<span id=\"x\"></span>\n<h2 id=\"y\">Y</h2>\n"),
      ("<a id=\"y\"></a>\n\n## Y", "<h2 id=\"y\">Y</h2>\n"),
      ("<span id=\"s\">a</span><i id=\"s\">b</i>", "<p><span id=\"s\">a</span><i>b</i></p>\n"),
    ])
  func linksAndPlaces(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test func linksAreLinksAsAnyOther() {
    let parsed = document(
      "<a name=top></a> <a href=\"b.md\">b</a>\n\n<div>\n<img src=\"c&amp;d.png\" alt=\"C\"> <a href=\"#top\">x</a>\n</div>"
    )
    #expect(parsed.links.map(\.target) == ["b.md", "c&d.png", "#top"])
    #expect(parsed.links.map(\.kind) == [.link, .image, .link])
    #expect(parsed.links.map(\.position.line) == [1, 4, 4])
    #expect(parsed.links.map(\.position.column) == [18, 1, 33])
    #expect(parsed.anchors == ["top"])
    #expect(parsed.plainText(of: 0) == "b C x")
  }

  @Test func textsAreThoseThatReadersSee() {
    let parsed = document("<p>A<br>b <kbd>c</kbd> <x>d</x></p>\n\nT<br>u")
    #expect(parsed.firstParagraph == "T u")
    #expect(parsed.plainText(of: 0) == "A b c <x>d</x> T u")
  }

  @Test func muchTakesNoTime() {
    for text in [
      "<b>", "</b>", "<b></b>", "<div>", "<a href=x>", "<a name='x'>", "<table><tr>", "<ul><li>", "<!--",
      "<a b='",
      "<p>&amp;", "<b><i></b></i>", "<details>\n\n", "- <div>\n\n", "<a href=\"javascript:x\">y</a>",
    ] {
      for text in [text, "<div>" + text] {
        let many = String(repeating: text, count: 15_000)
        #expect(ContinuousClock().measure { _ = document(many).html() } < .seconds(20), "\(text)")
      }
    }
  }

  @Test func aTagThatIsShownAsTextIsAWord() {
    let document = parseMarkdown(Array("# Using <select> <b>well</b>".utf8)[...], path: "a.md")
    #expect(document.headings.map(\.text) == ["Using <select> well"])
    #expect(document.headings.map(\.id) == ["using-select-well"])
  }
}
