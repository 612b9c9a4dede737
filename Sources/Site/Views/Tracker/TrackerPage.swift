import Knowledge
import Templates

/// What a page of a tracker shows: all targets, those of a year, or those of one of the first group.
struct TrackerPage: Sendable {
  let page: PageContext
  let tracker: Tracker
  let part: ViewPart

  var isWhole: Bool { part.about == .whole }

  static let record: RecordType<TrackerPage> = RecordType(
    "tracker", "",
    [
      .text("goals_label", "what the targets are called") { page in
        page.page.graph.schema[page.tracker.view.kind].label.many
      },
      .number("goal_count", "how many there are, without what is only proposed") {
        $0.tracker.setGoals.count
      },
      .number("proposed_count", "how many are only proposed: they are in no other number") {
        $0.tracker.goals.count(where: \.isProposed)
      },
      .list(
        "verdicts", "how often each comes, one for each claim and figure", of: ShownVerdict.record
      ) { $0.verdicts },
      .flag("is_whole", "the first page of the tracker") { $0.isWhole },
      .flag("has_values", "it has a `value`") { $0.tracker.view.value != nil },
      .list("duties", "with `fulfilled`: how often each outcome of a duty comes", of: ShownDutyCount.record) {
        $0.duties
      },
      .list("sections", "by year", of: ShownYear.record) { $0.sections },
      .list("indexes", "one for each of `groups`, where all targets are on the page", of: ShownIndex.record) {
        page in
        page.part.rows != nil || page.part.isDigest
          ? [] : page.tracker.view.groups.indices.map { ShownIndex(page: page, number: $0) }
      },
    ])

  private var verdicts: [ShownVerdict] {
    let all = tracker.setGoals.flatMap(\.assertions).flatMap(\.readings).map(\.outcome.verdict)
    return Outcome.Verdict.allCases.map { verdict in
      ShownVerdict(page: page, verdict: verdict, count: all.count { $0 == verdict })
    }
  }

  private var duties: [ShownDutyCount] {
    guard tracker.view.fulfilled != nil else { return [] }
    let all = tracker.setGoals.flatMap(\.fulfilments).map(\.outcome.verdict)
    return DutyOutcome.Verdict.allCases.compactMap { verdict in
      let count = all.count { $0 == verdict }
      return count == 0 ? nil : ShownDutyCount(page: page, verdict: verdict, count: count)
    }
  }

  private var sections: [ShownYear] {
    var shown: Set<EntityID> = []
    return tracker.sections(on: part, day: page.site.configuration.asOf).map { section, goals in
      ShownYear(
        page: self, year: section.year, count: section.goals.count { !$0.isProposed },
        // Where sources differ on the year, the anchor is at the first of them.
        goals: goals.map { goal in
          ShownGoal(page: page, goal: goal, hasAnchor: shown.insert(goal.entity).inserted)
        })
    }
  }
}

/// A verdict, with how often it comes.
struct ShownVerdict: Sendable {
  let page: PageContext
  let verdict: Outcome.Verdict
  var count = 0
  /// Of which sort, where it is undetermined.
  var label: String?

  static let record = RecordType<ShownVerdict>([
    .text("name", "`met`, `not-met` or `undetermined`") { $0.verdict.rawValue },
    .text("label", "the same in words") {
      $0.label ?? $0.page.word($0.verdict.rawValue, group: "verdict")
    },
    .number("count", "how often it comes; nothing in an index") { $0.count },
  ])
}

/// The targets that fall due in one year.
struct ShownYear: Sendable {
  let page: TrackerPage
  /// `nil` for those without a last day.
  let year: Int?
  let count: Int
  let goals: [ShownGoal]

  static let record: RecordType<ShownYear> = RecordType([
    .text("year", "nothing for those without a last day") { shown in
      shown.year.map { shown.page.page.year($0) }
    },
    .text("anchor", "its id on the page") { "due-" + ($0.year?.asYear ?? "open") },
    .text("href", "on the page of the whole: the own page of these targets") { shown in
      guard shown.page.isWhole else { return nil }
      return shown.page.page.href(toPageAbout: shown.year.map { .year($0) } ?? .withoutLastDay)
    },
    .number("count", "how many targets there are, without what is only proposed") { $0.count },
    .list("goals", "the targets", of: ShownGoal.record) { $0.goals },
    .list("lines", "the same, each on a line", of: ShownBrief.record) { year in
      year.goals.map {
        ShownBrief(page: year.page.page, goal: $0.goal, anchor: $0.hasAnchor ? $0.anchor : nil)
      }
    },
  ])
}

/// The targets by one of the groups, such as by policy.
struct ShownIndex: Sendable {
  let page: TrackerPage
  let number: Int

  private var field: Field {
    page.page.graph.schema[page.tracker.view.kind].fields[page.tracker.view.groups[number]]
  }

  static let record: RecordType<ShownIndex> = RecordType([
    .text("label", "of the relation") { $0.field.label },
    .text("anchor", "its id on the page") { "by-" + $0.field.name },
    .list("groups", "what the relation leads to", of: ShownGroup.record) { index in
      index.page.tracker.groups(index.number).map { group in
        ShownGroup(index: index, group: group, goals: index.briefs { $0.contains(group) })
      }
    },
    .list("others", "targets of no group", of: ShownBrief.record) { $0.briefs(where: \.isEmpty) },
  ])

  private func briefs(where isWanted: ([EntityID]) -> Bool) -> [ShownBrief] {
    page.tracker.byDeadline.filter { isWanted($0.groups[number]) }.map {
      ShownBrief(page: page.page, goal: $0)
    }
  }
}

struct ShownGroup: Sendable {
  let index: ShownIndex
  let group: EntityID
  let goals: [ShownBrief]

  static let record: RecordType<ShownGroup> = RecordType([
    .record("group", "the thing", of: ShownLink.record) { $0.index.page.page.link($0.group) },
    .number("count", "how many targets it has, without what is only proposed") { group in
      group.goals.count { !$0.goal.isProposed }
    },
    .list("goals", "its targets", of: ShownBrief.record) { $0.goals },
  ])
}
