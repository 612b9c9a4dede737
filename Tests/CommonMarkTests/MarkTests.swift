import Testing

@testable import CommonMark

/// `==text==` is marked where a setting wants it, and signs elsewhere.
@Suite struct MarkTests {
  @Test(
    arguments: [
      ("==a *b*== c", "<mark>a <em>b</em></mark> c"), ("a == b == c", "a == b == c"),
      ("=== a ===", "=== a ==="),
      ("\\==a==", "==a=="), ("`==a==` ==`b`==", "<code>==a==</code> <mark><code>b</code></mark>"),
      ("==a ~~b~~==", "<mark>a <del>b</del></mark>"), ("==[a](b)==", "<mark><a href=\"b\">a</a></mark>"),
      ("==工业==政策", "<mark>工业</mark>政策"), ("`\\==`", "<code>\\==</code>"), ("=a= ==b", "=a= ==b"),
      ("==a<b>b==</b>", "<mark>ab</mark>"),
    ])
  func isMarked(_ text: String, _ expected: String) {
    #expect(html(text, MarkdownOptions(marks: true)) == "<p>\(expected)</p>\n")
    #expect(!html(text).contains("<mark>"))
  }

  @Test func whatIsMarkedIsRead() {
    let parsed = document("# ==A== b\n\n==c\nd==", MarkdownOptions(marks: true))
    #expect(parsed.headings.map(\.id) == ["a-b"])
    #expect(parsed.firstParagraph == "c d")
  }
}
