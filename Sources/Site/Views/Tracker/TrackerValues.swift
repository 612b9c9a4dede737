import Knowledge
import Templates

extension TrackerView {
  static var shape: Shape {
    let brief = Shape.object([
      "link": .record(ShownLink.record), "href": .text, "deadlines": .list(.text), "values": .list(.text),
      "is_disputed": .flag,
      "verdicts": .list(.object(["name": .text, "label": .text])),
    ])
    return [
      "goals_label": .text, "goal_count": .text, "is_empty": .flag,
      "verdicts": .list(.object(["name": .text, "label": .text, "count": .text])),
      "sections": .list(
        .object([
          "year": .text, "anchor": .text, "href": .text, "count": .text, "goals": .list(goalShape),
        ])),
      "indexes": .list(
        .object([
          "label": .text, "anchor": .text,
          "groups": .list(
            .object(["group": .record(ShownLink.record), "count": .text, "goals": .list(brief)])),
          "others": .list(brief), "other_count": .text, "has_others": .flag,
        ])),
    ]
  }

  func value(of part: ViewPart, on page: PageContext) -> Value {
    let tracker = tracker(of: part, in: page.graph)
    let goals = Dictionary(
      uniqueKeysWithValues: tracker.goals.map { ($0.entity, TrackedGoal($0, in: tracker)) })
    var shown: Set<EntityID> = []
    let sections = tracker.sections.map { section in
      let label = section.year?.asYear
      return [
        "year": page.optional(label),
        "anchor": .text("due-" + (label ?? "open")),
        "href": part.slug == nil ? page.optional(label.flatMap(page.href(partTitled:))) : .nothing,
        "count": page.count(section.goals.count),
        "goals": .list(
          section.goals.compactMap { goal in
            // Where sources differ on the year, the anchor is at the first of them.
            let isFirst = shown.insert(goal.entity).inserted
            return goals[goal.entity].map { $0.value(on: page, hasAnchor: isFirst) }
          }),
      ] as Value
    }
    return [
      "goals_label": .text(page.graph.schema[kind].label.many),
      "goal_count": page.count(tracker.goals.count),
      "is_empty": .flag(tracker.goals.isEmpty),
      "verdicts": .list(verdicts(Array(goals.values), page)),
      "sections": .list(sections),
      "indexes": .list(groups.indices.map { index($0, tracker, goals, page) }),
    ]
  }

  /// How often each verdict comes, one for each claim and figure.
  private func verdicts(_ goals: [TrackedGoal], _ page: PageContext) -> [Value] {
    let all = goals.flatMap(\.assertions).flatMap(\.readings).map(\.outcome.verdict)
    return Outcome.Verdict.allCases.map { verdict in
      [
        "name": .text(verdict.rawValue), "label": .text(page.word(verdict.rawValue, group: "verdict")),
        "count": page.count(all.count { $0 == verdict }),
      ]
    }
  }

  /// The targets by one of the groups, such as by policy.
  private func index(
    _ number: Int, _ tracker: Tracker, _ goals: [EntityID: TrackedGoal], _ page: PageContext
  ) -> Value {
    let all = tracker.byDeadline
    func briefs(_ isWanted: (Tracker.Goal) -> Bool) -> [Value] {
      all.filter(isWanted).compactMap { goals[$0.entity]?.brief(on: page) }
    }
    let field = page.graph.schema[kind].fields[groups[number]]
    let others = briefs { $0.groups[number].isEmpty }
    return [
      "label": .text(field.label), "anchor": .text("by-" + field.name),
      "groups": .list(
        tracker.groups(number).map { group in
          let own = briefs { $0.groups[number].contains(group) }
          return ["group": page.linkValue(group), "count": page.count(own.count), "goals": .list(own)]
        }),
      "others": .list(others), "other_count": page.count(others.count),
      "has_others": .flag(!others.isEmpty),
    ]
  }
}
