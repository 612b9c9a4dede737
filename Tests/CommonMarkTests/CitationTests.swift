import Testing

@testable import CommonMark

@Suite struct CitationTests {
  @Test func sourcesAndPlaces() {
    let links = document("[@one] [@two, p. 2] [@a/b, art. 3; @c; @d, e; f]").links
    #expect(links.map(\.target) == ["one", "two", "a/b", "c", "d"])
    #expect(links.map(\.at) == [nil, "p. 2", "art. 3", nil, "e; f"])
    #expect(links.allSatisfy { $0.kind == .citation && !$0.hasText })
  }

  @Test func withoutAResolverACitationIsWhatTheAuthorWrote() {
    #expect(html("x [@a, p. 2; @b] y") == "<p>x [@a, p. 2; @b] y</p>\n")
  }

  @Test func aResolverGivesTheLabel() {
    let text = document("x [@a, p. <2>; @b].").html { link in
      link.target == "a" ? .href("../a.html", text: "Opinions & 2021") : .text
    }
    #expect(
      text
        == "<p>x <span class=\"citation\">(<a href=\"../a.html\">Opinions &amp; 2021</a>, p. &lt;2&gt;; @b)</span>.</p>\n"
    )
  }

  @Test(arguments: [
    "`[@a]`", "\\[@a]", "[@a](u)", "[@a][r]\n\n[r]: u", "[@]", "[@ a]", "[@john smith]", "me@[@x",
  ])
  func isNoCitation(_ text: String) {
    #expect(document(text).links.allSatisfy { $0.kind != .citation })
  }

  @Test func aColonMayFollow() {
    #expect(document("As it says [@a, p. 2]: nothing").links.map(\.target) == ["a"])
    #expect(document("- [@a]: nothing is lost").html().contains("nothing is lost"))
  }

  @Test func oneMayGoOnInTheNextLine() {
    let links = document("x [@guiding-opinions,\np. 2] [@a][@b][[c]]").links
    #expect(links.map(\.target) == ["guiding-opinions", "a", "b", "c"])
    #expect(links.first?.at == "p. 2")
  }
}
