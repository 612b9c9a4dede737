import Diagnostics
import Templates
import Testing

@Suite("Names against the shapes that are known before rendering")
struct NameTests {
  private let page = Shape.object([
    "title": .text, "body": .html, "draft": .flag,
    "policy": .object(["number": .text, "issuer": .object(["name": .text])]),
    "actions": .list(.object(["id": .text, "words": .list(.text)])),
    "extra": .any,
  ])

  private func mistakes(_ files: [String: String]) -> [String] {
    MarkedTemplates(files).mistakes(["page": page])
  }

  @Test func everythingRight() {
    let text = """
      {{title}} {{draft}} {{{body}}} {{body}} {{policy.issuer.name}} {{#policy}}{{number}}
      {{issuer.name}} {{title}}{{/policy}}{{#actions}}{{id}} {{title}} {{#words}}{{.}}{{/words}}{{/actions}}
      {{^actions}}none{{/actions}}
      {{#title}}{{.}}{{/title}} {{extra.what.ever}} {{#extra}}{{unknown}}{{/extra}} {{{extra}}}
      """
    #expect(mistakes(["page.html": text]) == [])
  }

  @Test func misspeltNames() {
    let text = """
      {{1️⃣titel}} {{policy.2️⃣numbre}} {{#actions}}{{3️⃣ttle}}{{/actions}} {{policy.issuer.4️⃣wholly}}
      {{#policy}}{{5️⃣isuer.name}}{{/policy}} {{#6️⃣polcy}}{{anything}}{{/polcy}} {{7️⃣name}} {{8️⃣nothing}}
      """
    #expect(
      mistakes(["page.html": text]) == [
        "1️⃣ 5 unknown-name: there is no 'titel' here; did you mean 'title'?",
        "2️⃣ 6 unknown-name: 'policy' has no 'numbre'; did you mean 'policy.number'?",
        "3️⃣ 4 unknown-name: there is no 'ttle' here; did you mean 'title'?",
        "4️⃣ 6 unknown-name: 'policy.issuer' has no 'wholly'",
        "5️⃣ 5 unknown-name: there is no 'isuer' here; did you mean 'issuer'?",
        "6️⃣ 5 unknown-name: there is no 'polcy' here; did you mean 'policy'?",
        "7️⃣ 4 unknown-name: there is no 'name' here",
        "8️⃣ 7 unknown-name: there is no 'nothing' here",
      ])
  }

  @Test func nameThatIsOneLevelDown() {
    #expect(
      mistakes(["page.html": "{{1️⃣number}}"]) == [
        "1️⃣ 6 unknown-name: there is no 'number' here; did you mean 'policy.number'?"
      ])
  }

  @Test func wrongSections() {
    let text = "{{title.1️⃣length}} {{actions.2️⃣id}} {{3️⃣actions}} {{4️⃣policy}} {{#actions}}{{5️⃣.}}{{/actions}}"
    #expect(
      mistakes(["page.html": text]) == [
        "1️⃣ 6 wrong-section: 'title' is a text and has no 'length'",
        "2️⃣ 2 wrong-section: 'actions' is a list and has no 'id'",
        "3️⃣ 7 wrong-section: 'actions' is a list, which has no text of its own",
        "4️⃣ 6 wrong-section: 'policy' is an object, which has no text of its own",
        "5️⃣ 1 wrong-section: '.' is an object, which has no text of its own",
      ])
  }

  @Test func rawTagsAskForMarkup() {
    #expect(
      mistakes(["page.html": "1️⃣{{{title}}} 2️⃣{{&title}} <p title=\"3️⃣{{body}}\">"]) == [
        "1️⃣ 11 unescaped-place: 'title' is a text, not markup, and must be escaped",
        "2️⃣ 10 unescaped-place: 'title' is a text, not markup, and must be escaped",
        "3️⃣ 8 unescaped-place: 'body' is markup, which is not allowed in an attribute's value",
      ])
  }

  @Test func partialsInTheScopeOfTheirCall() {
    let files = [
      "page.html": "{{#actions}}{{>partials/action}}{{/actions}}{{#policy}}{{>partials/action}}{{/policy}}",
      "partials/action.html": "{{1️⃣id}} {{title}} {{2️⃣titel}}",
      "partials/unused.html": "{{whatever}} {{>missing}}",
    ]
    #expect(
      mistakes(files)
        == [
          "1️⃣ 2 unknown-name: there is no 'id' here; did you mean 'actions.id'?",
          "2️⃣ 5 unknown-name: there is no 'titel' here; did you mean 'title'?",
        ].map { $0.replacing("; did you mean 'actions.id'?", with: "") })
  }

  @Test func unknownPartialsAndParents() {
    let files = [
      "page.html": "{{>1️⃣partials/fcat}} {{<2️⃣layuot}}{{/layuot}} {{>*title}} {{>*3️⃣draft}} {{>*4️⃣titel}}",
      "partials/fact.html": "", "layout.html": "",
    ]
    #expect(
      mistakes(files) == [
        "1️⃣ 13 unknown-partial: there is no template 'partials/fcat'; did you mean 'partials/fact'?",
        "2️⃣ 6 unknown-partial: there is no template 'layuot'; did you mean 'layout'?",
        "3️⃣ 5 wrong-section: 'draft' is a flag and cannot name a template",
        "4️⃣ 5 unknown-name: there is no 'titel' here; did you mean 'title'?",
      ])
  }

  @Test func overridesOfBlocksThatAreNotThere() {
    let files = [
      "page.html": "{{<layout}}{{$main}}{{title}}{{/main}}{{$1️⃣hed}}{{/hed}}{{$inner}}{{/inner}}{{/layout}}",
      "layout.html": "{{>partials/head}}{{$main}}{{2️⃣defualt}}{{/main}}{{$rest}}{{3️⃣other}}{{/rest}}",
      "partials/head.html": "{{$head}}{{$inner}}{{/inner}}{{/head}}",
    ]
    #expect(
      mistakes(files) == [
        "3️⃣ 5 unknown-name: there is no 'other' here",
        "1️⃣ 3 unknown-name: 'layout' has no block 'hed'; did you mean 'head'?",
      ])
  }

  @Test func cyclesThatNothingGuards() {
    let files = [
      "page.html": "{{>a}}", "a.html": "{{>b}}", "b.html": "x\n 1️⃣{{>a}}",
      "tree.html": "{{#actions}}{{>tree}}{{/actions}}",
    ]
    #expect(mistakes(files) == ["1️⃣ 6 partial-cycle: the circle 'a' → 'b' → 'a' never ends"])
    let guarded = ["page.html": "{{#actions}}{{id}}{{>page}}{{/actions}}{{^actions}}{{>page}}{{/actions}}"]
    #expect(mistakes(guarded) == [])
    #expect(
      mistakes(["page.html": "1️⃣{{<page}}{{/page}}"]) == [
        "1️⃣ 9 partial-cycle: the circle 'page' → 'page' never ends"
      ])
    let block = ["page.html": "{{$a}}1️⃣{{<page}}{{$b}}{{/b}}{{/page}}{{/a}}{{$b}}{{/b}}"]
    #expect(mistakes(block) == ["1️⃣ 9 partial-cycle: the circle 'page' → 'page' never ends"])
    let filled = ["page.html": "{{$a}}{{<page}}{{$a}}{{/a}}{{/page}}{{/a}}"]
    #expect(mistakes(filled) == [])
  }

  @Test("Ten mistakes are ten diagnostics, in the order of their places")
  func tenMistakes() {
    let text = (1...10).map { "{{wrong\($0)}}" }.joined(separator: "\n")
    let (_, diagnostics) = MarkedTemplates(["page.html": text]).compile(["page": page])
    #expect(diagnostics.map { $0.place?.position.line } == (1...10).map { UInt32($0) })
  }
}
