import Folding
import TestSupport
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("ẞ", "ss"), ("ǰ", "J\u{30C}"), ("Ⅳ", "iv"), ("𝐀", "a"), ("①", "1"), ("㎏", "kg"),
    ("ﷺ", "صلى الله عليه وسلم"),
    ("ｶﾞ", "ガ"), ("한", "\u{1112}\u{1161}\u{11AB}"), ("\u{F900}", "豈"), ("İ", "I\u{307}"), ("a\u{AD}b", "ab"),
    (" a\u{3000}b ", "A b"), ("\u{1F170}\u{200D}", "\u{1F170}"), ("“a”", "\"a\""), ("ﬀ", "FF"),
  ])
  func areSame(_ a: String, _ b: String) {
    #expect(a.foldedName == b.foldedName)
  }

  @Test(arguments: [("¨", " "), ("é", "e"), ("a b", "ab"), ("ab", "abc"), ("Ø", "O"), ("æ", "ae")])
  func areNot(_ a: String, _ b: String) {
    #expect(a.foldedName != b.foldedName)
  }

  /// A plain name is returned as it is, without a copy; the same must come of it the long way.
  @Test func foldingTwiceChangesNothing() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("aZ 9-'\"\u{A0}\u{301}\u{FE0F}éßİıΣς²ﬁＡ⽅—…工한\u{1100}\u{1161}")
    for _ in 0..<2_000 {
      let name = String(
        (0..<Int.random(in: 0...8, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" }
      )
      let folded = name.foldedName
      #expect(folded.foldedName == folded, "\(name.unicodeScalars.map(\.value))")
      #expect(
        name.uppercased().foldedName == name.lowercased().foldedName || name.contains { "İı²ﬁ".contains($0) })
    }
  }

  @Test func headingsAreTheirWords() {
    #expect("⚙\u{FE0F} Set-up: 2nd".foldedHeading == "set up 2nd")
    #expect("नमस्ते!".foldedHeading == "नमस्ते")
  }

  @Test(arguments: ["#", "|", "@", ":", "/", ".", "=", "?"] as [Unicode.Scalar])
  func signsAreFoundWhateverFollowsThem(_ sign: Unicode.Scalar) {
    for mark in ["", "\u{301}", "\u{FE0F}", "\u{200D}", "\u{20E3}"] {
      let text = "a\(sign)\(mark)b"
      #expect(
        text.parts(at: sign).map { $0.unicodeScalars.first } == ["a", mark.unicodeScalars.first ?? "b"])
      #expect(text.divided(at: sign)?.before == "a")
      #expect(text.divided(atLast: sign)?.before == "a")
      #expect(text.contains(sign: sign))
      #expect("\(sign)\(mark)b".begins(with: String(sign)))
    }
  }

  @Test func emptyPartsAreKeptOrNot() {
    #expect("/a//b".parts(at: "/") == ["", "a", "", "b"])
    #expect("/a//b/".parts(at: "/", omittingEmpty: true) == ["a", "b"])
    #expect("a#b#c".parts(at: "#", maxSplits: 1) == ["a", "b#c"])
    #expect("".parts(at: "/") == [""])
  }
}
