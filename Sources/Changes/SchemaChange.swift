/// A kind, or a field of one, that the schema has got, has lost or describes otherwise.
package struct SchemaChange: Hashable, Sendable {
  package var action: ChangeDetail.Action
  /// The kind's name in `schema.yaml`.
  package var kind: String
  /// With dots before the fields of records; `nil` for the kind itself.
  package var field: String?
  /// What is different, in words: "date", "list of agency".
  package var old: String?
  /// As `old`.
  package var new: String?

  /// The kind, with its field behind a dot.
  package var name: String { kind + (field.map { "." + $0 } ?? "") }
}

extension SchemaChange: Recorded {
  static let what = "a change to the schema"
  static let blank = SchemaChange(action: .changed, kind: "")
  static let members: [Member<SchemaChange>] = [
    .choice("change", \.action), .required("kind", \.kind), .text("field", \.field), .text("old", \.old),
    .text("new", \.new),
  ]
}

/// A setting of `remit.yaml` that changes what pages say.
package struct SettingChange: Hashable, Sendable {
  /// The key, such as `title`.
  package var name: String
  /// `nil` where it was not set.
  package var old: String?
  /// `nil` where it is not set any more.
  package var new: String?
}

extension SettingChange: Recorded {
  static let what = "a change to the settings"
  static let blank = SettingChange(name: "")
  static let members: [Member<SettingChange>] = [
    .required("name", \.name), .text("old", \.old), .text("new", \.new),
  ]
}
