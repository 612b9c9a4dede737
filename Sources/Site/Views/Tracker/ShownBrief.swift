import Knowledge
import Templates

/// A target on a line of an index.
struct ShownBrief: Sendable {
  let page: PageContext
  let goal: Tracker.Goal
  var anchor: String?

  static let record: RecordType<ShownBrief> = RecordType([
    .record("link", "the target", of: ShownLink.record) { $0.page.link($0.goal.entity) },
    .text("anchor", "its id on the page, where the line stands for it") { $0.anchor },
    .text("href", "its place on this page") { "#" + Routes.encode($0.goal.anchor(in: $0.page.graph)) },
    .texts("deadlines", "each once") { brief in
      brief.goal.deadlines.map { $0.display(in: brief.page.readerWords) }
    },
    .texts("values", "that are claimed, each once") { brief in
      brief.goal.assertions.compactMap { $0.words(in: brief.page.readerWords) }.unique
    },
    .flag("is_disputed", "claims of the value, the deadline or the fulfilment differ") {
      $0.goal.isDisputed
    },
    .flag("is_proposed", "only a draft sets it") { $0.goal.isProposed },
    .list("duties", "with `fulfilled`: whether it was done", of: ShownDuty.record) {
      $0.page.duties($0.goal.fulfilments)
    },
    .list("verdicts", "that are given, each once", of: ShownVerdict.record) { brief in
      let outcomes = brief.goal.assertions.flatMap(\.readings).map(\.outcome)
      return outcomes.unique(by: { brief.page.label(of: $0) }).map {
        ShownVerdict(page: brief.page, verdict: $0.verdict, label: brief.page.label(of: $0))
      }
    },
  ])
}
