import Testing

@testable import CommonMark

@Suite struct HeadingTests {
  @Test func idsAsGitHubMakesThem() {
    let parsed = document(
      "# The *Goals*, for 2025!\n## 制造业 单项冠军\n## a\n## a\n## a-1\n## ???\n## É_x `y` [[n|Z]]\n## Own {#my-id}\n## Own {#my-id}"
    )
    #expect(
      parsed.headings.map(\.id) == [
        "the-goals-for-2025", "制造业-单项冠军", "a", "a-1", "a-1-1", "section", "é_x-y-z", "my-id", "my-id-1",
      ])
    #expect(parsed.headings.last?.text == "Own")
    #expect(parsed.anchors.contains("制造业-单项冠军"))
    #expect(parsed.headings.map(\.level) == [1, 2, 2, 2, 2, 2, 2, 2, 2])
  }

  @Test func theTitleIsALeadingHeadingOfTheFirstLevel() {
    #expect(document("# A *b*\n\nc").title == "A b")
    #expect(document("A\n===").title == "A")
    #expect(document("## A").title == nil)
    #expect(document("x\n\n# A").title == nil)
  }

  @Test func optionsOfRendering() {
    var options = HTMLOptions()
    options.skipsTitle = true
    options.headingShift = 1
    #expect(
      document("# A\n\n## B\n\n###### C").html(options: options)
        == "<h3 id=\"b\">B</h3>\n<h6 id=\"c\">C</h6>\n")
    options = HTMLOptions()
    options.unwrapsParagraph = true
    #expect(document("a *b*").html(options: options) == "a <em>b</em>")
    #expect(document("a\n\nb").html(options: options) == "<p>a</p>\n<p>b</p>\n")
  }

  @Test func aFragmentIsAppended() {
    var output = Array("<main>".utf8)
    document("# a").appendHTML(to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "<main><h1 id=\"a\">a</h1>\n")
  }

  @Test func ordinaryLinksAskTheResolverToo() {
    let text = document("[a](b.md#c) [](d.md) ![e](f.png) [g](h)").html { link in
      switch link.target {
      case "b.md#c": .href("../b.html#c")
      case "d.md": .href("d.html", text: "Title of D")
      case "f.png": .href("assets/f.png")
      default: .text
      }
    }
    #expect(
      text
        == "<p><a href=\"../b.html#c\">a</a> <a href=\"d.html\">Title of D</a> <img src=\"assets/f.png\" alt=\"e\" /> g</p>\n"
    )
  }

  /// As MkDocs and kramdown write it: what stands beside the id means nothing here.
  @Test(arguments: ["{ #b }", "{: #b }", "{: .c #b}", "{ #b .c title=\"two words\" x=1 }", "{#b .c}"])
  func anIDMayHaveOtherAttributesBesideIt(_ attributes: String) {
    #expect(html("# A \(attributes)") == "<h1 id=\"b\">A</h1>\n")
  }

  @Test(arguments: ["{ b }", "{ .c }", "{ #b c }", "{#b c d}"])
  func whatIsNoIDStays(_ text: String) {
    #expect(html("# A \(text)").hasSuffix(">A \(text)</h1>\n"))
  }
}
