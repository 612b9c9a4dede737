/// What changed, in the order in which people read it: what needs a decision first, what is only new later, and the
/// pages that are touched last. `text` and `markdown` write it.
package struct ChangesOutline {
  /// "2 entities changed, 1 added; 1 discrepancy opened; 7 pages touched".
  let summary: String
  /// None of them is empty.
  let sections: [Section]

  struct Section {
    let heading: String
    /// What became of all that it names, where others have the same heading: "opened".
    var sort: String?
    let items: [Item]
    /// How many there are, with those that are not named.
    let count: Int
    /// Whether it is folded, however short it is.
    var isFolded = false
  }

  struct Item {
    let text: String
    /// The id of an entity, with the former one before it.
    var ids: String?
    var details: [String] = []
  }

  /// - Parameters:
  ///   - pages: the files of the website that are touched; `nil` where that is no matter.
  ///   - limit: how many of them are named; `nil` for all.
  package init(_ changes: KnowledgeChanges, pages: PageChanges?, naming limit: Int?) {
    summary = changes.summary(pages: pages)
    let discrepancies = DiscrepancyChange.Sort.allCases.map { sort in
      Section("Discrepancies", sort: sort.rawValue, changes.discrepancies(sort).map(\.sentence))
    }
    let entities = EntityChange.Sort.order.map { sort in
      let items = changes.entities(sort).map { change in
        Item(text: change.headline, ids: change.ids, details: change.details.map(\.sentence))
      }
      return Section(heading: sort.heading, items: items, count: items.count)
    }
    let schema = Section("Schema", changes.schema.map(\.sentence))
    let settings = Section("Settings", changes.settings.map(\.sentence))
    let named = pages?.lines(limit).map { Item(text: $0) } ?? []
    let touched = Section(heading: "Pages", items: named, count: pages?.count ?? 0, isFolded: true)
    sections = (discrepancies + entities + [schema, settings, touched]).filter { !$0.items.isEmpty }
  }
}

extension ChangesOutline.Section {
  fileprivate init(_ heading: String, sort: String? = nil, _ sentences: [String]) {
    self.init(
      heading: heading, sort: sort, items: sentences.map { ChangesOutline.Item(text: $0) },
      count: sentences.count)
  }
}

extension KnowledgeChanges {
  fileprivate func summary(pages: PageChanges?) -> String {
    let entities = count(
      EntityChange.Sort.allCases.map { (self.entities($0).count, $0.rawValue) }, "entity", "entities")
    let discrepancies = count(
      DiscrepancyChange.Sort.allCases.map { (self.discrepancies($0).count, $0.rawValue) }, "discrepancy",
      "discrepancies")
    let others = [
      schema.isEmpty ? nil : "the schema changed", settings.isEmpty ? nil : "the settings changed",
    ].compactMap(\.self)
    let knowledge = [entities, discrepancies].compactMap(\.self) + others
    let touched = pages.map { count([($0.count, "touched")], "page", "pages") ?? "no pages touched" }
    let told = knowledge.isEmpty ? ["no change in the knowledge"] : knowledge
    return (told + [touched].compactMap(\.self)).joined(separator: "; ")
  }

  private func count(_ counts: [(Int, String)], _ one: String, _ many: String) -> String? {
    let present = counts.filter { $0.0 > 0 }
    guard let first = present.first else { return nil }
    let rest = present.dropFirst().map { ", \($0.0) \($0.1)" }
    return "\(first.0) \(first.0 == 1 ? one : many) \(first.1)" + rest.joined()
  }
}

extension EntityChange {
  /// "Target: Champions by 2025".
  fileprivate var headline: String { "\(kind): \(entity.title)" }

  fileprivate var ids: String { (formerID.map { $0 + " → " } ?? "") + entity.id }
}

extension EntityChange.Sort {
  fileprivate var heading: String {
    switch self {
    case .added: "Added"
    case .removed: "Removed"
    case .renamed: "Renamed"
    case .changed: "Changed"
    }
  }
}
