import Diagnostics
import Sentences
import Templates
import Testing

@Suite("Texts of a language with places to fill")
struct TextTests {
  private func page(_ text: String, _ constants: Constants, _ count: Int = 3) -> String {
    let source = TemplateSource(SourceText(path: "page.html", text: text), below: "")
    let (set, problems) = TemplateSet.compile(
      [source], shapes: ["page": [.record(Self.record)]], constants: constants)
    var output: [UInt8] = []
    let diagnostics = problems + set.render("page", [Self.record.value(count)], into: &output)
    return String(decoding: output, as: UTF8.self) + diagnostics.map { "\n" + $0.message }.joined()
  }

  /// What the constants are named by is there for the check, as in a theme.
  private static let record = RecordType<Int>([
    .number("count", "") { $0 }, .number("all", "") { $0 + 2 }, .text("title", "") { "<\($0)>" },
    .record("t", "", of: RecordType<Int>([.text("a", "") { _ in "" }, .text("b", "") { _ in "" }])) { $0 },
  ])

  @Test("a text orders what a template has")
  func placesAreFilled() {
    let text = "<p title=\"{{t.a}}\">{{t.a}}"
    #expect(page(text, Constants(["t.a": "{count} of {all}"])) == "<p title=\"3 of 5\">3 of 5")
    #expect(
      page(text, Constants(["t.a": "{all}: {count} {title}"])) == "<p title=\"5: 3 &lt;3&gt;\">5: 3 &lt;3&gt;"
    )
  }

  @Test("a section puts what it has into the place of the text")
  func sectionsFillThePlace() {
    let text = "{{#title}}{{#t.a}}<b>{{.}}</b>{{/t.a}}{{/title}}"
    #expect(page(text, Constants(["t.a": "from {} on"])) == "from <b>&lt;3&gt;</b> on")
    #expect(page(text, Constants(["t.a": "{all}, {}"])) == "5, <b>&lt;3&gt;</b>")
    // As texts were before they had places.
    #expect(page(text, Constants(["t.a": "from"])) == "from <b>&lt;3&gt;</b>")
    #expect(page("{{t.a}} x", Constants(["t.a": "from {} on"])) == "from on x")
  }

  @Test("a number chooses the form, by the rules of the language")
  func formsForNumbers() {
    let texts = ["t.a": "{} of {all} things have one", "t.a_one": "{} of {all} things has one"]
    let text = "{{#t.a}}<b>{{count}}</b>{{/t.a}}."
    #expect(page(text, Constants(texts)) == "<b>3</b> of 5 things have one.")
    #expect(page(text, Constants(texts), 1) == "<b>1</b> of 3 things has one.")
    var rules = PluralRules()
    let areRead = [
      rules.add("one", "n % 10 = 1 and n % 100 != 11"),
      rules.add("few", "n % 10 = 2..4 and n % 100 != 12..14"),
    ]
    #expect(areRead == [true, true])
    let polish = Constants(
      ["t.a": "{count} rzeczy", "t.a_one": "{count} rzecz", "t.a_few": "{count} rzeczy,"], plurals: rules)
    let shown = [1, 11, 21, 22, 12].map { page("{{t.a}}", polish, $0) }
    #expect(shown == ["1 rzecz", "11 rzeczy", "21 rzecz", "22 rzeczy,", "12 rzeczy"])
  }

  @Test(
    "what is no rule is none",
    arguments: [
      "", "n", "n = ", "n = x", "n % 0 = 1", "n = 3..1", "i = 1", "n = 1 or", "n = 1 and n", "n = 1,",
    ])
  func wrongRules(rule: String) {
    var rules = PluralRules()
    let areRead = [rules.add("one", rule), rules.add("most", "n = 1")]
    #expect(areRead == [false, false])
  }

  @Test("rules are joined by or, and have lists")
  func joinedRules() {
    var rules = PluralRules()
    let isRead = rules.add("many", "n = 0,7..9 or n % 100 = 11..12")
    #expect(isRead)
    #expect((0...12).filter { rules.form(of: $0) == "many" } == [0, 7, 8, 9, 11, 12])
    #expect(rules.form(of: -7) == "many")
    #expect(PluralRules.usual.form(of: 1) == "one")
    #expect(PluralRules.usual.form(of: 0) == nil)
  }

  @Test("a place that no template has is a mistake")
  func unknownPlaces() {
    let message = "\nthe text 't.a' has a place for 'cuont', which is not here"
    #expect(page("{{t.a}}", Constants(["t.a": "{cuont}!"])) == "!" + message)
    #expect(page("{{#t.a}}x{{/t.a}}", Constants(["t.a": "{cuont} {}"])) == " x" + message)
    // Other braces are text.
    #expect(page("{{t.a}}", Constants(["t.a": "{is: never} {"])) == "{is: never} {")
  }
}
