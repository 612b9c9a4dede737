import Diagnostics
import Folding
import FrontMatter

/// What is easily written wrong about groups.
extension EntityReader {
  /// A value of its own beside the items would be lost.
  mutating func reportUnknown(
    in group: YAMLNode.Group, _ shared: [String], _ owner: String = "a group"
  ) {
    let known = [GroupForm.itemsKey] + shared + ClaimKey.names
    for entry in group.entries where !known.contains(entry.key) { reportUnknown(entry, owner, known: known) }
  }

  /// Reports what was meant for a group, and has no items by that name.
  ///
  /// - Parameter known: other keys that may stand there.
  /// - Returns: whether it did.
  mutating func reportFailedGroup(_ node: YAMLNode, known: [String] = []) -> Bool {
    let known = known + ClaimKey.names
    let entry = node.entries.first { entry in
      if known.contains(entry.key) { return false }
      return entry.key == GroupForm.itemsKey
        ? entry.value.isNull
        : entry.value.text == nil && nearest(to: entry.key, among: [GroupForm.itemsKey]) != nil
    }
    guard let entry else { return false }
    if entry.key == GroupForm.itemsKey {
      report(
        .wrongType, "'items' is empty, but a group has its values there", at: entry.keyPosition,
        length: entry.key.utf8.count,
        help: "write items: [a, b], or list the values below it, each on a line with '-'")
    } else {
      reportUnknown(entry, "a group", known: [GroupForm.itemsKey] + known)
    }
    return true
  }

  /// Reports a group where an item or a record was to be read; `false` where there is none.
  mutating func reportGroup(_ node: YAMLNode, _ field: Field) -> Bool {
    let form = GroupForm(field)
    guard !form.shared.contains(GroupForm.itemsKey), !node.has("to") else { return false }
    if !field.isList, let entry = node.entries.first(where: { $0.key == GroupForm.itemsKey }) {
      report(
        .wrongType, "'\(field.name)' takes one value, but 'items' is for several", at: entry.keyPosition,
        length: entry.key.utf8.count,
        help: "write \(field.name): {\(field.relation == nil ? "" : "to: ")…, source: …}")
      return true
    }
    return field.isList && reportFailedGroup(node, known: form.shared + ["to", "id", Kind.defaultsKey])
  }

  /// What is nearly `listed` was hardly meant as a word that holds for each.
  mutating func checkListed(_ entry: YAMLNode.Entry) {
    guard let text = entry.value.text, text != GroupForm.listed,
      text.asciiLowercased == GroupForm.listed || nearest(to: text, among: [GroupForm.listed]) != nil
    else { return }
    diagnostics.append(
      Diagnostic(
        .unknownValue, .warning,
        "each item of this group has the \(entry.key) '\(text)'" + didYouMean(GroupForm.listed),
        at: entry.value.place(in: path),
        help:
          "'\(GroupForm.listed)' numbers the items; if you mean the word, write it at each item"))
  }

  /// Reports `listed` where nothing numbers it; `false` where it's no such thing.
  mutating func reportListed(_ entry: YAMLNode.Entry, _ qualifier: Field, of field: Field) -> Bool {
    guard GroupForm(field).listed.contains(qualifier.name), entry.value.text == GroupForm.listed else {
      return false
    }
    report(
      .unknownValue,
      "'\(GroupForm.listed)' numbers the items of a group: it belongs to the group, not to one item",
      at: entry.value,
      help: "write \(field.name): {\(qualifier.name): listed, items: […]}, or the \(qualifier.name) itself")
    return true
  }
}
