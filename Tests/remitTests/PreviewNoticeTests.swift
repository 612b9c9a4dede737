import Preview
import Testing

@testable import remit

@Suite struct PreviewNoticeTests {
  @Test func itsTemplateIsRight() {
    #expect(PreviewNotice.template.diagnostics == [])
  }

  @Test func whatItSaysIsText() {
    let notice = PreviewNotice(
      status: 404, title: "There is no page /<b>", mistakes: "<i> & \"x\"", near: ["a b.html", "<.html"])
    let text = String(decoding: notice.page.body, as: UTF8.self)
    #expect(text.contains("<title>There is no page /&lt;b&gt;</title>"))
    #expect(text.contains("<pre>&lt;i&gt; &amp; \"x\"</pre>"))
    #expect(text.contains("<li><a href=\"/a%20b.html\">a b.html</a></li>"))
    #expect(text.contains("<li><a href=\"/%3C.html\">&lt;.html</a></li>"))
  }
}
