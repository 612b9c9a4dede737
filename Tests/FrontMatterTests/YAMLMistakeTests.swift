import Diagnostics
import FrontMatter
import Testing

/// Every mistake at its place, and all that can be read read.
struct YAMLMistakeTests {
  @Test func everyKeyThatComesTwice() {
    let (text, places) = markers(
      """
      ---
      1️⃣title: A
      a: {b: 1, b: 2, 'b': 3}
      2️⃣title: B
      list:
        - x: 1
          y: 2
          x: 3
        - x: 1
      3️⃣title: C
      ---
      """)
    let matter = read(text)
    #expect(shape(matter.root) == "{title: A, a: {b: 1}, list: [{x: 1, y: 2}, {x: 1}]}")
    #expect(matter.diagnostics.allSatisfy { $0.id == .duplicateKey })
    #expect(matter.diagnostics.count == 5)
    let titles = matter.diagnostics.filter { $0.message.contains("title") }
    #expect(titles.map(\.place?.position) == [places[1], places[2]])
    #expect(titles.map { $0.notes.first?.place?.position } == [places[0], places[0]])
  }

  @Test func aKeyOfOneLetterTwiceAndTooOften() {
    #expect(shape(read("---\na: 1\na: 2\nb: 3\n---\n").root) == "{a: 1, b: 3}")
    let often = "---\n" + String(repeating: "a: 1\n", count: 5000) + "---\n"
    #expect(read(often).diagnostics.count == 100)
    let quoted = read("---\n\"a\\x41\": 1\n\"aA\": 2\n---\n")
    #expect(quoted.diagnostics.map(\.id) == [.duplicateKey])
  }

  @Test(arguments: [
    ("a: &1️⃣x 1", "{a: 1}"), ("a: *1️⃣x", "{a: ~}"), ("1️⃣<<: {b: 1}\nc: 2", "{c: 2}"),
    ("1️⃣*x : 1\na: 2", "{~: 1, a: 2}"),
    ("a: [1, *1️⃣x, 2]", "{a: [1, ~, 2]}"), ("a: *1️⃣important* text", "{a: ~           text}"),
    ("- &1️⃣a b", "nothing"), ("&1️⃣a b: c", "{b: c}"),
  ])
  func anchorsAndAliasesAreNeverExpanded(marked: String, expected: String) {
    // The marker stands after the sign where the sign itself would be part of the emoji.
    let signFirst = marked.replacing("&1️⃣", with: "1️⃣&").replacing("*1️⃣", with: "1️⃣*")
    let (text, places) = markers("---\n" + signFirst + "\n---\n")
    let matter = read(text)
    let anchors = matter.diagnostics.filter { $0.id == .yamlAnchor }
    #expect(anchors.map(\.place?.position) == places.map { $0 })
    #expect(shape(matter.root) == expected)
  }

  @Test func signsInsideTextAreNoAnchors() {
    let text = """
      ---
      # &a *b
      a: R&D and *emphasis* !now
      b: "&x *y"
      c: 'it''s *y'
      d: some
        *starred* text
      e: |
        *a
         &b
      f: >-

        *a

          *b
      g: [a*b, "*c", 'd']
      h: https://example.org/?a=1&b=*
      ---
      """
    #expect(read(text).diagnostics.isEmpty)
    #expect(shape(read("---\na: R&D *x*\n---\n").root) == "{a: R&D *x*}")
  }

  @Test(arguments: ["!!binary abc", "!ruby/object:X abc", "!important abc", "!<tag:x> abc", "!a!b abc"])
  func tagsAreErrorsAndTheValueStaysText(value: String) {
    let matter = read("---\na: \(value)\n---\n")
    #expect(summary(matter.diagnostics) == ["invalid-yaml 2:4"])
    #expect(shape(matter.root) == "{a: abc}")
  }

  @Test func directivesAreErrors() {
    let (root, diagnostics) = readYAML(SourceText(path: "s", text: "%YAML 1.2\n%TAG ! x\n---\na: 1\n"))
    #expect(summary(diagnostics) == ["invalid-yaml 1:1", "invalid-yaml 2:1"])
    #expect(shape(root) == "{a: 1}")
  }

  @Test(arguments: [
    ("? [a, b]\n: c", "2:1"), ("x: 1\n[a, b]: c", "3:1"), ("a: {{b: c}: d}", "2:5"), (": c", "2:1"),
  ])
  func keysThatAreNoTextAreErrors(yaml: String, place: String) {
    #expect(summary(read("---\n\(yaml)\n---\n").diagnostics) == ["invalid-yaml \(place)"])
  }

  @Test(arguments: [
    ("title: Steel: 1️⃣a view", "must be in quotes"),
    ("title: x\n  foo1️⃣: bar", "the value above"),
    ("title: 1️⃣@home", "begin with '@'"),
    ("title: 1️⃣`code`", "begin with '`'"),
    ("a:\n1️⃣\tb: c", "tab"),
    ("title: A\n1️⃣just words\n", "not a 'key: value' line"),
    ("title: \"A\" 1️⃣and more", "key was expected"),
    ("a: 1\n 1️⃣b: 2", "the value above"),
    ("a: [b, c\nd: e1️⃣", "',' or ']'"),
    ("a: 1️⃣{b: c\n", "never closed"),
    ("a: 1️⃣\"never closed\nb: c", "never closed"),
    ("a: 1️⃣'never closed", "never closed"),
    ("a: \"C:\\1️⃣Users\"", "escape"),
    ("a: 1️⃣- b", "list cannot begin"),
    ("a: 1️⃣| text", "next line"),
    ("a: [b, 1️⃣, c]", "value was expected"),
  ])
  func syntaxErrorsAreToldInAWritersWords(marked: String, words: String) throws {
    let (text, places) = markers("---\nfirst: 一\n" + marked + "\n---\nBody")
    let matter = read(text)
    let found = try #require(matter.diagnostics.first)
    #expect(matter.diagnostics.count == 1)
    #expect(found.id == .invalidYAML)
    #expect(found.message.contains(words), "\(found.message)")
    #expect(found.help != nil)
    #expect(Int(found.place?.position.line ?? 0) == Int(places[0].line), "\(String(describing: found.place))")
    #expect(matter.root == nil)
    #expect(body(text) == "Body")
  }
}
