package import Diagnostics
import FrontMatter

/// Changes that were made public, kept in a file of the knowledge base. It names what it tells of, so that it stays
/// true and readable when entities are renamed or gone.
package struct ChangeRecord: Hashable, Sendable {
  /// A single day.
  package var date: EDTFDate
  package var title: String?
  package var changes: KnowledgeChanges

  package init(date: EDTFDate, title: String?, changes: KnowledgeChanges) {
    self.date = date
    self.title = title
    self.changes = changes
  }

  package var json: JSON {
    .object(
      JSON.members(["date": .string(date.description), "title": .optional(title)]) + changes.json)
  }

  /// A record as a file has it; `nil` where something in it is wrong, told in the diagnostics.
  package static func read(_ source: SourceText) -> (record: ChangeRecord?, diagnostics: [Diagnostic]) {
    let (root, problems) = readYAML(source)
    guard let root, !problems.hasErrors else { return (nil, problems) }
    var reader = ChangeRecordReader(path: source.path)
    let record = reader.record(root)
    return (reader.diagnostics.hasErrors ? nil : record, problems + reader.diagnostics)
  }
}

extension EDTFDate {
  /// Whether it is one whole day and certain, as a calendar has it.
  package var isDay: Bool {
    guard case .point(let point) = extent else { return false }
    return point.day != nil && !isApproximate && !isUncertain
  }
}
