import Diagnostics
import FrontMatter
import Testing

/// Where the block begins and ends, and what is body.
struct FrontMatterBlockTests {
  @Test func splitsBlockAndBody() {
    let text = "---\ntitle: A\n---\n# Body\n"
    #expect(shape(read(text).root) == "{title: A}")
    #expect(body(text) == "# Body\n")
    #expect(read(text).bodyFirstLine == 4)
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "", "# Only Markdown\n", " ---\nx\n---\n", "----\nx\n----\n", "--- x\n",
  ])
  func aFileWithoutBlockIsAllBody(text: String) {
    #expect(read(text).root == nil)
    #expect(body(text) == text)
    #expect(read(text).bodyFirstLine == 1)
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test(arguments: ["\n---\ntitle: A\n---\n", " ---\ntitle: A\n---\n", "<!-- x -->\n---\ntitle: A\n---\n"])
  func aBlockThatStandsElsewhereIsTextAndIsTold(text: String) {
    #expect(read(text).root == nil)
    #expect(body(text) == text)
    #expect(read(text).diagnostics.map(\.id) == [.misplacedFrontMatter])
  }

  @Test(arguments: ["---\n---\nx", "---\n\n---\nx", "---\n# a comment\n---\nx", "---  \n...\t\nx"])
  func anEmptyBlockIsAnEmptyMapping(text: String) {
    #expect(shape(read(text).root) == "{}")
    #expect(body(text) == "x")
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test func lineEndingsOfWindows() {
    let text = "---\r\ntitle: A\r\nnote: |\r\n  one\r\n  two\r\nlong: x\r\n  y\r\n---\r\nBody\r\n"
    let matter = read(text)
    #expect(shape(matter.root) == "{title: A, note: \"one\ntwo\n\", long: x y}")
    #expect(matter.root?["long"]?.position == Position(line: 6, column: 7))
    #expect(matter.root?["long"]?.length == 1)
    #expect(matter.bodyFirstLine == 9)
    #expect(body(text) == "Body\r\n")
    #expect(matter.diagnostics.isEmpty)
  }

  /// Else the whole file would be one line of text, what is not to be published too.
  @Test func lineEndingsOfOldMacs() {
    let text = "---\rtitle: A\rpublish: false\rnote: |\r  one\r  two\r---\rBody\r"
    let matter = read(text)
    #expect(shape(matter.root) == "{title: A, publish: false, note: \"one\ntwo\n\"}")
    #expect(matter.root?["note"]?.position == Position(line: 4, column: 7))
    #expect(matter.bodyFirstLine == 8)
    #expect(body(text) == "Body\r")
    #expect(matter.diagnostics.isEmpty)
  }

  @Test func aByteOrderMarkIsSkipped() {
    let text = "\u{FEFF}---\ntitle: A\n---\nBody"
    #expect(shape(read(text).root) == "{title: A}")
    #expect(read(text).root?["title"]?.position == Position(line: 2, column: 8))
    #expect(body(text) == "Body")
    #expect(body("\u{FEFF}# Body") == "# Body")
  }

  @Test(arguments: ["---\ntitle: A\n", "---", "---\ntext\n ---\nmore\n----\n"])
  func anUnclosedBlockIsAnErrorAndTheTextIsKept(text: String) {
    let matter = read(text)
    #expect(summary(matter.diagnostics) == ["unclosed-front-matter 1:1"])
    #expect(matter.diagnostics.first?.help?.contains("'---'") == true)
    #expect(matter.root == nil)
    #expect(body(text) == String(text.dropFirst(4)))
    #expect(matter.bodyFirstLine == 2)
  }

  @Test func onlyAWholeLineOfDashesAtTheStartCloses() {
    let text = """
      ---
      a: --- x
      b: |
        ---
        ...
      c: "one
        --- two"
      d: ---x
      ---
      body
      ---
      more
      """
    #expect(shape(read(text).root) == "{a: --- x, b: \"---\n...\n\", c: \"one --- two\", d: ---x}")
    #expect(body(text) == "body\n---\nmore")
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test func aSecondDocumentIsAnErrorAndTheFirstIsRead() {
    let matter = read("---\na: 1\n--- !x\nb: 2\n---\n")
    #expect(summary(matter.diagnostics) == ["invalid-yaml 3:1"])
    #expect(shape(matter.root) == "{a: 1}")
    let (root, diagnostics) = readYAML(
      SourceText(path: "s.yaml", text: "# first\n---\na: 1\n...\n# end\nb: 2\n"))
    #expect(shape(root) == "{a: 1}")
    #expect(summary(diagnostics) == ["invalid-yaml 6:1"])
    #expect(readYAML(SourceText(path: "s.yaml", text: "---\na: 1\n...\n# end\n")).1.isEmpty)
  }

  @Test(arguments: [
    ("---\n- a\n- b\n---\n", "2:1"), ("---\nSome text\n---\n", "2:1"), ("---\n[a]\n---\n", "2:1"),
  ])
  func aBlockThatIsNoMappingIsAnError(text: String, place: String) {
    #expect(summary(read(text).diagnostics) == ["invalid-yaml \(place)"])
    #expect(read(text).root == nil)
  }

  @Test func aWholeFileOfYAML() {
    let (root, diagnostics) = readYAML(SourceText(path: "s.yaml", text: "\u{FEFF}a: 1\nb: {c: d}\n"))
    #expect(shape(root) == "{a: 1, b: {c: d}}")
    #expect(root?["b"]?["c"]?.position == Position(line: 2, column: 8))
    #expect(diagnostics.isEmpty)
    #expect(readYAML(SourceText(path: "s.yaml", text: "")).0 == nil)
    #expect(readYAML(SourceText(path: "s.yaml", text: "# nothing\n")).0 == nil)
    #expect(summary(readYAML(SourceText(path: "s.yaml", text: "- a\n")).1) == ["invalid-yaml 1:1"])
  }
}

/// Front matter of other generators.
struct ForeignFrontMatterTests {
  @Test(arguments: [
    ("+++\ntitle = \"A title\"\ndate = 2020-01-01\n+++\nBody", "{title: \"A title\", date: 2020-01-01}"),
    ("+++\ndraft = true\ntitle='A title'\n+++  \nBody", "{draft: true, title: \"A title\"}"),
    (
      "{\n  \"title\": \"A title\",\n\t\"tags\": {\n  }\n}\nBody", "{title: \"A title\", tags: {}}"
    ),
    ("---json\n{\n  \"title\": \"A \\ud83d\\ude00\"\n}\n---\nBody", "{title: \"A 😀\"}"),
  ])
  func isReadAsTheSameInYAML(text: String, expected: String) {
    let matter = read(text)
    #expect(matter.diagnostics.isEmpty)
    #expect(shape(matter.root) == expected)
    #expect(body(text) == "Body")
  }

  @Test func placesOfTheTitle() {
    let (text, places) = markers("+++\n 1️⃣title = 2️⃣\"A\"\n+++\n")
    guard case .mapping(let entries) = read(text).root?.content, let title = entries.first else {
      Issue.record("no title")
      return
    }
    #expect([title.keyPosition, title.value.position] == places)
    #expect(title.value.length == 3)
  }

  @Test func anUnclosedBlockOfTOMLIsAnErrorAndABraceIsMarkdown() {
    #expect(summary(read("+++\ntitle = \"A\"\n").diagnostics) == ["unclosed-front-matter 1:1"])
    #expect(body("+++\ntext") == "text")
    #expect(read("{\nno json").diagnostics.isEmpty)
    #expect(body("{\nno json") == "{\nno json")
    #expect(body("{{ page }}\n}\n") == "{{ page }}\n}\n")
  }
}
