import Diagnostics

/// What changed, for people to read in a terminal: what needs a decision first, what is only new last.
package struct ChangesText {
  private var lines: [String] = []

  /// - Parameters:
  ///   - pages: the files of the website that are touched.
  ///   - limit: how many of them are named; `nil` for all.
  package static func of(_ changes: KnowledgeChanges, pages: PageChanges, naming limit: Int?) -> String {
    var text = ChangesText()
    text.lines.append(changes.summary(pages: pages))
    text.section(
      "Discrepancies",
      DiscrepancyChange.Sort.allCases.flatMap { sort in
        changes.discrepancies(sort).map { "\(sort.rawValue): \($0.sentence)" }
      })
    for sort in KnowledgeChanges.order { text.entities(sort, changes.entities(sort)) }
    text.section("Schema", changes.schema.map(\.sentence))
    text.section("Settings", changes.settings.map(\.sentence))
    text.section("Pages", pages.lines(limit))
    return text.lines.map { $0 + "\n" }.joined()
  }

  private mutating func section(_ heading: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    lines += ["", heading] + items.map { "  " + $0.onOneLine.printable }
  }

  private mutating func entities(_ sort: EntityChange.Sort, _ changes: [EntityChange]) {
    guard !changes.isEmpty else { return }
    lines += ["", sort.heading]
    for change in changes {
      lines.append("  " + "\(change.headline) [\(change.ids)]".onOneLine.printable)
      lines += change.details.map { "    " + $0.sentence.onOneLine.printable }
    }
  }
}

extension KnowledgeChanges {
  /// What may break something comes before what is only new.
  package static let order: [EntityChange.Sort] = [.removed, .renamed, .changed, .added]

  /// "2 entities changed, 1 added; 1 discrepancy opened; 7 pages touched".
  package func summary(pages: PageChanges) -> String {
    let entities = count(
      EntityChange.Sort.allCases.map { (self.entities($0).count, $0.rawValue) }, "entity", "entities")
    let discrepancies = count(
      DiscrepancyChange.Sort.allCases.map { (self.discrepancies($0).count, $0.rawValue) }, "discrepancy",
      "discrepancies")
    let others = [
      schema.isEmpty ? nil : "the schema changed", settings.isEmpty ? nil : "the settings changed",
    ].compactMap(\.self)
    let knowledge = [entities, discrepancies].compactMap(\.self) + others
    let touched = count([(pages.count, "touched")], "page", "pages") ?? "no page touched"
    return (knowledge.isEmpty ? ["no change in the knowledge"] : knowledge).joined(separator: "; ") + "; "
      + touched
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
  package var headline: String { "\(kind): \(entity.title)" }

  /// The id, with the former one before it.
  package var ids: String { (formerID.map { $0 + " → " } ?? "") + entity.id }
}

extension EntityChange.Sort {
  /// The heading above them, in English.
  package var heading: String {
    switch self {
    case .added: "Added"
    case .removed: "Removed"
    case .renamed: "Renamed"
    case .changed: "Changed"
    }
  }
}
