import Knowledge

extension ClaimsPlot {
  /// Where a claim stands on the scale. A wording has no place there.
  struct Place {
    /// The same twice for a number or a day; the first and the last day of a month, a year or a period.
    let low: Double
    let high: Double
    var isLower = false
    var isUpper = false
    var isVague = false
    /// Whether it lasts from its first day to its last, and is not a day between the two.
    var isPeriod = false

    var isPoint: Bool { low == high }
  }

  /// What the places are counted in.
  enum Scale {
    case numbers, days
  }
}

extension ClaimsPlot.Place {
  /// Enough for a place on a screen.
  init?(_ value: Quantity) {
    guard let number = value.magnitude else { return nil }
    var result = Double(number.significand)
    for _ in 0..<min(abs(number.exponent), 40) { result = number.exponent < 0 ? result / 10 : result * 10 }
    (low, high) = (result, result)
    isLower = value.op == .greater || value.op == .atLeast
    isUpper = value.op == .less || value.op == .atMost
    isVague = value.op == .about || value.op == .several
  }

  /// What is open on one side is a period without that end.
  init?(_ date: EDTFDate) {
    let ends = [date.earliest, date.latest].filter { $0 != .min && $0 != .max }
    guard let first = ends.first, let last = ends.last else { return nil }
    (low, high) = (Double(first), Double(last))
    (isLower, isUpper) = (date.latest == .max, date.earliest == .min)
    isVague = date.isVague
    if case .interval = date.extent { isPeriod = ends.count == 2 }
  }
}

extension ClaimsPlot.Row {
  /// What one claim says of it, value by value; nothing of what is neither a number nor a date.
  static func all(of claim: Claim, on page: PageContext) -> [ClaimsPlot.Row] {
    let label = page.name(of: claim)
    let scope = claim.provenance.scope.map { " (\($0))" } ?? ""
    let href = claim.source.map { page.href(Target($0)) }
    return claim.value.items.compactMap { item in
      let said: (place: ClaimsPlot.Place?, words: String)
      switch item {
      case .quantity(let value):
        said = (ClaimsPlot.Place(value), value.display(in: page.readerWords))
      case .date(let date): said = (ClaimsPlot.Place(date), date.display(in: page.readerWords))
      default: return nil
      }
      return ClaimsPlot.Row(
        label: label, place: said.place, words: said.words + scope, isFigure: false, href: href)
    }
  }
}

extension PageContext {
  /// Who says it, in short.
  func name(of claim: Claim?) -> String {
    (claim?.source).map { graph.shortTitle(of: $0) } ?? text("register_without_source")
  }
}
