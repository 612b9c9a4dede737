import Knowledge
import Templates

/// One of the pages of a part.
struct ShownViewTurn: Sendable {
  let page: PageContext
  let view: ViewPage
  /// The number of the page that is shown.
  let current: Int

  static let record = RecordType<ShownViewTurn>([
    .number("number", "of the page, from 1") { $0.view.part.number },
    .text("href", "its address") { $0.page.root + Routes.encode($0.view.path) },
    .flag("is_current", "it is this page") { $0.view.part.number == $0.current },
    .flag("is_after_gap", "pages before it are left out") { turn in
      let number = turn.view.part.number
      return number > 1 && (number == turn.current - 4 && number > 2 || number > turn.current + 4)
    },
  ])
}

/// What stands under a heading on one of the pages of a part.
struct ShownViewSection: Sendable {
  let page: PageContext
  let part: ViewPart
  let section: ViewRows.Section

  static let record = RecordType<ShownViewSection>([
    .text("label", "the heading") { $0.page.text($0.section.title) },
    .number("count", "how many rows it has") { $0.section.count },
    .text("href", "where they begin") {
      $0.page.href(to: $0.section.anchor, of: $0.part.about, from: $0.part)
    },
  ])
}
