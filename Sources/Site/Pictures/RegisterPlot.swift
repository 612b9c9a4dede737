import Knowledge
import Templates

extension ClaimsPlot {
  /// Claims beyond these nobody tells apart in a row.
  private static let mostClaims = 12

  /// What is claimed in a disagreement: as on the page of its entity where a tracker has a picture for that, with the figures
  /// that are held against it; else its claims alone, where two of them can stand on one scale.
  init?(of discrepancy: Discrepancy, on page: PageContext) {
    let claims = discrepancy.claims
    guard claims.count <= Self.mostClaims else { return nil }
    if let goal = Self.goal(of: discrepancy, on: page) {
      self.init(page: page, goal: goal)
      return
    }
    guard let scale = Self.scale(of: claims.flatMap(\.value.items)) else { return nil }
    self.init(page: page, rows: claims.flatMap { Row.all(of: $0, on: page) }, scale: scale)
  }

  /// `nil` where no two can stand on one: a number in another unit or of another part of the world is no other place.
  private static func scale(of values: [FieldValue]) -> Scale? {
    let dates = values.count { value in if case .date = value { true } else { false } }
    if dates > 1, dates == values.count { return .days }
    let quantities = values.compactMap { value in if case .quantity(let value) = value { value } else { nil }
    }
    let numbers = quantities.filter { $0.magnitude != nil }
    guard numbers.count > 1, quantities.count == values.count else { return nil }
    let isOneScale = numbers.allSatisfy { one in numbers.allSatisfy { one.isMeasured(as: $0) } }
    return isOneScale ? .numbers : nil
  }

  private static func goal(of discrepancy: Discrepancy, on page: PageContext) -> Tracker.Goal? {
    guard let place = discrepancy.place, place.subfield == nil else { return nil }
    let trackers = page.site.views.declared.lazy.compactMap { $0.view as? TrackerView }
    guard let view = trackers.first(where: { $0.kind == place.field.kind && $0.value == place.field.index })
    else { return nil }
    return Tracker(view, [discrepancy.entity], in: page.graph).goals.first { $0.hasPlot }
  }
}

extension Register {
  /// A page has no more of them, and folds them if it has more than a few.
  static let mostPlots = 12
  static let mostOpenPlots = 3
}

/// The plot of a row, small enough for any screen.
struct ShownPlot: Sendable {
  /// Of what it is.
  let title: String
  let plot: ClaimsPlot
  let isFolded: Bool

  static let record: RecordType<ShownPlot> = RecordType([
    .text("sentence", "what is to be seen, with numbers from the data") { $0.plot.sentence },
    .texts("remarks", "what else has to be said of it") { $0.plot.remarks },
    .flag("is_folded", "the page has many") { $0.isFolded },
    .markup("drawing", "the drawing as SVG") { shown in
      let drawing = shown.plot.drawing(width: Drawing.narrow)
      let (title, language) = (shown.title, shown.plot.page.language)
      return Array(PictureMarkup.inline(drawing, title: title, as: "plot", language: language).utf8)
    },
  ])
}
