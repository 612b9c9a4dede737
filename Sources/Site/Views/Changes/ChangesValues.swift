import Changes
import Knowledge
import Templates

extension ChangesView {
  static var shape: Shape {
    ["is_empty": .flag, "feed": .text, "records": .list(.object(ChangesSection.shape))]
  }

  func value(of part: ViewPart, _ answer: Void, on page: PageContext) -> Value {
    let records = published(entries(of: part), in: page.graph)
    let isWhole = part.about == .whole
    return [
      "is_empty": .flag(records.isEmpty),
      "feed": page.optional(feedHref(page)),
      "records": .list(
        records.map { .object(ChangesSection(entry: $0, page: page, isFolding: isWhole).values) }),
    ]
  }

  private func feedHref(_ page: PageContext) -> String? {
    guard hasFeed, page.site.configuration.baseURL != nil,
      let whole = page.site.views.page(stem: page.viewName)
    else { return nil }
    return page.root + Routes.encode(whole.feedPath)
  }
}

/// One record, as a page or a feed shows it.
struct ChangesSection {
  let entry: ChangesView.Entry
  let page: PageContext
  /// Whether long lists are folded, as other records follow.
  var isFolding = false
  var isInFeed = false

  private var changes: KnowledgeChanges { entry.record.changes }
  private var recorded: RecordedEntities { RecordedEntities(page: page, isInFeed: isInFeed) }
  private static let foldedFrom = 30

  static let shape: [String: Shape] = {
    let link = RecordedEntities.shape
    let head: [String: Shape] = ["sort": .text, "label": .text, "anchor": .text, "count": .text]
    let entity = Shape.object([
      "link": link, "id": .text, "former_id": .text, "kind": .text, "has_details": .flag,
      "details": .list(ChangesView.detailShape),
    ])
    let discrepancy = Shape.object([
      "link": link, "field": .text, "class": .text, "old": .text, "old_label": .text, "new": .text,
      "new_label": .text, "claims": .list(.object(["text": .text, "source": link])), "has_claims": .flag,
    ])
    let kinds = Shape.list(.object(["label": .text, "is_bare": .flag, "entities": .list(entity)]))
    return [
      "date": .text, "datetime": .text, "title": .text, "href": .text, "anchor": .text,
      "counts": .list(.object(["sort": .text, "label": .text, "count": .text, "href": .text])),
      "disputes": .list(.object(head.merging(["items": .list(discrepancy)]) { $1 })),
      "groups": .list(.object(head.merging(["is_folded": .flag, "kinds": kinds]) { $1 })),
      "schema": .list(
        .object(["change": .text, "name": .text, "old": .text, "new": .text, "line": .text])),
      "has_schema": .flag,
      "settings": .list(.object(["name": .text, "old": .text, "new": .text, "line": .text])),
      "has_settings": .flag,
    ]
  }()

  var values: Object {
    let disputes = DiscrepancyChange.Sort.allCases.compactMap { dispute($0) }
    let groups = EntityChange.Sort.order.compactMap { group($0) }
    let settings = changes.settings.map { setting -> Value in
      [
        "name": .text(setting.name), "old": page.optional(setting.old), "new": page.optional(setting.new),
        "line": .text(recorded.line(setting)),
      ]
    }
    return [
      "date": .text(entry.record.date.display(language: page.language)),
      "datetime": .text(entry.record.date.description),
      "title": page.optional(entry.record.title),
      "href": page.optional(page.href(toPageAbout: .item(entry.slug)).map(recorded.address)),
      "anchor": .text("record-" + entry.slug),
      "counts": .list(counts),
      "disputes": .list(disputes), "groups": .list(groups),
      "schema": .list(changes.schema.map(schema)), "has_schema": .flag(!changes.schema.isEmpty),
      "settings": .list(settings), "has_settings": .flag(!settings.isEmpty),
    ]
  }

  private var counts: [Value] {
    let disputes = DiscrepancyChange.Sort.allCases.map { ($0.word, changes.discrepancies($0).count) }
    let entities = EntityChange.Sort.order.map { ($0.rawValue, changes.entities($0).count) }
    return (disputes + entities).filter { $0.1 > 0 }.map { sort, count in
      [
        "sort": .text(sort), "label": .text(page.text("changes_" + sort)), "count": page.count(count),
        "href": .text("#" + Routes.encode(anchor(sort))),
      ]
    }
  }

  private func anchor(_ sort: String) -> String { "\(sort)-\(entry.slug)" }

  private func dispute(_ sort: DiscrepancyChange.Sort) -> Value? {
    let items = changes.discrepancies(sort)
    guard !items.isEmpty else { return nil }
    return [
      "sort": .text(sort.word), "label": .text(page.text("changes_" + sort.word)),
      "anchor": .text(anchor(sort.word)), "count": page.count(items.count),
      "items": .list(items.map(dispute)),
    ]
  }

  private func dispute(_ change: DiscrepancyChange) -> Value {
    [
      "link": recorded.link(change.entity), "field": page.optional(change.field),
      "class": .text(page.word(change.discrepancyClass, group: "class")),
      "old": page.optional(change.oldState),
      "old_label": page.optional(change.oldState.map { recorded.state($0) }),
      "new": page.optional(change.newState),
      "new_label": .text(recorded.state(change.newState)),
      "claims": .list(
        change.claims.map { ["text": .text($0.value), "source": recorded.link($0.source)] }),
      "has_claims": .flag(!change.claims.isEmpty),
    ]
  }

  private func group(_ sort: EntityChange.Sort) -> Value? {
    let entities = changes.entities(sort)
    guard !entities.isEmpty else { return nil }
    let kinds = entities.map(\.kind).unique.map { kind -> Value in
      let own = entities.filter { $0.kind == kind }
      return [
        "label": .text(kind), "is_bare": .flag(own.allSatisfy { $0.details.isEmpty && $0.formerID == nil }),
        "entities": .list(own.map(entity)),
      ]
    }
    return [
      "sort": .text(sort.rawValue), "label": .text(page.text("changes_" + sort.rawValue)),
      "anchor": .text(anchor(sort.rawValue)), "count": page.count(entities.count),
      "is_folded": .flag(isFolding && entities.count > ChangesSection.foldedFrom), "kinds": .list(kinds),
    ]
  }

  private func entity(_ change: EntityChange) -> Value {
    [
      "link": recorded.link(change.entity), "id": .text(change.entity.id),
      "former_id": page.optional(change.formerID), "kind": .text(change.kind),
      "has_details": .flag(!change.details.isEmpty),
      "details": .list(change.details.map { recorded.detail($0) }),
    ]
  }

  private func schema(_ change: SchemaChange) -> Value {
    [
      "change": .text(change.action.rawValue),
      "name": .text(change.name), "old": page.optional(change.old),
      "new": page.optional(change.new), "line": .text(recorded.line(change)),
    ]
  }
}

extension DiscrepancyChange.Sort {
  /// Part of a string's key; `changed` is a word for entities there.
  var word: String { self == .changed ? "restated" : rawValue }
}
