/// What one figure says of one claim of a target: the verdict with its reason.
///
/// Only what is certain decides. Words never equal a number, nothing is converted, and a date counts with all the
/// days that it may mean.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
  // Met
  /// The figure is as much as the target asks for.
  case reached
  /// It is so, but it's from after the deadline: whether the target was reached in time isn't said.
  case reachedLater = "reached-later"
  /// The target is a limit, and the figure within it on the deadline's last day or later.
  case kept

  // Not met, on the deadline's last day or later
  case missed
  case exceeded

  // Undetermined: the deadline's last day is yet to come for the figure
  case belowSoFar = "below-so-far"
  case withinSoFar = "within-so-far"
  case aboveSoFar = "above-so-far"

  // Undetermined: when is unclear
  case noDeadline = "no-deadline"
  case figureUndated = "figure-undated"
  /// The figure may be from before the deadline's last day or from later.
  case datesUnclear = "dates-unclear"

  // Undetermined: no number against a number
  case noValue = "no-value"
  case noFigure = "no-figure"
  case figureWithoutValue = "figure-without-value"
  case targetInWords = "target-in-words"
  case targetSeveral = "target-several"
  case targetAbout = "target-about"
  /// A target of zero or less has no operator, and a figure on one side of it could be meant or not.
  case targetWithoutDirection = "target-without-direction"
  case figureInWords = "figure-in-words"
  case figureSeveral = "figure-several"
  case figureAbout = "figure-about"

  // Undetermined: not the same thing
  case scopesDiffer = "scopes-differ"
  case currenciesDiffer = "currencies-differ"
  case currencyMissing = "currency-missing"
  case unitsDiffer = "units-differ"
  case unitMissing = "unit-missing"
  /// The figure is itself a limit, such as "at least 900" for a target of 1,000.
  case figureLeavesOpen = "figure-leaves-open"

  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case met
    case notMet = "not-met"
    case undetermined
  }

  package var verdict: Verdict {
    switch self {
    case .reached, .reachedLater, .kept: .met
    case .missed, .exceeded: .notMet
    default: .undetermined
    }
  }
}

/// A quantity as a source claims it, with the dates that belong to it: a target's deadlines, or those of which a
/// figure is. There are several dates where sources differ; then all of them must agree on the outcome.
package struct DatedQuantity: Hashable, Sendable {
  package var value: Quantity
  /// The claim's scope, beside the one that the quantity itself may have.
  package var scope: String?
  package var dates: [EDTFDate]

  package init(_ value: Quantity, scope: String? = nil, dates: [EDTFDate] = []) {
    self.value = value
    self.scope = scope
    self.dates = dates
  }

  fileprivate var scopes: Set<String> {
    Set([scope, value.scope].compactMap { $0.map(QuantityText.folded) })
  }
}

extension Outcome {
  /// - Parameters:
  ///   - target: with its deadlines as dates.
  ///   - figure: with the dates of which it is; `nil` where there is none.
  package init(_ target: DatedQuantity, measuredBy figure: DatedQuantity?) {
    if let obstacle = Self.obstacle(inTarget: target.value) {
      self = obstacle
    } else if let figure {
      self =
        Self.obstacle(inFigure: figure.value) ?? Self.mismatch(target, figure)
        ?? Self.compared(target, figure)
    } else {
      self = .noFigure
    }
  }

  private static func obstacle(inTarget value: Quantity) -> Outcome? {
    switch value.op {
    case .words: .targetInWords
    case .several: .targetSeveral
    case .about: .targetAbout
    case .equal, .greater, .atLeast, .less, .atMost: nil
    }
  }

  private static func obstacle(inFigure value: Quantity) -> Outcome? {
    switch value.op {
    case .words: .figureInWords
    case .about: .figureAbout
    case .several where value.magnitude == nil: .figureSeveral
    case .equal, .greater, .atLeast, .less, .atMost, .several: nil
    }
  }

  private static func mismatch(_ target: DatedQuantity, _ figure: DatedQuantity) -> Outcome? {
    if target.scopes != figure.scopes { return .scopesDiffer }
    let currencies = (target.value.currencyCode, figure.value.currencyCode)
    if currencies.0 != currencies.1 {
      return currencies.0 == nil || currencies.1 == nil ? .currencyMissing : .currenciesDiffer
    }
    let units = (target.value.unitKey, figure.value.unitKey)
    if units.0 != units.1 { return units.0 == nil || units.1 == nil ? .unitMissing : .unitsDiffer }
    return nil
  }

  private static func compared(_ target: DatedQuantity, _ figure: DatedQuantity) -> Outcome {
    func isCertainly(_ comparison: Comparison) -> Bool {
      figure.value.isCertainly(comparison, target.value)
    }
    let timing = Timing(of: figure.dates, deadlines: target.dates)
    switch target.value.op {
    case .equal where !isPositive(target.value):
      // "-55 %" may be a cut to reach or a loss not to exceed. What holds either way is certain.
      let (reached, kept) = (
        outcome(ofLeast: false, timing, isCertainly), outcome(ofLimit: false, timing, isCertainly)
      )
      return reached.verdict == kept.verdict && reached.verdict != .undetermined
        ? reached : .targetWithoutDirection
    case .less, .atMost: return outcome(ofLimit: target.value.op == .less, timing, isCertainly)
    default: return outcome(ofLeast: target.value.op == .greater, timing, isCertainly)
    }
  }

  private static func isPositive(_ value: Quantity) -> Bool {
    value.magnitude.map { $0 > DecimalNumber(0) } ?? false
  }

  /// - Parameter isStrict: whether the limit itself is too much.
  private static func outcome(
    ofLimit isStrict: Bool, _ timing: Timing, _ isCertainly: (Comparison) -> Bool
  ) -> Outcome {
    if isCertainly(isStrict ? .less : .lessOrEqual) {
      return timing.outcome(due: .kept, else: .withinSoFar)
    }
    if isCertainly(isStrict ? .greaterOrEqual : .greater) {
      return timing.outcome(due: .exceeded, else: .aboveSoFar)
    }
    return .figureLeavesOpen
  }

  /// - Parameter isStrict: whether the target itself is too little.
  private static func outcome(
    ofLeast isStrict: Bool, _ timing: Timing, _ isCertainly: (Comparison) -> Bool
  ) -> Outcome {
    if isCertainly(isStrict ? .greater : .greaterOrEqual) {
      return timing == .later ? .reachedLater : .reached
    }
    if isCertainly(isStrict ? .lessOrEqual : .less) {
      return timing.outcome(due: .missed, else: .belowSoFar)
    }
    return .figureLeavesOpen
  }
}

/// How a figure's dates stand to the last days of deadlines.
private enum Timing {
  case before, onLastDay, later, unclear, undated, withoutDeadline

  init(of dates: [EDTFDate], deadlines: [EDTFDate]) {
    let pairs = deadlines.map(\.end).filter { $0.latest != .max }.flatMap { deadline in
      dates.map { (date: $0.end, deadline: deadline) }
    }
    let isVague = pairs.contains { pair in
      [pair.date, pair.deadline].contains { $0.isApproximate || $0.isUncertain }
    }
    self =
      if !deadlines.contains(where: { $0.latest != .max }) {
        .withoutDeadline
      } else if dates.isEmpty {
        .undated
      } else if isVague {
        .unclear
      } else if pairs.allSatisfy({ $0.date.earliest > $0.deadline.latest }) {
        .later
      } else if pairs.allSatisfy({ $0.date.earliest >= $0.deadline.latest }) {
        .onLastDay
      } else if pairs.allSatisfy({ $0.date.latest < $0.deadline.latest }) {
        .before
      } else {
        .unclear
      }
  }

  func outcome(due: Outcome, else early: Outcome) -> Outcome {
    switch self {
    case .onLastDay, .later: due
    case .before: early
    case .unclear: .datesUnclear
    case .undated: .figureUndated
    case .withoutDeadline: .noDeadline
    }
  }
}
