import Knowledge

/// What each source claims of one fact, and what figures say of it: numbers or dates on one scale, wordings beside it.
struct ClaimsPlot {
  struct Row {
    let label: String
    /// `nil` for a wording.
    let place: Place?
    let words: String
    let isFigure: Bool
    let href: String?
  }

  let page: PageContext
  let rows: [Row]
  let scale: Scale
  /// Whether it tells what is to be reached from what is counted.
  let isOfTarget: Bool

  /// A target with the figures that are held against it.
  init(page: PageContext, goal: Tracker.Goal) {
    self.page = page
    let spoken = page.readerWords
    let targets = goal.assertions.compactMap { assertion -> Row? in
      guard let value = assertion.value, let words = assertion.words(in: spoken) else { return nil }
      return Row(
        label: page.name(of: assertion.claim), place: Place(value), words: words, isFigure: false,
        href: (assertion.claim?.source).map { page.href(Target($0)) })
    }
    let figures = goal.figures.compactMap { reading -> Row? in
      guard let value = reading.value else { return nil }
      let days = reading.dates.map(\.date).unique.map { $0.display(in: spoken) }
      return Row(
        label: ([page.name(of: reading.claim)] + days).joined(separator: ", "), place: Place(value),
        words: value.display(in: spoken), isFigure: true, href: reading.edge.map { page.href($0.to) })
    }
    rows = targets + figures
    (scale, isOfTarget) = (.numbers, true)
  }

  init(page: PageContext, rows: [Row], scale: Scale) {
    (self.page, self.rows, self.scale, isOfTarget) = (page, rows, scale, false)
  }

  var picture: Picture {
    Picture(
      title: page.text("picture_claims_title"), sentence: sentence, remarks: remarks,
      wide: drawing(width: 640), narrow: drawing(width: Drawing.narrow))
  }

  /// How many there are, from which to which.
  var sentence: String {
    let placed = placed
    let key = scale == .days ? "picture_claims_days" : "picture_claims"
    let isSame = placed.first?.place.low == placed.last?.place.low
    return page.text(
      isSame ? key + "_same" : key,
      ["n": String(placed.count), "least": placed.first?.words ?? "", "most": placed.last?.words ?? ""])
  }

  var remarks: [String] {
    let inWords = rows.count - placed.count
    return inWords == 0 ? [] : [page.text("picture_claims_words", ["n": String(inWords)])]
  }

  /// What stands on the scale, from left to right.
  var placed: [(place: Place, words: String)] {
    rows.compactMap { row in row.place.map { (place: $0, words: row.words) } }
      .sorted { ($0.place.low, $0.place.high) < ($1.place.low, $1.place.high) }
  }
}

extension Tracker.Goal {
  /// Each claim of a figure once, though every claim of the target is held against it.
  var figures: [Reading] { (assertions.first?.readings ?? []).filter { $0.value != nil } }

  /// Whether two sources give numbers that can stand on one scale.
  var hasPlot: Bool {
    let claims = assertions.map { ($0.claim, $0.value) } + figures.map { ($0.claim, $0.value) }
    let numbers = claims.filter { $1?.magnitude != nil }
    let units = Set(numbers.map { [$1?.unit ?? "", $1?.currency ?? ""] })
    return units.count == 1 && Set(numbers.compactMap { $0.0?.source }).count > 1
  }
}
