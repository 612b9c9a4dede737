import Templates
import Testing

@Suite("'~' takes away the white space on its side of a tag")
struct TrimTests {
  private let value: Named = .object([
    "a": .text("A"), "m": .html(Array("<i>".utf8)), "list": .list([.text("1"), .text("2")]),
    "name": .text("part"),
  ])

  private func page(_ template: String, _ others: [String: String] = [:]) -> String {
    MarkedTemplates(others.merging(["page.html": template]) { $1 }).page(value)
  }

  @Test(
    "Every kind of tag, before it, behind it and on both sides",
    arguments: [
      ("a", "A"), ("&m", "<i>"), ("{m}", "<i>"), ("! x", ""), ("!-- x --", ""), (">part", "P"),
      (">*name", "P"),
      ("=<% %>=", ""),
    ])
  func tags(_ tag: String, _ shown: String) {
    let part = ["part.html": "P"]
    #expect(page("<p>\n  {{~\(tag)}} .", part) == "<p>\(shown) .")
    #expect(page("<p> {{\(tag)~}} \n\t .", part) == "<p> \(shown).")
    #expect(page("<p>\n\n {{~\(tag)~}}\n\n.", part) == "<p>\(shown).")
    #expect(page("{{~\(tag)~}}", part) == shown)
  }

  @Test func sections() {
    let template = """
      <ul>
        {{~#list~}}
          <li>{{.}}</li>
        {{~/list~}}
      </ul>
      """
    #expect(page(template) == "<ul><li>1</li><li>2</li></ul>")
    #expect(page("{{#list}} {{~.~}} {{/list}}") == "12")
    #expect(page("x {{~^none}} y {{/none~}} z") == "x y z")
  }

  @Test("A tag that trims has no line of its own: what it doesn't take away stays")
  func lines() {
    #expect(page("<ul>\n{{#list~}}\n  <li>\n{{~/list}}\n</ul>") == "<ul>\n<li><li>\n</ul>")
    #expect(page("a\n  {{~! a remark }}\nb") == "a\nb")
  }

  @Test("Tags beside it keep their lines")
  func neighbours() {
    #expect(page("<p>{{a~}}\n{{#list}}\n{{.}}\n{{/list}}\n{{~a}}") == "<p>A1\n2\nA")
    #expect(page("{{a~}}\n  {{>part}}\n{{a}}", ["part.html": "x\ny\n"]) == "Ax\ny\nA")
  }

  @Test func blocks() {
    let layout = ["layout.html": "<b>\n  {{~$main~}}\n  -\n  {{~/main~}}\n</b>\n"]
    #expect(page("{{>layout}}", layout) == "<b>-</b>\n")
    #expect(page("{{<layout}}{{$main}}x{{/main}}{{/layout}}", layout) == "<b>x</b>\n")
    let child = """
      <p>
      {{~<layout}}
        {{$main~}}
          x
          y
        {{~/main}}
      {{/layout~}}

      </p>
      """
    #expect(page(child, layout) == "<p><b>x\n    y</b>\n</p>")
  }

  @Test("In an indented partial no indentation appears where a line was joined")
  func indentation() {
    let part = ["part.html": "<a>\n{{~#list~}}\n<b>\n{{.}}\n{{~/list}}\n</a>\n"]
    #expect(page("  {{>part}}\n", part) == "  <a><b>\n  1<b>\n  2\n  </a>\n")
    #expect(page("  {{>part}}\n", ["part.html": "\n{{~a}}\n{{a}}\n"]) == "  A\n  A\n")
    #expect(page("  {{>part}}\n", ["part.html": "{{a~}}\n<b>\n"]) == "  A<b>\n")
  }

  @Test func otherDelimiters() {
    #expect(page("{{=<% %>=}}x <%~a~%> y <%~#list~%> <%.%> <%~/list%> <%~={{ }}=~%> {{a}}") == "xAy12A")
  }

  @Test func marksInTheWrongPlace() {
    let templates = MarkedTemplates([
      "page.html": "{{ 1️⃣~a}} {{{2️⃣~a~}}} {{#3️⃣~a}}{{/~a}} {{>4️⃣x~ }}"
    ])
    let help = "'~' must be next to the tag's outer braces, as in '{{~name~}}' and '{{~{name}~}}'"
    #expect(
      templates.mistakes() == [
        "1️⃣ 2 template-syntax: \(help)", "2️⃣ 3 template-syntax: \(help)", "3️⃣ 2 template-syntax: \(help)",
        "4️⃣ 2 template-syntax: \(help)",
      ])
  }

  @Test func emptyAndUnclosedTags() {
    let templates = MarkedTemplates(["page.html": "1️⃣{{~}} 2️⃣{{~~}} 3️⃣{{~{a~}}"])
    #expect(
      templates.mistakes() == [
        "1️⃣ 5 template-syntax: the tag has no name", "2️⃣ 6 template-syntax: the tag has no name",
        "3️⃣ 2 template-syntax: the tag is not closed by '}}}'",
      ])
  }

  @Test("Between the blocks of a parent there is nothing to trim")
  func inParents() {
    let templates = MarkedTemplates([
      "page.html": "1️⃣{{<layout~}} 2️⃣{{~$main}} x {{/main}} 3️⃣{{!~}} {{$more}} {{~/more}} 4️⃣{{~/layout}}",
      "layout.html": "{{$main}}{{/main}}{{$more}}{{/more}}",
    ])
    let message = "'~' has no effect between the blocks of a parent, where no text is shown"
    #expect(
      templates.mistakes() == [
        "1️⃣ 12 template-syntax: \(message)", "2️⃣ 10 template-syntax: \(message)",
        "3️⃣ 6 template-syntax: \(message)", "4️⃣ 12 template-syntax: \(message)",
      ])
  }
}
