import Knowledge

extension TimelinePicture {
  /// How a date is drawn.
  enum Sign: Hashable {
    case day
    /// A day of which only the month or the year is known. It is no time that lasts.
    case somewhen
    /// From one date to another.
    case period
    /// Several in one month or year.
    case sum
    /// Of a day or a period, and of a day that isn't known.
    case vague, vagueWhisker
    case differs

    init(_ date: EDTFDate) {
      self = date.earliest == date.latest ? .day : date.isPeriod ? .period : .somewhen
    }
  }

  func signs(of mark: TimelineMarks.Mark) -> [Sign] {
    guard case .event(let event) = mark else { return [.sum] }
    let sign = Sign(event.date)
    let vague: [Sign] = isVague(event) ? [sign == .somewhen ? .vagueWhisker : .vague] : []
    return [sign] + vague + (event.isDisputed ? [.differs] : [])
  }

  /// A thin line with an end at either side, which nobody takes for a bar.
  static func whisker(_ days: Range<Int>, y: Int, isVague: Bool) -> [Drawing.Item] {
    let (left, right) = (days.lowerBound + 1, days.upperBound - 1)
    let line = Drawing.Item(isVague ? .vagueWhisker : .whisker, .line(x1: left, y1: y, x2: right, y2: y))
    let ends = [left, right].map { Drawing.Item(.whisker, .line(x1: $0, y1: y - 5, x2: $0, y2: y + 5)) }
    return [line] + ends
  }

  /// What those signs mean that are drawn.
  func key(_ signs: Set<Sign>) -> [PictureKey.Entry] {
    let dot = Drawing.Shape.dot(x: 8, y: 8, radius: 5)
    var all: [(sign: Sign, entry: PictureKey.Entry)] = [
      (.day, PictureKey.Entry(.mark, dot, page.text("picture_day"))),
      (
        .somewhen,
        PictureKey.Entry(Self.whisker(0..<17, y: 8, isVague: false), page.text("picture_somewhen"))
      ),
      (.period, PictureKey.Entry(.mark, .box(x: 0, y: 5, width: 16, height: 6), page.text("picture_period"))),
      (.sum, PictureKey.Entry(.bar, .dot(x: 8, y: 8, radius: 8), page.text("picture_several"))),
      (.vague, PictureKey.Entry(.hollow, dot, page.text("picture_hollow"))),
    ]
    let dashed = Self.whisker(0..<17, y: 8, isVague: true)
    all += [
      (.vagueWhisker, PictureKey.Entry(dashed, page.text("picture_dashed"))),
      (.differs, PictureKey.Entry(.strong, .text("≠", x: 8, y: 13, .middle), page.text("timeline_differs"))),
    ]
    return all.filter { signs.contains($0.sign) }.map(\.entry)
  }
}
