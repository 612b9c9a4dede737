import Testing

@testable import CommonMark

@Suite struct BlockTests {
  @Test func asidesWithTitlesAndWithout() {
    #expect(
      html("> [!NOTE]\n> text\n\n> [!tip] My *title*\n> text\n> - item") == """
        <aside class="aside aside-note" role="note">
        <p class="aside-title">Note</p>
        <p>text</p>
        </aside>
        <aside class="aside aside-tip" role="note">
        <p class="aside-title">My <em>title</em></p>
        <p>text</p>
        <ul>
        <li>item</li>
        </ul>
        </aside>

        """)
  }

  @Test(arguments: ["> [!a.b] x", "> [!] x", "> \\[!note] x", "> a\n> [!note]", "[!note] x"])
  func isNoAside(_ text: String) {
    #expect(!document(text).nodes.contains { $0.kind == .aside })
    #expect(html(text).contains("[!"))
  }

  @Test func asideTitlesInTheSitesLanguage() {
    var options = HTMLOptions()
    options.asideTitle = { $0 == .warning ? "警告" : "?" }
    #expect(document("> [!warning]\n> x").html(options: options).contains(">警告</p>"))
  }

  @Test(arguments: [
    ("NOTE", "note"), ("Summary", "abstract"), ("tldr", "abstract"), ("info", "info"), ("todo", "todo"),
    ("hint", "tip"),
    ("important", "important"), ("check", "success"), ("done", "success"), ("help", "question"),
    ("FAQ", "question"),
    ("caution", "caution"), ("attention", "warning"), ("fail", "failure"), ("missing", "failure"),
    ("error", "danger"),
    ("bug", "bug"), ("example", "example"), ("cite", "quote"), ("danger|wide", "danger"),
  ])
  func asidesOfObsidian(_ word: String, _ kind: String) {
    let title = kind.prefix(1).uppercased() + kind.dropFirst()
    #expect(
      html("> [!\(word)]\n> x") == """
        <aside class="aside aside-\(kind)" role="note">
        <p class="aside-title">\(title)</p>
        <p>x</p>
        </aside>

        """)
  }

  @Test func asidesThatFold() {
    #expect(
      html("> [!faq]- May *I*?\n> Yes.\n> > [!tip]+\n> > x") == """
        <details class="aside aside-question">
        <summary class="aside-title">May <em>I</em>?</summary>
        <p>Yes.</p>
        <details class="aside aside-tip" open="">
        <summary class="aside-title">Tip</summary>
        <p>x</p>
        </details>
        </details>

        """)
    #expect(html("> [!note] +5 %").contains("<p class=\"aside-title\">+5 %</p>"))
    #expect(html("> [!note]-5 %").contains("<p class=\"aside-title\">-5 %</p>"))
  }

  @Test(arguments: ["> [!recipe]", "> [!recipe]\n> x [a](b)", "> [!recipe]\n>\n> x", "> [!r] recipe"])
  func anUnknownWordIsTheTitleOfANote(_ text: String) {
    let parsed = document(text)
    #expect(
      parsed.html().hasPrefix(
        "<aside class=\"aside aside-note\" role=\"note\">\n<p class=\"aside-title\">recipe</p>\n"))
    #expect(parsed.links.allSatisfy { parsed.nodes[$0.node].kind == .link })
  }

  @Test func tasksTightAndLoose() {
    #expect(
      html("- [ ] a `b`\n- [X] c\n\n1. [x] d\n\n   e\n- \\[x] f [x] g") == """
        <ul>
        <li class="task"><label><input type="checkbox" disabled="" /> a <code>b</code></label></li>
        <li class="task"><label><input type="checkbox" checked="" disabled="" /> c</label></li>
        </ul>
        <ol>
        <li class="task">
        <p><label><input type="checkbox" checked="" disabled="" /> d</label></p>
        <p>e</p>
        </li>
        </ol>
        <ul>
        <li>[x] f [x] g</li>
        </ul>

        """)
  }

  @Test func strikethroughAndItsEscape() {
    #expect(
      html("~~a *b*~~ ~c~ \\~\\~d~~ `~e~` ~~~f~~~ ~ g ~")
        == "<p><del>a <em>b</em></del> <del>c</del> ~~d~~ <code>~e~</code> ~~~f~~~ ~ g ~</p>\n")
    #expect(html("*~a* b~ ~~c [[d|e]] f~~") == "<p><em>~a</em> b~ <del>c [[d|e]] f</del></p>\n")
  }

  @Test func otherHTMLIsText() {
    #expect(
      html("<main class=\"x\">\n*a*\n</main>\n\nb <x>c</x>")
        == "<p>&lt;main class=&quot;x&quot;&gt;\n*a*\n&lt;/main&gt;</p>\n<p>b &lt;x&gt;c&lt;/x&gt;</p>\n")
    #expect(html("<!-- for authors -->\n\na <!-- too --> b") == "<p>a b</p>\n")
  }

  @Test func rawHTMLWhereItIsAllowed() {
    let parsed = document(
      "<a id=\"one\" name='two'>x</a>\n\n<script>y</script>", MarkdownOptions(unsafeHTML: true))
    #expect(parsed.html() == "<p><a id=\"one\" name='two'>x</a></p>\n&lt;script>y&lt;/script>\n")
    #expect(parsed.anchors == ["one", "two"])
  }

  @Test func codeBlocksNameTheirLanguage() {
    #expect(html("```swift x\na < b\n```") == "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>\n")
  }
}
