import Testing

@testable import Changes

/// Nothing that anybody wrote becomes a link in the Markdown of `remit diff`.
@Suite struct ChangesMarkdownTests {
  /// Where GitHub's parser and its filters of the finished page begin a link: they look at the text both before and
  /// after references to characters are read.
  @Test(arguments: [
    "www.evil.example", "WWW.evil.example", "see (www.evil.example)", "x\u{200B}www.evil.example",
    "*www.evil.example",
    "\u{2060}www.evil.example", "https://evil.example", "HTTP://evil.example", "ftp://evil.example",
    "awww.evil.example",
    "mailto:a@evil.example", "xmpp:a@evil.example", "a@evil.example", "@somebody", "#1", "owner/name#1",
    "GH-1", "!1",
    "~label", "%1", "$1", "&1", "^alert#1", "~\"a label\"", "www.www.evil.example", "[x](//evil.example)",
    "<www.evil.example>",
  ])
  func nothingIsALink(_ text: String) {
    let escaped = EscapedMarkdown.text(text)
    let read = escaped.replacing("&#46;", with: ".").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&").replacing(#/\\([\\!-\/:-@\[-`{-~])/#) { $0.output.1 }
    for form in [escaped, read] {
      #expect(!form.contains(#/(?i)www\./#), "\(form)")
      #expect(!form.contains(#/(?i)(https?|ftp):\/\//#), "\(form)")
      #expect(!form.contains(#/(?i)(mailto|xmpp):[a-z]/#), "\(form)")
      #expect(!form.contains(#/[a-z]@[a-z]/#) && !form.contains(#/(?i)gh-[0-9]/#), "\(form)")
    }
    #expect(!read.contains(#/[@#!~%$^&]["A-Za-z0-9]/#), "\(read)")
  }
}
