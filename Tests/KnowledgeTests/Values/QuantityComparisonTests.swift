import Knowledge
import TestSupport
import Testing

@Suite struct QuantityComparisonTests {
  @Test(arguments: [
    ("1000", "1,000", true), ("43.5 billion", "43500000000", true), ("20 bn", "20 billion", true),
    ("85%", "85 percent", true), ("85 %", "85 per cent", true), ("85", "85 %", true),
    ("RMB 20bn", "CNY 20 billion", true), ("20 million yuan", "CNY 20 million", true),
    ("2亿元", "CNY 200 million", true),
    ("≥ 85", "at least 85", true), ("several", "\"Several\"", true),
    ("\"a large  number\"", "\"A large number\"", true),
    ("several 100 million", "several hundred million", true),
    ("1.10", "1.1", true), ("1,5 Mio. EUR", "EUR 1.5 million", true), ("5 MW", "5 mW", false),
    ("1000", "1001", false),
    ("10,000 enterprises", "10,000 parks", false), ("85 %", "85 percentage points", false),
    ("1000", "\"thousands\"", false), ("1000", "\"1000\"", false), ("several", "several 100", false),
    ("\"thousands\"", "\"hundreds\"", false), ("CNY 5", "USD 5", false), ("CNY 5", "¥5", true),
    ("JPY 5", "¥5", false),
  ])
  func agreement(a: String, b: String, agree: Bool) throws {
    #expect(try quantity(a).agrees(with: quantity(b)) == agree)
    #expect(try quantity(b).agrees(with: quantity(a)) == agree)
  }

  /// What may both be true, by the numbers that each leaves possible.
  @Test(arguments: [
    ("> 140", "> 125", true), ("≥ 140", "> 125", true), ("≥ 140", "≥ 140", true), ("< 5", "≤ 3", true),
    ("> 140", "150", true), ("≥ 85", "85", true), ("> 85", "≥ 85", true), ("≤ 10", "10", true),
    ("< 10", "9", true),
    ("> 140", "140", false), ("≥ 140", "139", false), ("< 10", "10", false), ("≤ 10", "11", false),
    ("≥ 10", "≤ 10", true), ("> 10", "≤ 10", false), ("≥ 10", "< 10", false), ("> 10", "< 10", false),
    ("≥ 10", "≤ 20", true), ("≥ 20", "≤ 10", false), ("> 9", "< 11", true),
    ("about 60", "60", true), ("about 60", "about 60", true), ("about 60", "61", false),
    ("about 60", "> 60", true),
    ("about 60", "≥ 60", true), ("about 60", "< 60", true), ("about 60", "> 70", false),
    ("about 60", "about 70", false),
    ("several hundred", "300", true), ("several hundred", "90", false), ("several hundred", "≤ 100", false),
    ("several hundred", "> 1000", true), ("several", "\"several\"", true), ("several", "5", false),
    ("\"many\"", "> 5", false), ("\"many\"", "\"Many\"", true), ("> 5 MW", "> 3 mW", false),
    ("> 5 firms", "> 3 firms", true), ("> 5 firms", "> 3 parks", false), ("> EUR 5", "> 3", true),
  ])
  func bothMayBeTrue(a: String, b: String, agree: Bool) throws {
    #expect(try quantity(a).agrees(with: quantity(b)) == agree)
    #expect(try quantity(b).agrees(with: quantity(a)) == agree)
  }

  /// Held side by side, two wordings differ though both may be true.
  @Test func sayingTheSameIsMoreThanAgreeing() throws {
    #expect(try !quantity("> 140").saysTheSame(as: quantity("> 125")))
    #expect(try !quantity("≥ 85").saysTheSame(as: quantity("85")))
    #expect(try quantity("≥ 85.0").saysTheSame(as: quantity("at least 85 %")))
  }

  @Test func oneMeaningHoweverWritten() throws {
    #expect(try quantity("EUR 1.50 million").meaning == quantity("1,5 Mio. Euro").meaning)
    #expect(try quantity("5 MW").meaning != quantity("5 mW").meaning)
  }

  @Test func anotherCurrencyOrScopeIsAnotherFact() throws {
    #expect(try !quantity("CNY 5").isComparable(with: quantity("USD 7")))
    #expect(try quantity("CNY 5").isComparable(with: quantity("RMB 7")))
    #expect(try quantity("CNY 5").isComparable(with: quantity("7")))
    let fields = Quantity.Fields(value: "5", scope: "The East")
    let east = try Quantity.make(from: fields).get()
    let alsoEast = try Quantity.make(from: Quantity.Fields(value: "7", scope: "the  east")).get()
    #expect(try !east.isComparable(with: quantity("5")) && !east.agrees(with: quantity("5")))
    #expect(east.isComparable(with: alsoEast) && !east.agrees(with: alsoEast))
  }

  @Test(arguments: [
    ("1000", Comparison.greaterOrEqual, "1000", true), ("1,557 firms", .greater, "1000", true),
    ("CNY 43.5 billion", .greater, "1000000", true), ("CNY 43.5 billion", .greater, "USD 1", false),
    ("85 %", .greater, "50 parks", false), ("85 %", .greater, "50 percent", true),
    ("at least 85 %", .greaterOrEqual, "85", true), ("at least 85 %", .greater, "84", true),
    ("at least 85 %", .greater, "85", false), ("at least 85 %", .lessOrEqual, "90", false),
    ("more than 5", .greater, "5", true), ("more than 5", .greater, "6", false),
    ("less than 5", .less, "5", true), ("at most 3", .less, "5", true), ("at most 3", .less, "3", false),
    ("at most 3", .lessOrEqual, "3", true), ("at most 3", .greaterOrEqual, "1", false),
    ("about 60", .lessOrEqual, "60", true), ("several 100 million", .greater, "100000000", true),
    ("several 100 million", .less, "9 billion", false), ("several", .greater, "1", false),
    ("\"thousands\"", .greaterOrEqual, "1", false), ("\"thousands\"", .lessOrEqual, "9999999", false),
    ("1000", .greaterOrEqual, "\"thousands\"", false),
    ("1,000 firms", .equal, "1000", true), ("1000", .equal, "1001", false), ("≥ 5", .equal, "5", false),
    ("\"thousands\"", .equal, "\"Thousands\"", true), ("\"thousands\"", .notEqual, "1000", true),
    ("1000", .notEqual, "1000", false),
  ])
  func queries(fact: String, comparison: Comparison, query: String, matches: Bool) throws {
    #expect(try quantity(fact).satisfies(comparison, quantity(query)) == matches)
  }

  @Test func anyTwoQuantities() throws {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<3000 {
      let a = try quantity(QuantityParsingTests.anyQuantity(&generator))
      let b = try quantity(QuantityParsingTests.anyQuantity(&generator))
      let context = Comment(rawValue: "\(a) and \(b)")
      #expect(a.agrees(with: a), context)
      #expect(a.agrees(with: b) == b.agrees(with: a), context)
      #expect(a.isComparable(with: b) == b.isComparable(with: a), context)
      #expect(!a.agrees(with: b) || a.isComparable(with: b), context)
      #expect(!(a.satisfies(.less, b) && a.satisfies(.greaterOrEqual, b)), context)
      #expect(!a.satisfies(.greater, b) || a.satisfies(.greaterOrEqual, b), context)
      #expect(a.satisfies(.equal, b) != a.satisfies(.notEqual, b), context)
      #expect(!a.agrees(with: Quantity(words: a.description)), context)
    }
  }

  private func quantity(_ text: String) throws -> Quantity { try Quantity.parse(text).get() }
}
