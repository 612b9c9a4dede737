import Knowledge
import TestSupport
import Testing

@Suite struct OutcomeTests {
  /// A target due in 2025 and a figure of a day in 2024.
  @Test(arguments: [
    ("1000 enterprises", "1,557 enterprises", Outcome.reached),
    ("= 1000", "1000", .reached), ("≥ 1000", "1000", .reached), ("> 1000", "1001", .reached),
    ("1000", "999", .belowSoFar), ("> 1000", "1000", .belowSoFar), ("≥ 85 %", "84.9 percent", .belowSoFar),
    ("≤ 50", "50", .withinSoFar), ("≤ 50", "50.1", .aboveSoFar), ("< 50", "50", .aboveSoFar),
    ("< 50", "49", .withinSoFar), ("≥ -3", "-4", .belowSoFar),
    // A figure that is a limit itself decides where all that it leaves possible does.
    ("1000", "at least 1000", .reached), ("1000", "at least 900", .figureLeavesOpen),
    ("1000", "less than 1000", .belowSoFar), ("1000", "at most 1000", .figureLeavesOpen),
    ("> 1000", "at most 1000", .belowSoFar), ("> 1000", "more than 1000", .reached),
    ("≤ 50", "less than 50", .withinSoFar), ("≤ 50", "at least 50", .figureLeavesOpen),
    ("< 50", "at least 50", .aboveSoFar), ("100 million", "several 100 million", .reached),
    ("200 million", "several 100 million", .figureLeavesOpen),
    // Scales, and wordings of one unit or currency, are the same.
    ("20 million yuan", "CNY 30 million", .reached), ("1.5 bn", "1,500 million", .reached),
    ("85 %", "90 per cent", .reached),
    // No number against a number.
    ("\"thousands\"", "1557", .targetInWords), ("several", "1557", .targetSeveral),
    ("several hundred", "1557", .targetSeveral), ("about 1000", "1557", .targetAbout),
    ("1000", "\"thousands\"", .figureInWords), ("1000", "several", .figureSeveral),
    ("1000", "about 5000", .figureAbout), ("\"thousands\"", "\"thousands\"", .targetInWords),
    // Not the same thing.
    ("1000 firms", "1557 enterprises", .unitsDiffer), ("85 %", "90 percentage points", .unitsDiffer),
    ("1000 firms", "1557", .unitMissing), ("1000", "1557 firms", .unitMissing),
    ("CNY 5", "USD 7", .currenciesDiffer), ("CNY 5", "7", .currencyMissing), ("5", "€7", .currencyMissing),
    ("CNY 5 per head", "CNY 7", .unitMissing), ("5 MW", "5 mW", .unitsDiffer), ("5 Mt", "9 mt", .unitsDiffer),
    ("1,5 Mio. EUR", "EUR 1.50 million", .reached),
    // The sign tells of no direction: a cut to reach, or a loss not to exceed.
    ("-55 %", "-60 %", .targetWithoutDirection), ("-55 %", "-40 %", .targetWithoutDirection),
    ("-55 %", "-55 %", .targetWithoutDirection), ("0 accidents", "5 accidents", .targetWithoutDirection),
    ("≤ -55 %", "-60 %", .withinSoFar), ("≤ -55 %", "-40 %", .aboveSoFar), ("≥ -55 %", "-40 %", .reached),
    ("+5 %", "6 %", .reached), ("+5 %", "-6 %", .belowSoFar),
  ])
  func whatAFigureSays(target: String, figure: String, outcome: Outcome) throws {
    let target = try DatedQuantity(quantity(target), dates: dates("2025"))
    let figure = try DatedQuantity(quantity(figure), dates: dates("2024-06-30"))
    #expect(Outcome(target, measuredBy: figure) == outcome)
  }

  /// A target of 100, and a limit of 100, with a figure below.
  @Test(arguments: [
    ("2025", "2024", Outcome.belowSoFar, Outcome.withinSoFar),
    ("2025", "2025-12-30", .belowSoFar, .withinSoFar),
    ("2025", "2025-12-31", .missed, .kept), ("2025", "2026", .missed, .kept),
    ("2025-06", "2025-07-01", .missed, .kept),
    // Of a year any day may be meant; of a period the end is.
    ("2025", "2025", .datesUnclear, .datesUnclear), ("2025-06-30", "2025-06", .datesUnclear, .datesUnclear),
    ("2025", "2025-01-01/2025-12-31", .missed, .kept), ("2021/2025", "2026", .missed, .kept),
    ("2021/2025", "2024", .belowSoFar, .withinSoFar), ("2025", "2024/..", .datesUnclear, .datesUnclear),
    ("../2025", "2026", .missed, .kept), ("2025", "2026/..", .missed, .kept),
    ("2025", "2026~", .datesUnclear, .datesUnclear), ("2025?", "2030", .datesUnclear, .datesUnclear),
    ("", "2024", .noDeadline, .noDeadline), ("2025/..", "2030", .noDeadline, .noDeadline),
    ("2025", "", .figureUndated, .figureUndated),
    // Where sources differ on a date, all must agree on the outcome.
    ("2025 2026", "2027", .missed, .kept), ("2025 2027", "2026", .datesUnclear, .datesUnclear),
    ("2025 2027", "2024", .belowSoFar, .withinSoFar), ("2025", "2024 2026", .datesUnclear, .datesUnclear),
  ])
  func whenItCounts(deadlines: String, asOf: String, target: Outcome, limit: Outcome) throws {
    let figure = try DatedQuantity(quantity("90"), dates: dates(asOf))
    let due = try dates(deadlines)
    #expect(try Outcome(DatedQuantity(quantity("100"), dates: due), measuredBy: figure) == target)
    #expect(try Outcome(DatedQuantity(quantity("≤ 100"), dates: due), measuredBy: figure) == limit)
  }

  @Test func aFigureAboveALimitIsTooMuchOnceItIsDue() throws {
    let target = try DatedQuantity(quantity("≤ 100"), dates: dates("2025"))
    let figure = try DatedQuantity(quantity("101"), dates: dates("2026"))
    #expect(Outcome(target, measuredBy: figure) == .exceeded)
  }

  @Test(arguments: [
    ("2025", "2026", Outcome.reachedLater), ("2025", "2025-12-31", .reached), ("2025", "", .reached),
  ])
  func whatIsReachedAfterTheDeadlineMayBeLate(deadline: String, asOf: String, outcome: Outcome) throws {
    let target = try DatedQuantity(quantity("100"), dates: dates(deadline))
    #expect(try Outcome(target, measuredBy: DatedQuantity(quantity("100"), dates: dates(asOf))) == outcome)
  }

  @Test(arguments: [
    ("-55 %", "-60 %", Outcome.targetWithoutDirection), ("-55 %", "-40 %", .targetWithoutDirection),
    ("-55 %", "-55 %", .reachedLater), ("0 t", "0 t", .reachedLater),
    ("0 t", "100 t", .targetWithoutDirection),
    ("≤ -55 %", "-60 %", .kept), ("≤ -55 %", "-40 %", .exceeded),
  ])
  func aCutIsJudgedWhereItsDirectionIsKnown(target: String, figure: String, outcome: Outcome) throws {
    let target = try DatedQuantity(quantity(target), dates: dates("2030"))
    #expect(try Outcome(target, measuredBy: DatedQuantity(quantity(figure), dates: dates("2031"))) == outcome)
  }

  @Test func withoutAFigureNothingIsDetermined() throws {
    #expect(try Outcome(DatedQuantity(quantity("100")), measuredBy: nil) == .noFigure)
    #expect(Outcome(DatedQuantity(Quantity(words: "many")), measuredBy: nil) == .targetInWords)
  }

  @Test func anotherScopeIsAnotherFact() throws {
    let east = try Quantity.make(from: Quantity.Fields(value: "5", scope: "East")).get()
    let plain = try quantity("5")
    func outcome(_ a: DatedQuantity, _ b: DatedQuantity) -> Outcome { Outcome(a, measuredBy: b) }
    #expect(outcome(DatedQuantity(east), DatedQuantity(plain)) == .scopesDiffer)
    #expect(outcome(DatedQuantity(plain), DatedQuantity(plain, scope: "east")) == .scopesDiffer)
    #expect(outcome(DatedQuantity(east), DatedQuantity(plain, scope: " east ")) == .reached)
    #expect(outcome(DatedQuantity(east), DatedQuantity(plain, scope: "EAST")) == .reached)
    #expect(outcome(DatedQuantity(east, scope: "east"), DatedQuantity(east)) == .reached)
  }

  @Test func onlyCertainOutcomesDecide() {
    let decided = Outcome.allCases.filter { $0.verdict != .undetermined }
    #expect(Set(decided) == [.reached, .reachedLater, .kept, .missed, .exceeded])
  }

  /// A verdict on a target and one on the limit of the same number can't both hold, but on the number itself.
  @Test func anyTwoQuantities() throws {
    var generator = SeededGenerator(seed: 7)
    let due = try dates("2025")
    let later = try dates("2026")
    for _ in 0..<3000 {
      let number = try quantity(String(Int.random(in: 0...40, using: &generator)))
      let figure = try quantity(QuantityParsingTests.anyQuantity(&generator))
      let limit = try quantity("≤ \(number)")
      let over = try quantity("> \(number)")
      func verdict(_ target: Quantity) -> Outcome.Verdict {
        Outcome(DatedQuantity(target, dates: due), measuredBy: DatedQuantity(figure, dates: later)).verdict
      }
      let context = Comment(rawValue: "\(figure) for \(number)")
      switch verdict(over) {
      case .met: #expect(verdict(limit) == .notMet, context)
      case .notMet: #expect(verdict(limit) == .met, context)
      case .undetermined: #expect(verdict(limit) == .undetermined, context)
      }
    }
  }

  private func quantity(_ text: String) throws -> Quantity { try Quantity.parse(text).get() }

  /// Several dates with blanks between.
  private func dates(_ text: String) throws -> [EDTFDate] {
    try text.split(separator: " ").map { try EDTFDate.parse(String($0)).get() }
  }
}
