import Changes
import Knowledge
import Templates

/// One record of changes, as a page or a feed shows it.
struct RecordedChanges: Sendable {
  let entry: ChangesView.Entry
  let recorded: RecordedEntities
  /// Whether long lists are folded, as other records follow.
  var isFolding = false

  private static let foldedFrom = 30

  static let record: RecordType<RecordedChanges> = RecordType([
    .text("date", "its day, in words") { $0.entry.record.date.display(language: $0.page.language) },
    .text("datetime", "its day, as 2024-10-01") { $0.entry.record.date.description },
    .text("title", "what it is called beside its day") { $0.entry.record.title },
    .text("href", "the address of its page") { record in
      record.page.href(toPageAbout: .item(record.entry.slug)).map(record.recorded.address)
    },
    .text("anchor", "its id on the page") { "record-" + $0.entry.slug },
    .list("counts", "how much there is of each sort", of: GroupCount.record) { $0.counts },
    .list("disputes", "disagreements by what became of them", of: DisputeGroup.record) { $0.disputes },
    .list("groups", "entities by what became of them", of: EntityGroup.record) { $0.groups },
    .list("schema", "kinds and fields", of: RecordedDifference.record) {
      $0.changes.schema.map { RecordedDifference($0) }
    },
    .list("settings", "settings", of: RecordedDifference.record) {
      $0.changes.settings.map { RecordedDifference($0) }
    },
  ])

  private var changes: KnowledgeChanges { entry.record.changes }
  private var page: PageContext { recorded.page }

  private var disputes: [DisputeGroup] {
    DiscrepancyChange.Sort.allCases.compactMap { sort in
      let items = changes.discrepancies(sort)
      return items.isEmpty ? nil : DisputeGroup(head: head(sort.word), items: items, recorded: recorded)
    }
  }

  private var groups: [EntityGroup] {
    EntityChange.Sort.order.compactMap { sort in
      let items = changes.entities(sort)
      let isFolded = isFolding && items.count > Self.foldedFrom
      return items.isEmpty
        ? nil : EntityGroup(head: head(sort.rawValue), items: items, recorded: recorded, isFolded: isFolded)
    }
  }

  private var counts: [GroupCount] {
    disputes.map { GroupCount(head: $0.head, count: $0.items.count) }
      + groups.map { GroupCount(head: $0.head, count: $0.items.count) }
  }

  private func head(_ sort: String) -> GroupHead {
    GroupHead(sort: sort, label: page.text("changes_" + sort), anchor: "\(sort)-\(entry.slug)")
  }
}
