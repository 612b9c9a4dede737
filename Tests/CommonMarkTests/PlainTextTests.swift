import Testing

@testable import CommonMark

@Suite struct PlainTextTests {
  @Test func firstParagraph() {
    let parsed = document(
      "# T\n\n> q\n\n- l\n\nThe *first* `one`\nof [[x|two]] [@s, p. 2][^1] ![i](j).\n\nb\n\n[^1]: n")
    #expect(parsed.firstParagraph == "The first one of two i.")
    #expect(document("# T").firstParagraph == nil)
  }

  @Test func aResolverNamesLinksWithoutText() {
    let parsed = document("see [[m/3]] and [[m/4|four]]")
    #expect(parsed.plainText(of: 0) == "see m/3 and four")
    #expect(parsed.plainText(of: 0) { _ in "Measure 3" } == "see Measure 3 and four")
  }

  @Test(arguments: [
    ("One. Two *with* [[L]] in it! Three.", "Two with ", " in it!"),
    (
      "See e.g. No. 2, p. 3 of [[L]], vs. J. Smith, approx. 5. Then.", "See e.g. No. 2, p. 3 of ",
      ", vs. J. Smith, approx. 5."
    ),
    ("The answer is no. Then [[L]]", "Then ", ""),
    ("第一句。第二句有[[L]]在其中！第三句。", "第二句有", "在其中！"),
    ("He said \"so.\" But [[L]]? Yes", "But ", "?"),
    ("- a\n- b [[L]]\n- c", "b ", ""),
    ("a 3.5 b [[L]] c", "a 3.5 b ", " c"),
    ("wrapped\nline [[L]] and\nmore. X", "wrapped line ", " and more."),
  ])
  func sentences(_ text: String, _ before: String, _ after: String) throws {
    let parsed = document(text)
    let sentence = parsed.sentence(around: try #require(parsed.links.first))
    #expect(sentence == LinkedSentence(before: before, link: "L", after: after))
  }

  @Test func longOnesAreClippedAtAWord() throws {
    let words = String(repeating: "word ", count: 500)
    let parsed = document(words + "[[L]] " + words)
    let sentence = parsed.sentence(around: try #require(parsed.links.first))
    #expect(sentence.before.hasPrefix("…word "))
    #expect(sentence.after.hasSuffix(" word…"))
    #expect((120...165).contains(sentence.before.count) && (120...165).contains(sentence.after.count))

    let han = String(repeating: "制造业", count: 500)
    let chinese = document(han + "[[L]]" + han)
    let clipped = chinese.sentence(around: try #require(chinese.links.first))
    #expect(clipped.before.count == 161 && clipped.after.count == 161)
  }

  @Test func aCitationShowsItsLabel() throws {
    let parsed = document("It is so [@s, p. 2].")
    let sentence = parsed.sentence(around: try #require(parsed.links.first)) { _ in "Opinions" }
    #expect(sentence == LinkedSentence(before: "It is so ", link: "Opinions, p. 2", after: "."))
  }
}
