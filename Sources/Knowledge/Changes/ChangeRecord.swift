package import Diagnostics
import FrontMatter

/// Changes that were made public, kept in a file of the knowledge base. It names what it tells of, so that it stays
/// true and readable when entities are renamed or gone.
package struct ChangeRecord: Hashable, Sendable {
  /// A single day.
  package var date: EDTFDate
  /// What it's called beside its day.
  package var title: String?
  package var changes: KnowledgeChanges

  package init(date: EDTFDate, title: String?, changes: KnowledgeChanges) {
    self.date = date
    self.title = title
    self.changes = changes
  }

  /// The text of its file, JSON with one change on each line, so that git can tell what was corrected later.
  package var text: String {
    let head = JSON.members(["date": .string(date.description), "title": .optional(title)])
    let members = (head + changes.json).map { member in
      let key = JSON.string(member.key).compactText
      guard case .array(let items) = member.value else { return "  \(key): \(member.value.compactText)" }
      return "  \(key): [\n" + items.map { "    " + $0.compactText }.joined(separator: ",\n") + "\n  ]"
    }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  /// A record as a file has it; `nil` where something in it is wrong, told in the diagnostics.
  package static func read(_ source: SourceText) -> (record: ChangeRecord?, diagnostics: [Diagnostic]) {
    let (root, problems) = readJSON(source)
    guard let root else { return (nil, problems.isEmpty ? [emptyFile(source)] : problems) }
    guard !problems.hasErrors else { return (nil, problems) }
    var reader = ChangeRecordReader(path: source.path)
    let record = reader.record(root)
    return (reader.diagnostics.hasErrors ? nil : record, problems + reader.diagnostics)
  }

  private static func emptyFile(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .invalidChangeRecord, "the file is empty, so it is no record of changes", at: Place(source.path),
      help: "delete it, and let 'remit diff --record' write it again")
  }
}

extension EDTFDate {
  /// Whether it is one whole day and certain, as a calendar has it.
  package var isDay: Bool {
    guard case .point(let point) = extent else { return false }
    return point.day != nil && !isApproximate && !isUncertain
  }
}
