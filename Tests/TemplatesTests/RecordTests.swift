import Diagnostics
import Synchronization
import Templates
import Testing

/// A knowledge base in small: things that have parts, which are things again.
private struct Thing: Sendable {
  var name: String
  var note: String?
  var parts: [Thing] = []

  static let record: RecordType<Thing> = RecordType(
    "thing", "What there is.",
    [
      .text("name", "what it is called") { $0.name },
      .text("note", "what is said of it") { $0.note },
      .markup("body", "its text") { Array("<i>\($0.name)</i>".utf8) },
      .flag("is_whole", "whether it has no parts") { $0.parts.isEmpty },
      .number("size", "how many parts it has") { $0.parts.count },
      .list("parts", "what it consists of", of: record) { $0.parts },
      .record("first", "the first of its parts", of: record) { $0.parts.first },
      .texts("letters", "those of its name") { $0.name.map(String.init) },
    ])
}

private struct Page: Sendable {
  var title: String
  var thing: Thing

  static let frame: RecordType<Page> = RecordType([.text("title", "the title") { $0.title }])
  static let record: RecordType<Page> = RecordType(
    "page", "",
    with: frame.members { $0 } + Thing.record.members { $0.thing },
    [.text("note", "what the page says") { _ in "the page's" }])
}

@Suite("Records: each name described once")
struct RecordTests {
  private let wheel = Thing(name: "wheel", parts: [Thing(name: "rim"), Thing(name: "hub", note: "<round>")])

  private func page(_ template: String, _ value: Value, _ record: RecordType<some Sendable>) -> String {
    MarkedTemplates(["page.html": template]).page(value, shapes: ["page": .record(record)])
  }

  private func wheel(_ template: String) -> String {
    page(template, Thing.record.value(wheel), Thing.record)
  }

  @Test func everySort() {
    #expect(wheel("{{name}} {{note}}{{{body}}} {{is_whole}} {{size}}") == "wheel <i>wheel</i> false 2")
    #expect(wheel("{{#parts}}{{name}}:{{note}};{{/parts}}") == "rim:;hub:&lt;round&gt;;")
    #expect(wheel("{{#first}}{{name}}{{/first}} {{first.name}}{{first.first.name}}") == "rim rim")
    #expect(wheel("{{#letters}}{{.}}-{{/letters}}") == "w-h-e-e-l-")
    #expect(wheel("{{#.}}{{name}}{{/.}}{{first}}{{parts}}") == "wheel")
  }

  @Test("What a record has and is nothing hides what stands further out")
  func inwardsFirst() {
    let value = Thing(name: "a", note: "outer", parts: [Thing(name: "b")])
    #expect(page("{{#parts}}{{note}}{{/parts}}", Thing.record.value(value), Thing.record) == "")
  }

  @Test("A page has the names of the frame, those of its thing and its own, of which the last counts")
  func membersOfOthers() {
    let value = Page.record.value(Page(title: "Wheels", thing: wheel))
    #expect(page("{{title}} {{name}} {{note}}", value, Page.record) == "Wheels wheel the page's")
    #expect(Page.record.description.members.filter { $0.name == "note" }.map(\.doc) == ["what the page says"])
  }

  @Test func sectionsOfNumbersAreSkippedAtZero() {
    let template = "{{#size}}{{.}} parts{{/size}}{{^size}}no part{{/size}}"
    #expect(wheel(template) == "2 parts")
    #expect(wheel("{{#first}}\(template){{/first}}") == "no part")
  }

  @Test("Every list has a count, which is a section that is shown once")
  func counts() {
    let template =
      "{{#parts.count}}<ul>{{.}}:{{#parts}}{{name}} {{/parts}}</ul>{{/parts.count}}"
      + "{{^parts.count}}-{{/parts.count}}"
    #expect(wheel(template) == "<ul>2:rim hub </ul>")
    #expect(wheel("{{#first}}\(template){{/first}}") == "-")
    #expect(wheel("{{letters.count}} {{first.parts.count}}") == "5 0")
    let object: Named = .object(["list": .list([.text("a"), .text("b")])])
    #expect(MarkedTemplates(["page.html": "{{list.count}}"]).page(object) == "2")
  }

  @Test("A member is computed only where a template asks for it")
  func nothingIsComputedInVain() {
    let record = RecordType<Int>([
      .text("asked", "") { String($0) },
      .text("other", "") { number in
        Issue.record("nobody asked for \(number)")
        return ""
      },
    ])
    let numbers = RecordType<Int>([.list("numbers", "", of: record) { Array(0..<$0) }])
    #expect(page("{{#numbers}}{{asked}}{{/numbers}}", numbers.value(3), numbers) == "012")
  }

  @Test("What was asked for last is kept: a section, and then the same within it")
  func whatIsAskedTwice() {
    let count = Mutex(0)
    let record = RecordType<Int>([
      .text("name", "") { number in
        count.withLock { $0 += 1 }
        return "\(number)"
      },
      .list("items", "", of: Thing.record) { _ in
        count.withLock { $0 += 1 }
        return [Thing(name: "a")]
      },
    ])
    let template =
      "{{#name}}<b>{{name}}</b>{{/name}}{{#items.count}}<i>{{#items}}{{name}}{{/items}}{{/items.count}}"
    #expect(page(template, record.value(1), record) == "<b>1</b><i>a")
    #expect(count.withLock(\.self) == 2)
  }

  @Test("Members that are only known at run time")
  func recordOfData() {
    let words = ["yes": "ja", "no": "nein"]
    let record = RecordType<[String: String]>(
      "words", "", words.keys.sorted().map { name in .text(name, "") { $0[name] } })
    let page = RecordType<Int>([.record("strings", "", of: record) { _ in words }])
    let templates = MarkedTemplates(["page.html": "{{strings.yes}} {{#strings}}{{no}}{{/strings}}"])
    #expect(templates.page(page.value(0), shapes: ["page": .record(page)]) == "ja nein")
    let wrong = MarkedTemplates(["page.html": "{{strings.1️⃣noo}}"])
    #expect(
      wrong.mistakes(["page": .record(page)]) == [
        "1️⃣ 3 unknown-name: 'strings' has no 'noo'; did you mean 'strings.no'?"
      ])
  }

  @Test("More members than one closure tells apart")
  func manyMembers() {
    for count in [0, 1, 2, 3, 4, 5, 8, 9, 30] {
      let record = RecordType<Int>((0..<count).map { index in .number("n\(index)", "") { $0 * index } })
      let template = (0..<count).map { "{{n\($0)}} " }.joined()
      #expect(
        page(template, record.value(2), record) == (0..<count).map { "\(2 * $0) " }.joined(),
        "\(count) members")
    }
  }
}

@Suite("Templates against the records that they get")
struct RecordCheckTests {
  private func mistakes(_ template: String) -> [String] {
    MarkedTemplates(["page.html": template]).mistakes(["page": .record(Thing.record)])
  }

  @Test func everythingRight() {
    let text = """
      {{name}} {{size}} {{is_whole}} {{{body}}} {{#parts}}{{#parts}}{{#parts}}{{name}}{{/parts}}{{/parts}}{{/parts}}
      {{first.first.first.first.name}} {{parts.count}} {{letters.count}} {{#letters}}{{.}}{{/letters}}
      """
    #expect(mistakes(text) == [])
  }

  @Test func misspeltNames() {
    #expect(
      mistakes("{{1️⃣nam}} {{#parts}}{{2️⃣noet}}{{/parts}} {{first.3️⃣nmae}} {{4️⃣count}} {{first.parts.5️⃣cuont}}")
        == [
          "1️⃣ 3 unknown-name: there is no 'nam' here; did you mean 'name'?",
          "2️⃣ 4 unknown-name: there is no 'noet' here; did you mean 'note'?",
          "3️⃣ 4 unknown-name: 'first' has no 'nmae'; did you mean 'first.name'?",
          "4️⃣ 5 unknown-name: there is no 'count' here; did you mean 'letters.count'?",
          "5️⃣ 5 wrong-section: 'first.parts' is a list and has no 'cuont'; did you mean 'first.parts.count'?",
        ])
  }

  @Test func wrongSorts() {
    #expect(
      mistakes("{{1️⃣parts}} {{2️⃣first}} 3️⃣{{{name}}} 4️⃣{{{size}}} {{>*5️⃣size}}") == [
        "1️⃣ 5 wrong-section: 'parts' is a list, which has no text of its own",
        "2️⃣ 5 wrong-section: 'first' is an object, which has no text of its own",
        "3️⃣ 10 unescaped-place: 'name' is a text, not markup, and must be escaped",
        "4️⃣ 10 unescaped-place: 'size' is a number, not markup, and must be escaped",
        "5️⃣ 4 wrong-section: 'size' is a number and cannot name a template",
      ])
  }

  @Test("A template that calls itself for parts of parts, as deep as these go")
  func recursion() {
    let files = ["page.html": "{{name}}{{#parts}}({{>page}}){{/parts}}"]
    var thing = Thing(name: "0")
    for level in 1...50 { thing = Thing(name: String(level), parts: [thing]) }
    let templates = MarkedTemplates(files)
    #expect(templates.mistakes(["page": .record(Thing.record)]) == [])
    let text = templates.page(Thing.record.value(thing), shapes: ["page": .record(Thing.record)])
    #expect(text.hasPrefix("50(49(48(") && text.hasSuffix("(0" + String(repeating: ")", count: 50)))
  }
}

@Suite("What is printed of records")
struct RecordPrintingTests {
  @Test func tableOfTheManual() {
    let value = RecordType<Int>([.number("count", "how often") { $0 }])
    let facet = RecordType<Int>([
      .text("label", "") { _ in nil }, .list("values", "of it", of: value) { _ in [] },
    ])
    let site = RecordType<Int>([.text("title", "its title") { _ in nil }])
    let page = RecordType<Int>(
      "page", "",
      [
        .record("site", "the site", of: site) { $0 },
        .list("facets", "ways to narrow", of: facet) { _ in [] },
        .list("things", "all", of: Thing.record) { _ in [] },
        .record("thing", "one", of: Thing.record) { _ in nil },
        .texts("words", "single ones") { _ in [] }, .flag("is_new", "whether it is new") { _ in false },
        .markup("body", "the text") { _ in nil },
      ])
    #expect(
      page.description.markdownTable == """
        | Name | Sort | What it is |
        |---|---|---|
        | `site` |  | the site |
        | `site.title` | text | its title |
        | `facets` | list | ways to narrow |
        | `facets` › `label` | text |  |
        | `facets` › `values` | list | of it |
        | `facets` › `values` › `count` | number | how often |
        | `things` | list of [thing](#a-thing) | all |
        | `thing` | [thing](#a-thing) | one |
        | `words` | list of texts | single ones |
        | `is_new` | flag | whether it is new |
        | `body` | html | the text |

        """)
  }

  @Test("A value as JSON, down to a depth")
  func valueAsJSON() {
    let value = Thing.record.value(Thing(name: "a", parts: [Thing(name: "b")]))
    #expect(
      value.json(.record(Thing.record), depth: 2).compactText == """
        {"name":"a","note":null,"body":"<i>a</i>","is_whole":false,"size":1,"parts":[{"name":"b","note":null,\
        "body":"<i>b</i>","is_whole":true,"size":0,"parts":[],"first":null,"letters":["b"]}],"first":{"name":"b",\
        "note":null,"body":"<i>b</i>","is_whole":true,"size":0,"parts":[],"first":null,"letters":["b"]},\
        "letters":["a"]}
        """)
    #expect(value.json(.record(Thing.record), depth: 0).compactText == "\"…\"")
    let list = RecordType<[Thing]>([.list("things", "", of: Thing.record) { $0 }])
    #expect(
      list.value([Thing(name: "a"), Thing(name: "b")]).json(.record(list), depth: 1).compactText
        == #"{"things":["…","…"]}"#)
  }

  @Test("What is known when a template is compiled becomes part of it, escaped for its place")
  func constants() {
    let template =
      "{{words.a}} {{#words}}<b title=\"{{words.a}}\">{{/words}}<a href=\"{{words.b}}\">{{words.c}}"
    let source = TemplateSource(SourceText(path: "page.html", text: template), below: "")
    let texts = Constants(["words.a": "<\"\n>", "words.b": "javascript:1"])
    let words = RecordType<Int>([.text("b", "") { _ in texts.texts["words.b"] }])
    let record = RecordType<Int>([.record("words", "", of: words) { $0 }])
    var output: [UInt8] = []
    let set = TemplateSet.compile([source], shapes: ["page": [.any]], constants: texts).set
    #expect(set.render("page", [record.value(1)], into: &output) == [])
    #expect(String(decoding: output, as: UTF8.self) == "&lt;\"\n&gt; <a href=\"\">")
    let known = TemplateSet.compile([source], shapes: ["page": [.record(record)]], constants: texts).set
    output = []
    #expect(known.render("page", [record.value(1)], into: &output) == [])
    #expect(
      String(decoding: output, as: UTF8.self)
        == "&lt;\"\n&gt; <b title=\"&lt;&quot;\n&gt;\"><a href=\"#\">")
  }
}
