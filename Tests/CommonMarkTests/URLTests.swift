import Diagnostics
import Testing

@testable import CommonMark

@Suite struct URLTests {
  @Test(arguments: [
    "http://a.org", "HTTPS://a.org", "mailto:a@b.c", "tel:+86", "a/b.md", "../a.md#b", "#a", "/a", "?q=a:b",
    "a/b:c",
    "说明:x.md", "",
  ])
  func isAllowed(_ url: String) {
    #expect(SafeURL.isAllowed(Array(url.utf8)))
  }

  @Test(arguments: [
    "javascript:x", "JaVaScRiPt:x", "java\nscript:x", "java\tscript:x", " javascript:x", "\u{1}javascript:x",
    "data:text/html,x",
    "vbscript:x", "blob:x", "ms-msdt:x", "file:///x", "//evil.org", "\\\\evil.org", "/\\evil.org",
    "/\t/evil.org", " //evil.org",
    "ftp://a.org", "x:y",
  ])
  func isNotAllowed(_ url: String) {
    #expect(!SafeURL.isAllowed(Array(url.utf8)))
  }

  @Test(arguments: [
    "[a](javascript:x)", "[a](java&#10;script:x)", "[a](<java&Tab;script:x>)", "[a](javascript&colon;x)",
    "![a](data:x)",
    "<javascript:x>", "[a][r]\n\n[r]: //evil.org", "| [a](blob:x) |\n|---|", "a[^1]\n\n[^1]: [a](vbscript:x)",
    "[*a*](ms-msdt:x)",
    "# [a](data:x)", "> - [a](//evil)", "[![a](javascript:x)](http://a.org)",
  ])
  func aDroppedURLLeavesItsText(_ text: String) {
    let parsed = document(text)
    #expect(parsed.diagnostics.map(\.id) == [.unsafeURL])
    #expect(parsed.diagnostics.first?.severity == .warning)
    let html = parsed.html()
    #expect(html.contains("a"))
    for scheme in ["script:", "data:", "//evil", "blob:", "ms-msdt:"] {
      #expect(!html.contains("\"\(scheme)") && !html.contains("href=\"java"))
    }
    #expect(parsed.links.allSatisfy { SafeURL.isAllowed(Array($0.target.utf8)) })
  }

  @Test func atItsPlace() {
    let marked = MarkedText("---\nx *y* 1️⃣[bad](javascript:alert) z\n\n- | a | 2️⃣![b](data:x) |\n  |---|---|")
    let places = document(marked.text).diagnostics.map { $0.place?.position }
    #expect(places.count == 2)
    #expect(Set(places) == Set(marked.positions))
  }

  @Test func withUnsafeHTMLAnyURLPasses() {
    #expect(html("[a](data:x)", MarkdownOptions(unsafeHTML: true)) == "<p><a href=\"data:x\">a</a></p>\n")
  }

  @Test func bareURLs() {
    let links = document(
      "http://a.org/x_y_z. (www.b.org) mailto:c@d.org 见https://e.cn/甲。后 http://f.org/__init__.py `http://g.org`"
    ).links
    #expect(
      links.map(\.target) == [
        "http://a.org/x_y_z", "http://www.b.org", "mailto:c@d.org", "https://e.cn/甲",
        "http://f.org/__init__.py",
      ])
    #expect(links.allSatisfy { !$0.hasText })
  }

  @Test(arguments: [
    "[http://a.org](b)", "![http://a.org](b)", "<b title=\"http://a.org\">", "http:/a", "a@b", "xwww.a.b",
    "://",
  ])
  func holdsNoBareURL(_ text: String) {
    #expect(document(text).links.allSatisfy { $0.target == "b" })
  }
}
