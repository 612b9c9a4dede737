import Knowledge
import TestSite
import Testing

/// What an author wrote, and the form in which `remit fmt` writes it.
@Suite struct FrontMatterFormTests {
  @Test func anApostropheWithAMarkBehindItIsStillOne() async {
    let text = "title: \"a: \\\"b'\u{301}\\\"\"\n"
    await #expect(formatted(text) == text)
  }

  @Test func keysStandInTheOrderOfTheSchema() async {
    await #expect(
      formatted(
        """
        aliases: [Ridge walk]
        guide: {note: Old., source: map, is: anna}
        summary: A walk.
        length: {unit: km, value: 12}
        title: Ridge
        stages:
          - at: p. 2
            note: Steep.
            led_by: anna
            text: Up.
            id: up
            source: map
        """) == """
          title: Ridge
          summary: A walk.
          length: {value: 12, unit: km}
          guide: {is: anna, source: map, note: Old.}
          stages:
            - {id: up, text: Up., led_by: anna, source: map, at: p. 2, note: Steep.}
          aliases: [Ridge walk]

          """)
  }

  @Test func qualifiersStandInTheOrderOfTheSchema() async {
    await #expect(
      formatted(
        "title: Ridge\nkept_by:\n- source: map\n  since: \"2001\"\n  quote: we\n  role: lead\n  to: club\n")
        == "title: Ridge\nkept_by:\n  - {to: club, role: lead, since: 2001, source: map, quote: \"we\"}\n")
  }

  @Test func textsArePlainWhereEveryoneReadsThemAsTexts() async {
    await #expect(
      formatted(
        """
        title: "Ridge: up and down"
        summary: 'Over the "ridge" and on'
        number: "1.10"
        names: ["no", 'yes we can', "plain words", "a, b", "7 hills", "~", "# one", "it''s", 'it''s', "say \\"so\\"", "it's \\"so\\""]
        opened: "2021-06"
        """) == """
          title: "Ridge: up and down"
          summary: Over the "ridge" and on
          number: "1.10"
          names: ["no", yes we can, plain words, "a, b", 7 hills, "~", "# one", it''s, it's, say "so", it's "so"]
          opened: 2021-06

          """)
  }

  @Test func wordsOfASourceAreInQuotationMarks() async {
    await #expect(
      formatted("title: Ridge\nsummary: {is: A walk., source: map, quote: a walk, as_of: \"2001\"}\n")
        == "title: Ridge\nsummary: {is: A walk., source: map, quote: \"a walk\", as_of: 2001}\n")
  }

  @Test func whatFitsIsOnOneLine() async {
    let long = String(repeating: "very ", count: 20) + "long"
    await #expect(
      formatted(
        """
        title:
          is: Ridge
          source: map
        summary: {is: A walk that is \(long)., source: map}
        names:
        - One
        -   Two
        stages: [{text: Up.}, {text: \(long), note: It's \(long).}]
        aliases: [{name: A}]
        """) == """
          title: {is: Ridge, source: map}
          summary:
            is: A walk that is \(long).
            source: map
          names: [One, Two]
          stages:
            - text: Up.
            - text: \(long)
              note: It's \(long).
          aliases:
            - {name: A}

          """)
  }

  @Test func theLongFormOfAFactHasLinesOfItsOwn() async {
    await #expect(
      formatted("title: Ridge\nopened: {reason: Why., state: open, claims: [{source: map, is: 2001}]}\n")
        == "title: Ridge\nopened:\n  claims:\n    - {is: 2001, source: map}\n  state: open\n  reason: Why.\n")
  }

  @Test func textsOfSeveralLinesStayAsTheyAre() async {
    await #expect(
      formatted(
        """
        summary:   >-
            One
            line,

              and another.


        title:   Ridge of
            the north
        names:
         -   |2+
             x
            y

         - "one \\
               two"
        """) == """
          title: Ridge of
            the north
          summary: >-
            One
            line,

              and another.
          names:
            - |2+
                x
               y

            - "one \\
              two"

          """)
  }

  @Test func linesAreIndentedByTwoBlanks() async {
    await #expect(
      formatted(
        "title: Ridge\nstages:\n      -    id: up   \n           # Of the map.\n           text: Up.\n")
        == "title: Ridge\nstages:\n  - id: up\n    # Of the map.\n    text: Up.\n")
  }

  /// The front matter of a walk in the one form; with a fault, what is wrong instead.
  private func formatted(_ frontMatter: String) async -> String {
    let end = frontMatter.hasSuffix("\n") ? "" : "\n"
    return await FormattedText("---\n\(frontMatter)\(end)---\nText.\n").frontMatter
  }
}
