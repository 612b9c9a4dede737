import Changes
import Knowledge

extension ChangesView {
  /// What became of things, record by record; the whole leads to its records.
  func rows(of part: ViewPart, _ answer: Void, in graph: KnowledgeGraph) -> ViewRows? {
    var rows = ViewRows(goesOn: part.about != .whole)
    for entry in published(entries(of: part), in: graph) { entry.record.changes.add(to: &rows, entry.slug) }
    return rows
  }
}

extension KnowledgeChanges {
  /// In the order of the page.
  fileprivate func add(to rows: inout ViewRows, _ slug: String) {
    for sort in DiscrepancyChange.Sort.allCases {
      rows.mark(GroupHead.anchor(sort.word, slug))
      for change in discrepancies(sort) { rows.add(weighing: 2 + change.claims.count) }
    }
    for sort in EntityChange.Sort.order {
      rows.mark(GroupHead.anchor(sort.rawValue, slug))
      let items = entities(sort)
      for kind in items.map(\.kind).unique {
        for change in items where change.kind == kind { rows.add(weighing: 1 + change.details.count / 3) }
      }
    }
    rows.add(schema.count)
    rows.add(settings.count)
  }
}

extension GroupHead {
  /// The id of a group of a record.
  static func anchor(_ sort: String, _ slug: String) -> String { "\(sort)-\(slug)" }
}

/// What of a record of changes is on one page.
struct RecordedStretch: Sendable {
  let disputes: [(sort: DiscrepancyChange.Sort, items: [DiscrepancyChange])]
  /// By sort, then by kind, with how many there are of the sort in all.
  let groups: [(sort: EntityChange.Sort, count: Int, kinds: [(kind: String, items: [EntityChange])])]
  let schema: [SchemaChange]
  let settings: [SettingChange]

  init(_ changes: KnowledgeChanges, _ window: inout RowWindow) {
    var disputes: [(sort: DiscrepancyChange.Sort, items: [DiscrepancyChange])] = []
    for sort in DiscrepancyChange.Sort.allCases {
      let items = window.take(changes.discrepancies(sort))
      if !items.isEmpty { disputes.append((sort, items)) }
    }
    var groups: [(sort: EntityChange.Sort, count: Int, kinds: [(kind: String, items: [EntityChange])])] = []
    for sort in EntityChange.Sort.order {
      let all = changes.entities(sort)
      let kinds = all.map(\.kind).unique.map { kind in
        (kind: kind, items: window.take(all.filter { $0.kind == kind }))
      }.filter { !$0.items.isEmpty }
      if !kinds.isEmpty { groups.append((sort, all.count, kinds)) }
    }
    (self.disputes, self.groups) = (disputes, groups)
    schema = window.take(changes.schema)
    settings = window.take(changes.settings)
  }
}
