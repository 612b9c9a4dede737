import Knowledge

/// A day on which a target falls due, told in plain words: for calendars and feeds, which know no links.
struct DueDate: Sendable {
  let page: PageContext
  let goal: Tracker.Goal
  let date: EDTFDate
  /// Those of this date.
  let claims: [Claim]
  /// Which of the target's deadlines it is, for its id: the same as long as it can be.
  let name: String

  private var graph: KnowledgeGraph { page.graph }
  private var view: TrackerView { goal.view }

  var title: String {
    let scopes = claims.compactMap(\.provenance.scope).unique
    let title = graph.title(of: goal.entity) + (scopes.isEmpty ? "" : " (\(scopes.joined(separator: "; ")))")
    return goal.isProposed ? "\(title) (\(page.text("proposed")))" : title
  }

  /// By when, how much, who it is about, what became of it, and what the date was before.
  var lines: [String] {
    [deadline] + value + fields + outcomes + history
  }

  /// How often the target has had another deadline.
  var moves: Int { (whole?.claims ?? []).filter { $0.span?.tense == .past }.count }

  /// The day of the news: that from which the date holds, else that of the source; `nil` where neither is known.
  var news: EDTFDate? {
    let days = claims.compactMap { claim in
      claim.span?.from ?? claim.source.flatMap { graph.datePublished($0) }
    }
    return days.filter { $0.earliest != .min && $0.earliest <= graph.day ?? .max }.max {
      $0.earliest < $1.earliest
    }
  }

  var ownAddress: String? {
    let site = page.site
    return site.configuration.address(of: site.routes.paths[Int(goal.entity.index)])
  }

  var address: String? {
    let routes = page.site.routes
    return page.site.configuration.address(of: routes.path(of: goal.entity))
      .map { $0 + Routes.ascii(routes.fragment(of: goal.entity)) }
  }
}

// MARK: - The lines

extension DueDate {
  private var whole: Fact? { graph[goal.entity].fact(view.deadline) }

  private func field(_ number: Int) -> Field { graph.schema[graph[goal.entity].kind].fields[number] }

  private var deadline: String {
    let differ = (goal.facts.deadline?.isDisputed ?? false) ? " (\(page.text("sources_differ")))" : ""
    return "\(field(view.deadline).label): \(said(date.display(in: page.readerWords), claims))\(differ)"
  }

  private var value: [String] {
    guard let number = view.value, let fact = goal.facts.value else { return [] }
    return fact.claims.map { claim in
      "\(field(number).label): \(said(page.words(claim.value), [claim]))"
    }.unique
  }

  private var fields: [String] {
    (view.columns + view.groups).compactMap { number in
      guard let fact = graph[goal.entity].today(number) else { return nil }
      let texts = fact.claims.flatMap(\.value.items).map { page.words($0) }.unique
      return texts.isEmpty ? nil : "\(field(number).label): \(texts.joined(separator: ", "))"
    }
  }

  /// Of the part that the date is about.
  private var outcomes: [String] {
    let scopes = Set(claims.map(\.provenance.scope))
    return goal.fulfilments.filter { $0.scope == nil || scopes.contains($0.scope) || scopes.contains(nil) }
      .map {
        ShownDuty(page: page, fulfilment: $0).text
      }
  }

  private var history: [String] {
    guard !goal.isProposed, let whole, !whole.isWhole else { return [] }
    return page.history(of: whole, field(view.deadline)).map(\.text)
  }

  /// With what it is about and who says so.
  private func said(_ text: String, _ claims: [Claim]) -> String {
    let scopes = claims.compactMap(\.provenance.scope).unique
    let sources = claims.compactMap(\.source).unique.map { graph.shortTitle(of: $0) }
    return text + (scopes.isEmpty ? "" : " (\(scopes.joined(separator: "; ")))")
      + (sources.isEmpty ? "" : " – \(sources.joined(separator: ", "))")
  }
}

extension ShownMoment {
  /// In plain words: "until 30 June 2026: 2 August 2026, changed by Digital omnibus".
  var text: String {
    let day =
      switch span.tense {
      case .past: span.until.map { page.text("until", words($0)) }
      case .future, .present: span.from.map { page.text("from", words($0)) }
      case .proposed:
        page.text("proposed") + (status.map { " (\($0))" } ?? "")
          + (span.from.map { ", " + page.text("from", words($0)) } ?? "")
      }
    let what = values.map(\.text).joined(separator: ", ")
    let changer =
      span.tense == .past
      ? span.endedBy.map { ("ended_by", $0) } : span.by.map { ("made_by", $0) }
    let who = changer.flatMap { key, reference in
      reference.target.map { page.text(key, page.graph.title(of: $0.entity)) }
    }
    return [(day.map { "\($0): " } ?? "") + what, who].compactMap(\.self).joined(separator: ", ")
  }

  private func words(_ date: EDTFDate) -> String { date.display(in: page.readerWords) }
}

extension Tracker {
  /// The days on which its targets fall due, the first one first.
  func dueDates(on page: PageContext) -> [DueDate] {
    byDeadline.flatMap { goal in
      var names = PartSlugs()
      return goal.deadlines.map { date in
        let claims = goal.facts.deadline?.dates.filter { $0.date == date }.map(\.claim) ?? []
        return DueDate(
          page: page, goal: goal, date: date, claims: claims, name: names.name(of: claims, page.graph))
      }
    }.filter { onlyYear == nil || $0.date.lastYear == onlyYear }
  }
}

extension PartSlugs {
  /// A deadline is known by the part that it is about; where sources differ, by who says it.
  fileprivate mutating func name(of claims: [Claim], _ graph: KnowledgeGraph) -> String {
    let scope = claims.first?.provenance.scope ?? ""
    let source = (claims.first?.source).map { graph.id(of: $0) } ?? ""
    if let name = take(scope) ?? take("\(scope)/\(source)") { return name }
    var number = 2
    while true {
      if let name = take("\(scope)/\(source)/\(number)") { return name }
      number += 1
    }
  }
}
