import Diagnostics
import Testing

@testable import CommonMark

/// Admonitions of MkDocs and containers of Docusaurus are asides, with all that is in them.
@Suite struct ForeignAsideTests {
  /// What the same is in Obsidian's form.
  private func expectSame(_ text: String, _ obsidian: String) {
    #expect(html(text) == html(obsidian))
  }

  @Test(
    arguments: [
      ("!!! note\n    text", "> [!note]\n> text"),
      (
        "!!! warning inline end \"A *title*\"\n    text\n\n    - a\n    - b\n\nAfter.",
        "> [!warning] A *title*\n> text\n>\n> - a\n> - b\n\nAfter."
      ),
      ("??? tip \"T\"\n    x", "> [!tip]- T\n> x"), ("???+ danger\n    x", "> [!danger]+\n> x"),
      (
        "!!! note\n\n    ```\n    !!! tip\n        x\n    ```",
        "> [!note]\n>\n> ```\n> !!! tip\n>     x\n> ```"
      ),
      (
        "!!! note\n    a\n\n    !!! tip \"B\"\n        b\n\n        ??? bug\n            c",
        "> [!note]\n> a\n>\n> > [!tip] B\n> > b\n> >\n> > > [!bug]-\n> > > c"
      ),
      ("1. item\n\n    !!! note\n        x\n\n2. item", "1. item\n\n    > [!note]\n    > x\n\n2. item"),
      ("> !!! note\n>     x", "> > [!note]\n> > x"), ("!!! note\n\tx", "> [!note]\n> x"),
      ("!!! note\n    > quoted\n\n    x", "> [!note]\n> > quoted\n>\n> x"),
      ("!!! note \"\"\n    x", "> [!note]\n> x"), ("!!! Hint\n\nx", "> [!Hint]\n\nx"),
      ("!!! recipe\n    x", "> [!recipe]\n> x"),
      (":::note\nx\n:::\ny", "> [!note]\n> x\n\ny"),
      (":::tip[A [b](c.md)]{.x}\nx\n:::", "> [!tip] A [b](c.md)\n> x\n"),
      ("::: warning A title\n\nx\n\n:::", "> [!warning] A title\n>\n> x\n>\n"),
      ("::: details More\nx\n:::", "> [!note]- More\n> x\n"),
      ("::::note\na\n:::tip\nb\n:::\nc\n::::\nd", "> [!note]\n> a\n> > [!tip]\n> > b\n>\n> c\n\nd"),
      (
        ":::note\n:::tip\nb\n:::\n:::\n:::info\nc\n:::", "> [!note]\n> > [!tip]\n> > b\n>\n\n> [!info]\n> c\n"
      ),
      (":::note\n```\n:::\n```\nx\n:::", "> [!note]\n> ```\n> :::\n> ```\n> x\n"),
      ("- a\n\n  :::note\n  x\n  :::\n- b", "- a\n\n  > [!note]\n  > x\n  \n- b"),
    ])
  func isAnAside(_ text: String, _ obsidian: String) {
    expectSame(text, obsidian)
    #expect(document(text).nodes.contains { $0.kind == .aside })
  }

  @Test(arguments: [
    "```\n!!! note\n    x\n```", "    !!! note\n        x", "`!!! note`", "!!! Read this at once",
    "!!! note some words\n    x", "!!!",
    "!!! 100 %\n    x",
    "!!! note \"open\n    x", "<div>\n!!! note\n    x\n</div>", ":::note\nx", ":::tabs\nx\n:::",
    "::note\nx\n::",
    ":::note]x\n:::", "a !!! note", "~~~\n:::note\n:::\n~~~", "> a\n!!! note\n    x",
  ])
  func isNone(_ text: String) {
    #expect(!document(text).nodes.contains { $0.kind == .aside })
  }

  @Test func placesStayRight() {
    let marked = MarkedText(
      """
      !!! note "A 1️⃣[[b]]"
          see 2️⃣[[c|d]] and 3️⃣[e](f.md)

          - ??? tip

          !!! tip "x 4️⃣[[g]]"
              é 5️⃣[[h]]

      :::info[6️⃣[[i]]]
      7️⃣[[j]] and ` 8️⃣x`
      :::

      9️⃣[[k]]
      """)
    let parsed = document(marked.text)
    let expected = marked.positions.enumerated().filter { $0.offset != 7 }.map(\.element)
    #expect(parsed.links.map(\.position) == expected)
  }

  @Test func inStrictCommonMarkTheyAreText() {
    let strict = MarkdownOptions.strictCommonMark
    #expect(html("!!! note\n    x", strict) == "<p>!!! note\nx</p>\n")
    #expect(html(":::note\nx\n:::", strict) == "<p>:::note\nx\n:::</p>\n")
  }

  @Test func commentsInThemAreHidden() {
    for text in [
      "!!! note\n\n    %% secret %%\n\n    <!-- secret -->", ":::note\n%%\nsecret\n%%\n:::",
      "%%\n!!! note\n    secret\n%%",
      "%% secret\n:::note{%%}\nx\n:::\n",
      "!!! note\n    %%\n    secret\n    %%",
    ] {
      #expect(!html(text).contains("secret"), "\(text)")
    }
  }

  @Test func everyKindOfLineEndIsRead() {
    expectSame("!!! note\r\n    a\r\n\r\n    b", "> [!note]\n> a\n>\n> b")
    expectSame(":::note\ra\r:::\rb", "> [!note]\n> a\n\nb")
  }

  @Test func hostileOnesTakeNoTime() {
    let deep = (0..<200).map { String(repeating: "    ", count: $0) + "!!! note\n" }.joined()
    let texts = [
      deep, String(repeating: ":::note\n", count: 20_000), String(repeating: "!!! a\n\n", count: 20_000),
      String(repeating: "!!! note\n    x\n", count: 10_000),
      String(repeating: ":::note\n:::\n", count: 10_000),
      String(repeating: ":", count: 200_000) + "note",
      "> " + String(repeating: "> !!! note\n", count: 10_000),
    ]
    for text in texts { #expect(ContinuousClock().measure { _ = document(text) } < .seconds(20)) }
  }
}
