import Knowledge

extension SchemaChange {
  /// Kinds and fields that came, went or are of another type; labels, help and order are no difference.
  static func all(from before: Schema, to after: Schema) -> [SchemaChange] {
    var changes: [SchemaChange] = []
    for kind in after.kinds {
      guard let old = before.kind(named: kind.name).map({ before[$0] }) else {
        changes.append(SchemaChange(action: .added, kind: kind.name))
        continue
      }
      if old.folder != kind.folder {
        changes.append(
          SchemaChange(action: .changed, kind: kind.name, old: old.folder + "/", new: kind.folder + "/"))
      }
      changes += fields(old.fields, kind.fields, of: kind.name, below: "")
    }
    return changes
      + before.kinds.filter { after.kind(named: $0.name) == nil }.map {
        SchemaChange(action: .removed, kind: $0.name)
      }
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private static func fields(
    _ old: [Field], _ new: [Field], of kind: String, below path: String
  ) -> [SchemaChange] {
    var changes: [SchemaChange] = []
    for field in new {
      let name = path + field.name
      guard let was = old.first(where: { $0.name == field.name }) else {
        changes.append(SchemaChange(action: .added, kind: kind, field: name, new: field.described))
        continue
      }
      if was.described != field.described {
        changes.append(
          SchemaChange(action: .changed, kind: kind, field: name, old: was.described, new: field.described))
      }
      let inner = (was.recordFields ?? [], field.recordFields ?? [])
      changes += fields(inner.0, inner.1, of: kind, below: name + ".")
    }
    for field in old where !new.contains(where: { $0.name == field.name }) {
      changes.append(
        SchemaChange(action: .removed, kind: kind, field: path + field.name, old: field.described))
    }
    return changes
  }
}

extension Field {
  /// The type in words, with what else a value must be.
  fileprivate var described: String {
    var words = type.described
    if isList { words = "list of " + words }
    if hasLanguages { words += " by language" }
    if isRequired { words += ", required" }
    guard let relation else { return words }
    if let inverse = relation.inverse { words += ", inverse " + inverse.name }
    if !relation.qualifiers.isEmpty {
      let qualifiers = relation.qualifiers.map { "\($0.name) (\($0.type.described))" }
      words += ", with " + qualifiers.joined(separator: ", ")
    }
    return words + (relation.isAcyclic ? ", acyclic" : "")
      + (relation.effect.map { ", \($0.rawValue)" } ?? "")
  }
}

extension FieldType {
  fileprivate var described: String {
    switch self {
    case .enumeration(let values): "one of " + values.joined(separator: ", ")
    case .reference(let relation): relation.targets.joined(separator: " or ")
    default: name
    }
  }
}
