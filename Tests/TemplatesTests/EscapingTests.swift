import Templates
import Testing

@Suite("Escaping by context")
struct EscapingTests {
  private let hostile: Named = .object([
    "x": .text("<a & \"b\" 'c'>"), "html": .html(Array("<b>&amp;</b>".utf8)), "on": .flag(true),
  ])

  private func page(_ text: String) -> String {
    MarkedTemplates(["page.html": text]).page(hostile)
  }

  @Test func text() {
    #expect(page("<p>{{x}}</p>") == "<p>&lt;a &amp; \"b\" 'c'&gt;</p>")
    #expect(page("<p>{{html}}{{{html}}}</p>") == "<p><b>&amp;</b><b>&amp;</b></p>")
    #expect(page("a < b {{x}}") == "a < b &lt;a &amp; \"b\" 'c'&gt;")
  }

  @Test func attributes() {
    let escaped = "&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;"
    #expect(page("<p title=\"{{x}}\">") == "<p title=\"\(escaped)\">")
    #expect(page("<p title = '{{x}}'>") == "<p title = '\(escaped)'>")
    #expect(page("<p a=b title=\"1 > 0 {{x}}\">{{html}}") == "<p a=b title=\"1 > 0 \(escaped)\"><b>&amp;</b>")
    #expect(page("<p title=\"{{html}}\">") == "<p title=\"&lt;b&gt;&amp;amp;&lt;/b&gt;\">")
  }

  @Test func characterData() {
    #expect(page("<title><b {{x}}</title>") == "<title><b &lt;a &amp; \"b\" 'c'&gt;</title>")
    #expect(page("<textarea>{{html}}</textarea>") == "<textarea>&lt;b&gt;&amp;amp;&lt;/b&gt;</textarea>")
  }

  @Test func otherFiles() {
    let xml = MarkedTemplates(["page.xml": "<a href={{x}}>{{x}}{{html}}{{{html}}}</a>"])
    let escaped = "&lt;a &amp; &quot;b&quot; &apos;c&apos;&gt;"
    #expect(
      xml.page(hostile) == "<a href=\(escaped)>\(escaped)&lt;b&gt;&amp;amp;&lt;/b&gt;<b>&amp;</b></a>")
    #expect(MarkedTemplates(["page.csv": "{{x}},{{html}}"]).page(hostile) == "<a & \"b\" 'c'>,<b>&amp;</b>")
    let partial = MarkedTemplates(["page.html": "<p title=\"{{>t}}\">", "t.txt": "{{x}}"])
    #expect(partial.page(hostile) == "<p title=\"&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;\">")
  }

  @Test("What no XML file may hold is left out of one")
  func charactersOfXML() {
    let text = "a\u{0}b\u{1F}\t\n\rc\u{FFFD}\u{FFFE}'\u{FFFF}d"
    let xml = MarkedTemplates(["page.xml": "{{x}}"])
    #expect(xml.page(.object(["x": .text(text)])) == "ab\t\n\rc\u{FFFD}&apos;d")
  }

  @Test(
    "Places where no escaping is safe",
    arguments: [
      (
        "<script>let x = 1️⃣{{x}}</script>",
        "inside <script>, <style> or the like"
      ),
      (
        "<script>\"</b>1️⃣{{x}}\"</script>",
        "inside <script>, <style> or the like"
      ),
      (
        "<STYLE media=print>1️⃣{{x}}</STYLE>",
        "inside <script>, <style> or the like"
      ),
      ("<!-- > 1️⃣{{x}} -->", "in a comment"),
      ("<!DOCTYPE 1️⃣{{x}}>", "in a declaration"),
      ("<?xml 1️⃣{{x}}?>", "in a declaration"),
      ("<1️⃣{{x}}>", "in a tag's name"),
      ("<h1️⃣{{x}}>", "in a tag's name"),
      ("</1️⃣{{x}}>", "in a tag's name"),
      ("<p 1️⃣{{x}}>", "inside a tag"),
      ("<p data-1️⃣{{x}}=\"\">", "inside a tag"),
      ("<p class=1️⃣{{x}}>", "in an attribute's value without quotes"),
      ("<p class=a1️⃣{{x}}>", "in an attribute's value without quotes"),
      ("<p onclick=\"f('1️⃣{{x}}')\">", "in an attribute that holds code or style"),
      ("<p OnLoad='1️⃣{{x}}'>", "in an attribute that holds code or style"),
      ("<p style=\"color: 1️⃣{{x}}\">", "in an attribute that holds code or style"),
      ("<iframe srcdoc=\"1️⃣{{x}}\"></iframe>", "in an attribute that holds code or style"),
      ("<a href=\"javascript:f(1️⃣{{x}})\">", "in an attribute's value"),
      ("<a href=\"{{x}}:1️⃣{{x}}\">", "in an attribute's value"),
    ])
  func unsafePlaces(_ text: String, _ place: String) {
    let templates = MarkedTemplates(["page.html": text])
    let message = "unescaped-place: 'x' is \(place), where no escaping is safe"
    #expect(templates.mistakes() == ["1️⃣ 5 \(message)"])
    #expect(!templates.page(hostile).contains("<a &"))
  }

  @Test(
    "Places behind such ones are fine again",
    arguments: [
      "<script>if (a</b) '</scripty>'</script>{{x}}", "<!-- a --!> - -->{{x}}", "<!---->{{x}}",
      "<!doctype html>{{x}}",
      "<p class=a>{{x}}", "<p a='\"' b>{{x}}", "<br/>{{x}}", "</p >{{x}}", "<style></style >{{x}}",
      "<a href=\"https://x.org/{{x}}\">", "<a href=\"mailto:{{x}}\">", "<p data-on=\"{{x}}\" class=\"\">",
    ])
  func safePlaces(_ text: String) {
    let templates = MarkedTemplates(["page.html": text])
    #expect(templates.mistakes() == [])
    #expect(templates.page(hostile).contains("&lt;a &amp; "))
  }

  @Test func rawTagsOnlyInText() {
    let templates = MarkedTemplates([
      "page.html": "{{{x}}} <p title=\"1️⃣{{{x}}}\"><title>2️⃣{{{x}}}</title>"
    ])
    #expect(
      templates.mistakes() == [
        "1️⃣ 7 unescaped-place: 'x' is in an attribute's value, where markup is not allowed",
        "2️⃣ 7 unescaped-place: 'x' is inside <title> or <textarea>, where markup is not allowed",
      ])
  }

  @Test(
    "Sections that come back to where they began",
    arguments: [
      "<a{{#on}} class=\"{{x}}\"{{/on}}>{{x}}", "<a {{#on}}hidden{{/on}}>{{x}}",
      "<a {{#on}}href{{/on}}=\"{{x}}\">",
      "<a class=\"a{{#on}} b{{/on}} {{x}}\">", "<a {{#on}}class=b{{/on}} id=\"{{x}}\">",
      "{{#on}}<p>{{/on}}{{x}}",
      "<a href=\"{{#on}}https://x.org{{/on}}/{{x}}\">",
    ])
  func sections(_ text: String) {
    #expect(MarkedTemplates(["page.html": text]).mistakes() == [])
  }

  @Test func sectionsThatDoNot() {
    let templates = MarkedTemplates([
      "page.html": "1️⃣{{#on}}<a class=\"{{/on}} 2️⃣{{#on}}<script>{{/on}} <p>3️⃣{{$b}}<!-- {{/b}}</p>"
    ])
    #expect(
      templates.mistakes() == [
        "1️⃣ 7 template-syntax: what begins in text ends in an attribute's value",
        "2️⃣ 7 template-syntax: what begins in text ends inside <script>, <style> or the like",
        "3️⃣ 6 template-syntax: what begins in text ends in a comment",
      ])
  }

  @Test func partialsEndWhereTheyBegin() {
    let templates = MarkedTemplates([
      "page.html": "{{>open}}<a class=\"{{>class}}\">{{<lay}}{{$b}}<p {{/b}}{{/lay}}",
      "open.html": "<p title='1️⃣x", "class.html": "a {{x}}",
      "lay.html": "{{$b}}{{/b}}",
    ])
    let shape = Shape.object(["x": .text])
    #expect(
      templates.mistakes(["page": shape]) == [
        "1️⃣ 1 template-syntax: what begins in text ends in an attribute's value",
        "page.html:1:40 6 template-syntax: what begins in text ends inside a tag",
      ])
  }
}

@Suite("URLs in attributes")
struct URLTests {
  private func href(_ template: String, _ a: String, _ b: String = "") -> String {
    let page = MarkedTemplates(["page.html": "<a href=\"\(template)\">"])
    return String(page.page(.object(["a": .text(a), "b": .text(b)])).dropFirst(9).dropLast(2))
  }

  @Test(
    "Kept",
    arguments: [
      "https://x.org/?a=1&b=2", "HTTP://x.org", "mailto:a@x.org", "tel:+86", "a/b.html", "../a:b", "/root",
      "#a:b", "?q=a:b", "",
      "policies/\u{4E2D}.html", " a",
    ])
  func kept(_ url: String) {
    #expect(href("{{a}}", url) == url.replacing("&", with: "&amp;"))
  }

  @Test(
    "Dropped",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
      "\u{1}javascript:x",
      "data:text/html,x", "blob:x", "ms-msdt:x", "//evil.org", "/\\evil.org", "\\\\evil.org", "/\t/evil.org",
      " //evil.org",
      ":x", "vbscript:x",
    ])
  func dropped(_ url: String) {
    #expect(href("{{a}}", url) == "#")
    #expect(href("{{b}}{{a}}", url) == "#")
    #expect(href(" {{a}}", url) == "#")
    for attribute in [
      "src", "action", "formaction", "poster", "cite", "srcset", "xlink:href", "data", "HREF",
    ] {
      let page = MarkedTemplates(["page.html": "<a \(attribute)='{{a}}'>"])
      #expect(page.page(.object(["a": .text(url)])) == "<a \(attribute)='#'>")
    }
  }

  @Test func putTogether() {
    #expect(href("{{a}}{{b}}", "../", "a.html") == "../a.html")
    #expect(href("{{a}}{{b}}", "", "a.html") == "a.html")
    #expect(href("{{a}}{{b}}", "java", "script:x") == "#")
    #expect(href("{{a}}{{b}}", "javascript", ":x") == "#")
    #expect(href("{{a}}{{b}}", "/", "/evil.org") == "#")
    #expect(href("/{{a}}", "/evil.org") == "#")
    #expect(href("/{{a}}", "fine") == "/fine")
    #expect(href("{{a}}/{{b}}", "", "/evil.org") == "#")
    #expect(href("java{{a}}", "script:x") == "#")
    #expect(href("{{#a}}{{a}}{{/a}}", "javascript:x") == "#")
    #expect(href("{{a}}?x={{b}}", "a", "b:c") == "a?x=b:c")
    #expect(href("https://x.org/{{a}}", "//javascript:x") == "https://x.org///javascript:x")
  }
}
