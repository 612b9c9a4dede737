package import Diagnostics
import FrontMatter
package import Knowledge

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
    // What is no mapping was told by the reader of JSON.
    guard !problems.hasErrors, case .mapping(let entries) = root.content else { return (nil, problems) }
    var keys = RecordKeys(entries, of: root, path: source.path, what: KnowledgeChanges.what)
    let date = keys.day("date")
    let title = keys.text("title")
    let changes = keys.members(of: KnowledgeChanges.self)
    let mistakes = keys.finish()
    guard let date, let changes, !mistakes.hasErrors else { return (nil, problems + mistakes) }
    return (ChangeRecord(date: date, title: title, changes: changes), problems + mistakes)
  }

  private static func emptyFile(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .invalidChangeRecord, "the file is empty, so it is not a record of changes", at: Place(source.path),
      help: "delete it, and run 'remit diff --record' again")
  }
}

extension RecordKeys {
  fileprivate mutating func day(_ key: String) -> EDTFDate? {
    guard let text = required(key) else { return nil }
    if case .success(let date) = EDTFDate.parse(text), date.isDay { return date }
    report("'\(key)' must be a day, not '\(text)'", key, help: "write it as 2024-10-01")
    return nil
  }
}

extension EDTFDate {
  /// Whether it is one whole day and certain, as a calendar has it.
  package var isDay: Bool {
    guard case .point(let point) = extent else { return false }
    return point.day != nil && !isApproximate && !isUncertain
  }
}
