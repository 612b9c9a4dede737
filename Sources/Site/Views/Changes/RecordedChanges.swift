import Changes
import Knowledge
import Templates

/// One record of changes, as a page or a feed shows it.
struct RecordedChanges: Sendable {
  let entry: ChangesView.Entry
  let recorded: RecordedEntities
  /// Whether long lists are folded, as other records follow.
  let isFolding: Bool
  /// The page.
  let part: ViewPart
  private let stretch: RecordedStretch

  private static let foldedFrom = 30

  /// All of it.
  init(entry: ChangesView.Entry, recorded: RecordedEntities) {
    var window = RowWindow(.whole)
    self.init(entry: entry, recorded: recorded, part: .whole, &window)
  }

  /// - Parameter window: behind the rows of the records before.
  init(
    entry: ChangesView.Entry, recorded: RecordedEntities, isFolding: Bool = false, part: ViewPart,
    _ window: inout RowWindow
  ) {
    (self.entry, self.recorded, self.isFolding, self.part) = (entry, recorded, isFolding, part)
    stretch = RecordedStretch(entry.record.changes, &window)
  }

  static let record: RecordType<RecordedChanges> = RecordType([
    .text("date", "its day, in words") { $0.entry.record.date.display(in: $0.page.readerWords) },
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
      $0.stretch.schema.map { RecordedDifference($0) }
    },
    .list("settings", "settings", of: RecordedDifference.record) {
      $0.stretch.settings.map { RecordedDifference($0) }
    },
  ])

  private var changes: KnowledgeChanges { entry.record.changes }
  private var page: PageContext { recorded.page }

  private var disputes: [DisputeGroup] {
    stretch.disputes.map { sort, items in
      DisputeGroup(
        head: head(sort.word), count: changes.discrepancies(sort).count, items: items, recorded: recorded)
    }
  }

  private var groups: [EntityGroup] {
    stretch.groups.map { sort, count, kinds in
      EntityGroup(
        head: head(sort.rawValue), count: count, items: kinds, recorded: recorded,
        isFolded: isFolding && count > Self.foldedFrom)
    }
  }

  private var counts: [GroupCount] {
    let disputes = DiscrepancyChange.Sort.allCases.map { (head($0.word), changes.discrepancies($0).count) }
    let groups = EntityChange.Sort.order.map { (head($0.rawValue), changes.entities($0).count) }
    return (disputes + groups).filter { $0.1 > 0 }.map {
      GroupCount(head: $0, count: $1, href: href(to: $0.anchor))
    }
  }

  /// Where a group begins: here, or on the page of the record.
  private func href(to anchor: String) -> String {
    let isHere = (disputes.map(\.head) + groups.map(\.head)).contains { $0.anchor == anchor }
    if isHere, !part.isContinued { return "#" + Routes.encode(anchor) }
    return page.href(to: anchor, of: .item(entry.slug), from: part)
  }

  private func head(_ sort: String) -> GroupHead {
    GroupHead(
      sort: sort, label: page.text("changes_" + sort), anchor: GroupHead.anchor(sort, entry.slug))
  }
}
