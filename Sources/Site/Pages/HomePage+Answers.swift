import Knowledge
import Templates

/// What readers come for, at once: where to begin, what is due, what is new.
extension HomePage {
  static let longestList = 6

  /// A way to begin is seen at a glance: names of more letters would fill the line.
  private static let longestName = 32

  /// What most pages lead to, without sources, plain pages and what has no page of its own.
  var sought: [EntityID] {
    let schema = graph.schema
    let counted = graph.entityIDs.filter { id in
      let kind = graph[id].kind
      return !schema[kind].isPlainPage && kind != schema.sourceKind
        && page.site.routes.sections.host(of: id) == nil
        && graph.shortTitle(of: id).count <= HomePage.longestName
    }.map { (id: $0, count: graph.mentions(of: $0).count + graph.edges(to: $0).count) }
    return counted.filter { $0.count > 1 }.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
      .prefix(HomePage.longestList).map(\.id)
  }

  /// Without a day of the knowledge nobody can say what is over.
  var due: [Tracker.Goal] {
    guard let whole = page.site.views.whole(ofType: TrackerView.type),
      let tracker = page.site.answers.answer(of: whole.declared, as: TrackerView.self)
    else { return [] }
    let goals = tracker.byDeadline.filter { goal in
      let passage = page.site.configuration.asOf.flatMap { goal.passage(by: $0) }
      return !goal.isProposed && !goal.deadlines.isEmpty && passage != .passed
    }
    return Array(goals.prefix(HomePage.longestList))
  }

  var latest: [ShownLatest] {
    guard let whole = page.site.views.whole(ofType: TimelineView.type),
      let timeline = page.site.answers.answer(of: whole.declared, as: TimelineView.self)
    else { return [] }
    let day = page.site.configuration.asOf?.latest ?? .max
    let events = timeline.events.enumerated().filter { $0.element.date.latest <= day }
    let newest = events.sorted { a, b in
      (b.element.date.latest, a.offset) < (a.element.date.latest, b.offset)
    }
    return newest.prefix(HomePage.longestList).map {
      ShownLatest(page: page, event: $0.element, lane: timeline.view.lanes[$0.element.lane])
    }
  }
}

/// What happened lately.
struct ShownLatest: Sendable {
  let page: PageContext
  let event: Timeline.Event
  let lane: TimelineView.Lane

  static let record = RecordType<ShownLatest>([
    .text("date", "the day") { $0.event.date.display(in: $0.page.readerWords) },
    .text("lane", "what the date is, such as `Published`") { $0.lane.title(in: $0.page.graph.schema) },
    .record("link", "the thing", of: ShownLink.record) { $0.page.link($0.event.entity) },
  ])
}
