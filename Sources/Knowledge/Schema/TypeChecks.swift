import Diagnostics
import FrontMatter

/// The keys of a field that go with one type only, with that type.
private let typesByKey = ["to": "reference", "values": "enumeration", "fields": "record"]

/// The keys that only a relation has.
private let relationKeys = ["inverse", "inverse_label", "qualifiers", "acyclic", "effect"]

extension SchemaReader {
  /// The type's name, where it is one and has beside it what it needs.
  mutating func checkType(
    _ name: String, at node: YAMLNode, beside entries: [YAMLNode.Entry], of field: String
  ) -> String? {
    guard FieldType.names.contains(name) else {
      report(
        "no field type '\(name)'" + didYouMean(name, among: FieldType.names), at: node.position,
        length: node.length, help: "the types are " + FieldType.names.joined(separator: ", "))
      return nil
    }
    // With another type's key beside it, that contradiction is what is told.
    if let needed = typesByKey.first(where: { $0.value == name })?.key,
      !entries.contains(where: { typesByKey[$0.key] != nil })
    {
      report(
        "field '\(field)' is of type '\(name)' and needs '\(needed)'", at: node.position, length: node.length,
        help: "write " + example(of: needed, in: field))
    }
    return name
  }

  /// No key may contradict the field's type or another key.
  /// - Parameter type: the type that is written, if it is one.
  mutating func checkTypeKeys(_ entries: [YAMLNode.Entry], type: String?, of field: String) {
    let given = entries.filter { typesByKey[$0.key] != nil }
    for entry in given {
      let needed = typesByKey[entry.key] ?? ""
      if let type, type != needed {
        report(
          "field '\(field)' is of type '\(type)', but '\(entry.key)' is for type '\(needed)'", at: entry,
          help: "remove '\(entry.key)', or write type: \(needed)")
      } else if type == nil, let first = given.first, first.key != entry.key {
        report(
          "field '\(field)' has both '\(first.key)', for type '\(typesByKey[first.key] ?? "")', "
            + "and '\(entry.key)', for type '\(needed)'", at: entry, help: "remove one of the two")
      }
      checkNotEmpty(entry, of: field)
    }
    checkRelationKeys(entries, type: type, of: field)
  }

  private mutating func checkRelationKeys(_ entries: [YAMLNode.Entry], type: String?, of field: String) {
    let keys = Set(entries.map(\.key))
    // A reference without `to` is told of at its type.
    if !keys.contains("to"), type != "reference" {
      for entry in entries where relationKeys.contains(entry.key) && entry.value.saysSomething {
        report(
          "'\(entry.key)' is for references, but field '\(field)' has no 'to'", at: entry,
          help: "remove '\(entry.key)', or name in 'to' the kind that the field leads to")
      }
    } else if !keys.contains("inverse"), let label = entries.first(where: { $0.key == "inverse_label" }) {
      report(
        "field '\(field)' has an 'inverse_label' but no 'inverse'", at: label,
        help: "name the inverse too, such as inverse: issues")
    }
  }

  private mutating func checkNotEmpty(_ entry: YAMLNode.Entry, of field: String) {
    let isEmpty =
      switch entry.value.content {
      case .scalar: entry.value.isNull
      case .sequence(let items): items.isEmpty && entry.key != "fields"
      case .mapping(let entries): entries.isEmpty && entry.key == "fields"
      }
    guard isEmpty else { return }
    let place = entry.value.isNull ? entry.keyPosition : entry.value.position
    report(
      "'\(entry.key)' of field '\(field)' is empty", at: place,
      length: entry.value.isNull ? entry.key.utf8.count : 1,
      help: "write " + example(of: entry.key, in: field))
  }

  private func example(of key: String, in field: String) -> String {
    switch key {
    case "to": "\(field): {to: agency}, with the name of a kind or a list of them"
    case "values": "\(field): {values: [draft, final]}, with all the values that it may have"
    default: "\(field): {fields: {name: text}}, with the fields that a record has"
    }
  }

  mutating func reportLanguages(_ entry: YAMLNode.Entry?, of field: Field) {
    guard let entry else { return }
    report(
      "field '\(field.name)' is of type '\(field.type.name)', but only text can have several languages",
      at: entry, help: "remove 'languages', or write type: text")
  }

  /// No text may stand twice in a list.
  mutating func checkDuplicates(_ nodes: [YAMLNode], in list: String) {
    var seen: [String: Position] = [:]
    for node in nodes {
      guard let text = node.text else { continue }
      guard let first = seen[text] else {
        seen[text] = node.position
        continue
      }
      report(
        "'\(text)' comes twice among \(list)", at: node.position, length: node.length,
        notes: [Diagnostic.Note("first written here", at: Place(path, first))], help: "remove one of them")
    }
  }
}

extension YAMLNode {
  /// Whether a key's value changes anything: nothing and `false` are what a missing key means.
  fileprivate var saysSomething: Bool { !isNull && text != "false" }
}
