import Knowledge
import TestSupport
import Testing

@Suite struct EDTFDatePropertyTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func anyTwoDates(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let a = try anyDate(&generator)
      let b = try anyDate(&generator)
      #expect(try EDTFDate.parse(a.description).get() == a)
      #expect(a.earliest <= a.latest)
      #expect(a.contains(a) && a.agrees(with: a))
      #expect(a.agrees(with: b) == b.agrees(with: a))
      #expect(!a.contains(b) || a.agrees(with: b))
      let context = Comment(rawValue: "\(a) and \(b)")
      #expect(a.satisfies(.less, b) == b.satisfies(.greater, a), context)
      #expect(!a.satisfies(.less, b) || a.satisfies(.lessOrEqual, b) && !a.agrees(with: b), context)
      let isBetween = a.satisfies(.lessOrEqual, b) && a.satisfies(.greaterOrEqual, b)
      #expect(a.satisfies(.equal, b) == isBetween, context)
      #expect(a.satisfies(.equal, b) != a.satisfies(.notEqual, b), context)
      #expect(!(EDTFDate.sortsByEarliest(a, b) && EDTFDate.sortsByEarliest(b, a)), context)
    }
  }

  /// Within ten years, so that dates often touch one another.
  private func anyDate(_ generator: inout SeededGenerator) throws -> EDTFDate {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return try EDTFDate.parse(anyPoint(&generator) + "/..").get()
    case 1: return try EDTFDate.parse("../" + anyPoint(&generator)).get()
    case 2, 3:
      let points = [anyPoint(&generator), anyPoint(&generator)]
      let ordered = try points.sorted {
        try EDTFDate.sortsByEarliest(EDTFDate.parse($0).get(), EDTFDate.parse($1).get())
      }
      return try EDTFDate.parse(ordered.joined(separator: "/")).get()
    default: return try EDTFDate.parse(anyPoint(&generator)).get()
    }
  }

  private func anyPoint(_ generator: inout SeededGenerator) -> String {
    var text = String(Int.random(in: 2016...2025, using: &generator))
    for limit in [12, 28].prefix(Int.random(in: 0...2, using: &generator)) {
      let number = Int.random(in: 1...limit, using: &generator)
      text += number < 10 ? "-0\(number)" : "-\(number)"
    }
    return text + (["", "", "", "~", "?", "%"].randomElement(using: &generator) ?? "")
  }
}
