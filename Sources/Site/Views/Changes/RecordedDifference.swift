import Changes
import Templates

/// A kind, a field or a setting that is described otherwise.
struct RecordedDifference: Sendable {
  var change: String?
  let name: String
  let old: String?
  let new: String?
  let line: String

  static let record: RecordType<RecordedDifference> = RecordType([
    .text("change", "`added`, `removed` or `changed`; nothing of a setting") { $0.change },
    .text("name", "the kind, the kind and its field, or the setting") { $0.name },
    .text("old", "what was") { $0.old },
    .text("new", "what is") { $0.new },
    .text("line", "the same as one line of text") { $0.line },
  ])
}

extension RecordedDifference {
  init(_ change: SchemaChange) {
    self.init(
      change: change.action.rawValue, name: change.name, old: change.old, new: change.new, line: change.line)
  }

  init(_ change: SettingChange) {
    self.init(name: change.name, old: change.old, new: change.new, line: change.line)
  }
}
