import Diagnostics
import Templates
import Testing

@Suite("Filling templates in")
struct RenderTests {
  @Test("Content that looks like a template is never evaluated")
  func contentIsNeverEvaluated() {
    let templates = MarkedTemplates(["page.html": "{{title}} {{{body}}} {{#list}}{{.}}{{/list}} {{>*name}}"])
    let value: Named = .object([
      "title": .text("{{secret}}"), "body": .html(Array("{{{secret}}}".utf8)),
      "list": .list([.text("{{#secret}}")]),
      "secret": .text("leaked"), "name": .text("{{secret}}"),
    ])
    #expect(
      templates.page(value) == """
        {{secret}} {{{secret}}} {{#secret}}\u{20}
        page.html:1:50 4 unknown-partial: there is no template '{{secret}}'
        """)
  }

  @Test func falseyValues() {
    let templates = MarkedTemplates(["page.html": "{{#v}}yes{{/v}}{{^v}}no{{/v}}"])
    let falsey: [Named] = [.nothing, .flag(false), .text(""), .html([]), .list([])]
    for value in falsey { #expect(templates.page(.object(["v": value])) == "no") }
    let truthy: [Named] = [.flag(true), .text("0"), .html([0x30]), .list([.nothing]), .object([:])]
    for value in truthy { #expect(templates.page(.object(["v": value])) == "yes") }
  }

  @Test func flagsAndMissingValues() {
    let templates = MarkedTemplates(["page.html": "{{yes}} {{no}} {{missing}} {{list}}"])
    let value: Named = .object(["yes": .flag(true), "no": .flag(false), "list": .list([.text("x")])])
    #expect(templates.page(value) == "true false  ")
  }

  @Test func unknownTemplate() {
    var output: [UInt8] = []
    let (set, _) = MarkedTemplates(["page.html": ""]).compile()
    #expect(set.render("pgae", [.nothing], into: &output).map(\.id) == [.missingTemplate])
    #expect(set.contains("page") && !set.contains("pgae"))
  }

  @Test("Templates that call one another without end stop at depth 100")
  func tooDeep() {
    let partial = MarkedTemplates(["page.html": "{{#on}}o{{>1️⃣page}}{{>page}}{{/on}}"])
    let text = partial.page(.object(["on": .flag(true)]))
    #expect(
      text.hasPrefix("ooo")
        && text.hasSuffix("\n1️⃣ 4 template-too-deep: templates call one another more than 100 deep"))
    let named = MarkedTemplates(["page.html": "{{>*1️⃣name}}"])
    #expect(named.page(.object(["name": .text("page")])).hasSuffix("more than 100 deep"))
  }

  @Test("A page that would call without measure is stopped")
  func tooMany() {
    var files = ["t0.html": ""]
    for level in 1...40 { files["t\(level).html"] = "{{>t\(level - 1)}}{{>t\(level - 1)}}" }
    files["page.html"] = "{{>t40}}"
    #expect(
      MarkedTemplates(files).page().hasSuffix("template-too-deep: one page calls more than 1000000 templates")
    )
  }

  @Test func nestedValuesOfDepth() {
    var value: Named = .object(["text": .text("leaf"), "children": .list([])])
    for _ in 1...90 { value = .object(["text": .text("."), "children": .list([value])]) }
    let templates = MarkedTemplates(["page.html": "{{text}}{{#children}}{{>page}}{{/children}}"])
    #expect(templates.page(value) == String(repeating: ".", count: 90) + "leaf")
  }

  @Test("Indentation reaches every line of a partial, and no value")
  func indentation() {
    let templates = MarkedTemplates([
      "page.html": "<ul>\n  {{>item}}\n</ul>\n",
      "item.html": "{{#items}}\n<li>\n  {{>text}}\n</li>\n{{/items}}\n{{#items}}{{.}};{{/items}}\n",
      "text.html": "{{.}}\n<br>\n",
    ])
    let value: Named = .object(["items": .list([.text("a\nb"), .text("c")])])
    #expect(
      templates.page(value) == """
        <ul>
          <li>
            a
        b
            <br>
          </li>
          <li>
            c
            <br>
          </li>
          a
        b;c;
        </ul>

        """)
  }

  @Test("A layout, with blocks in text, in a title and in an attribute, filled by a page and a kind of page")
  func inheritance() {
    let templates = MarkedTemplates([
      "layout.html": """
      <title>{{$title}}Site{{/title}}</title>
      <body class="{{$class}}plain{{/class}}">
      {{$main}}
      {{/main}}
      </body>

      """,
      "entity.html":
        "{{<layout}}{{$class}}entity{{/class}}{{$main}}\n<h1>{{name}}</h1>\n"
        + "{{$facts}}{{/facts}}\n{{/main}}{{/layout}}",
      "page.html": "{{<entity}}{{$title}}{{name}}{{/title}}{{$facts}}<p>{{name}}</p>{{/facts}}{{/entity}}",
    ])
    let shape = Shape.object(["name": .text])
    #expect(templates.mistakes(["page": shape, "entity": shape]) == [])
    #expect(
      templates.page(.object(["name": .text("A & \"B\"")])) == """
        <title>A &amp; "B"</title>
        <body class="entity">
        <h1>A &amp; "B"</h1>
        <p>A &amp; "B"</p>
        </body>

        """)
  }

  @Test func dynamicPartials() {
    let templates = MarkedTemplates([
      "page.html": "{{#facts}}{{>*view}}{{/facts}}", "number.html": "<b>{{it}}</b>",
      "text.html": "<i>{{it}}</i>",
    ])
    let facts: [Named] = [
      .object(["view": .text("number"), "it": .text("<1>")]),
      .object(["view": .text("text"), "it": .text("x")]),
      .object(["view": .text(""), "it": .text("left out")]),
    ]
    #expect(templates.page(.object(["facts": .list(facts)])) == "<b>&lt;1&gt;</b><i>x</i>")
  }
}
