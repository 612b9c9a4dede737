import Diagnostics
import Testing

@testable import FrontMatter

/// Front matter in TOML is what the same in YAML is.
@Suite struct TOMLTests {
  private func read(_ toml: String) -> FrontMatter {
    readFrontMatter(SourceText(path: "a.md", text: "+++\n\(toml)\n+++\n# A\n"))
  }

  /// Without places.
  private func words(_ node: YAMLNode?) -> String {
    switch node?.content {
    case nil: "nothing"
    case .scalar(let text, let isQuoted): isQuoted ? "'\(text)'" : text
    case .sequence(let items): "[" + items.map(words).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): " + words($0.value) }.joined(separator: ", ") + "}"
    }
  }

  @Test(arguments: [
    ("title = \"A \\\"b\\\" \\u00e9\"", "{title: 'A \"b\" é'}"), ("title = 'C:\\x'", "{title: 'C:\\x'}"),
    ("date = 2024-01-02T03:04:05Z # day", "{date: 2024-01-02T03:04:05Z}"),
    ("date = 2024-01-02 03:04:05", "{date: 2024-01-02 03:04:05}"),
    ("tags = [\"a\", 'b c', # x\n  \"d\",\n]", "{tags: ['a', 'b c', 'd']}"), ("tags = []", "{tags: []}"),
    ("weight = 1_000\ndraft = false", "{weight: 1000, draft: false}"),
    ("x = \"\"\"\na\n  b \\\n   c\"\"\"", "{x: 'a\n  b c'}"), ("x = '''a\nb'''", "{x: 'a\nb'}"),
    ("a.b.c = 1\na.d = 2", "{a: {b: {c: 1}, d: 2}}"), ("\"a b\" = 1", "{a b: 1}"),
    ("p = { a = 1, b = [2, 3] }", "{p: {a: 1, b: [2, 3]}}"),
    ("t = 1\n[p]\na = 1\n[p.q]\nb = 2\n[r]", "{t: 1, p: {a: 1, q: {b: 2}}, r: {}}"),
    ("[[r]]\na = 1\n[[r]]\na = 2\n[r.s]\nb = 3", "{r: [{a: 1}, {a: 2, s: {b: 3}}]}"), ("", "{}"),
    ("tags = [[\"a\"], []]", "{tags: [['a'], []]}"), ("x = \"\"", "{x: ''}"),
  ])
  func valuesAreThoseOfYAML(_ toml: String, _ expected: String) {
    let matter = read(toml)
    #expect(words(matter.root) == expected)
    #expect(matter.diagnostics.isEmpty && matter.unread.isEmpty)
    #expect(matter.bodyFirstLine == toml.split(separator: "\n", omittingEmptySubsequences: false).count + 3)
  }

  /// What stands before a mistake is read; what it says of publishing is not known.
  @Test(arguments: [
    ("title = \"x\" draft = true", 2, 13), ("title = \"x\ndate = 1", 2, 9), ("a = ", 2, 5),
    ("a = 1\na = 2", 3, 1),
    ("a = [1", 2, 5), ("a = 1\n[a]\nb = 1", 3, 2), ("title", 2, 1), ("a = {b = 1", 2, 5),
    ("x = \"\\q\"", 2, 6),
    ("a = word", 2, 5), ("= 1", 2, 1), ("[a", 2, 1), ("x = \"\"\"a", 2, 5),
  ])
  func mistakesHaveAPlace(_ toml: String, _ line: Int, _ column: Int) {
    let matter = read(toml)
    #expect(matter.diagnostics.map(\.id) == [.foreignFrontMatter])
    #expect(matter.diagnostics.first?.severity == .error)
    #expect(
      matter.diagnostics.first?.place?.position == Position(line: line, column: column),
      "\(matter.diagnostics)")
    #expect(!matter.unread.isEmpty)
  }

  @Test func valuesHaveTheirPlaces() {
    guard case .mapping(let entries)? = read("title = \"x\"\ntags = [\"a\",\n \"bc\"]").root?.content,
      case .sequence(let tags) = entries[1].value.content
    else { return #expect(Bool(false)) }
    #expect(entries[0].keyPosition == Position(line: 2, column: 1))
    #expect(entries[0].value.position == Position(line: 2, column: 9) && entries[0].value.length == 3)
    #expect(tags[1].position == Position(line: 4, column: 2) && tags[1].length == 4)
  }

  /// However it is nested and however long, it ends soon.
  @Test(arguments: ["x = [", "x = {a = ", "a.", "[a.", "[[a]]\n[a.b]\n", "x = [1, ", "k\u{E9}y = 1\n"])
  func hostileTextsEnd(_ part: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = read(String(repeating: part, count: 5_000)) }
    #expect(time < .seconds(8))
  }
}
