import Knowledge
import Templates

/// Whether what a page says is to be looked at again.
struct ShownReview: Sendable {
  let page: PageContext
  let review: Review

  static let record = RecordType<ShownReview>([
    .flag("is_due", "it is due on the day") { shown in
      shown.page.graph.day.map { shown.review.isDue(on: $0) } ?? false
    },
    .text("last", "when it was reviewed; nothing where nobody says so") { shown in
      (shown.review.last?.display(in: shown.page.readerWords))
    },
    .text("due", "when it is due, or has been since") { shown in
      shown.review.due.flatMap { EDTFDate(dayNumber: $0) }?.display(in: shown.page.readerWords)
    },
  ])
}

/// The latest source that a page names.
struct ShownYoungest: Sendable {
  let page: PageContext
  let source: EntityID
  let date: EDTFDate

  static let record = RecordType<ShownYoungest>([
    .record("link", "the source", of: ShownLink.record) { $0.page.link($0.source) },
    .text("date", "its date") { $0.date.display(in: $0.page.readerWords) },
    .text("age", "how old it is on the day, at least: \"3 years\"") { shown in
      guard let day = shown.page.graph.day, shown.date.latest <= day else { return nil }
      return Delay(from: shown.date.latest, to: day).display(in: shown.page.readerWords)
    },
  ])
}
