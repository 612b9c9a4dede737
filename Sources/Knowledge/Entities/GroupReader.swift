import Diagnostics
import FrontMatter

/// An item of a list, with what it has of the groups around it.
struct GroupedItem {
  var node: YAMLNode
  let groups: Groups
}

/// What groups say of an item of theirs.
struct Groups {
  /// From the inside out.
  var surroundings: [Surrounding] = []
  /// The names of what it doesn't say itself, with their places.
  var shared: [Written] = []

  var refuseSource: Bool { surroundings.contains(where: \.provenance.refusesSource) }
}

/// What a group may hold beside `items`, for each of them.
struct GroupForm {
  /// What is written once for all: qualifiers of a relation, fields of a record.
  let shared: [String]
  /// Those of them that may follow from the place in the list.
  let listed: [String]
  /// The key of an item that is written as a text alone.
  let nameKey: String?

  init(shared: [String], listed: [String] = [], nameKey: String?) {
    (self.shared, self.listed, self.nameKey) = (shared, listed, nameKey)
  }

  static let itemsKey = "items"
  /// Instead of a qualifier's value: the item's place in the group.
  static let listed = "listed"
  static let ofAliases = GroupForm(shared: ["lang", "sort", "only_in", "ambiguous"], nameKey: "name")

  /// Of the items of a field.
  init(_ field: Field) {
    let qualifiers = field.relation?.qualifiers
    self.init(
      shared: (qualifiers ?? field.recordFields ?? []).map(\.name),
      listed: (qualifiers ?? []).filter { $0.type == .text || $0.type == .quantity }.map(\.name),
      nameKey: field.relation == nil ? nil : "to")
  }
}

extension EntityReader {
  /// The items of a list, with those of groups in their place, as if each were written out.
  mutating func items(_ nodes: [YAMLNode], _ form: GroupForm, in groups: Groups = Groups()) -> [GroupedItem] {
    nodes.flatMap { node -> [GroupedItem] in
      guard let group = node.group, !form.shared.contains(GroupForm.itemsKey) else {
        return [GroupedItem(node: node, groups: groups)]
      }
      var inner = groups
      inner.surroundings = surrounding(group, of: node, form.shared) + groups.surroundings
      let shared = group.entries.filter { form.shared.contains($0.key) && !$0.value.isNull }
      var found = group.items.flatMap { item -> [GroupedItem] in
        let added = shared.filter { !item.has($0.key) }
        var groups = inner
        groups.shared =
          groups.shared.filter { !item.has($0.text) } + added.map { Written($0.key, at: $0.keyPosition) }
        return items([item.completed(by: added, form.nameKey)], form, in: groups)
      }
      // What the group has of one around it, that one numbers.
      let own = shared.filter { entry in
        !groups.shared.contains { $0.text == entry.key && $0.position == entry.keyPosition }
      }
      for entry in own where form.listed.contains(entry.key) {
        checkListed(entry)
        for place in found.indices { found[place].node.number(entry, place + 1) }
      }
      return found
    }
  }

  /// Claims, with those of groups in their place. A group of plain values is one claim of all of them.
  mutating func claimItems(_ nodes: [YAMLNode], of field: Field, in groups: Groups = Groups())
    -> [GroupedItem]
  {
    nodes.flatMap { node -> [GroupedItem] in
      guard let group = node.group else { return [GroupedItem(node: node, groups: groups)] }
      guard group.holdsClaims else { return [GroupedItem(node: claim(of: group, node), groups: groups)] }
      var inner = groups
      inner.surroundings = surrounding(group, of: node, []) + groups.surroundings
      return claimItems(group.items, of: field, in: inner)
    }
  }

  /// The group as one claim of all its items.
  private mutating func claim(of group: YAMLNode.Group, _ node: YAMLNode) -> YAMLNode {
    reportUnknown(in: group, [], group.items.isEmpty ? "a group without items" : "a group")
    // Of two values, the first.
    let isClaim = node.has("is")
    var claim = node
    claim.content = .mapping(
      group.entries.compactMap { entry in
        var entry = entry
        if entry.key == GroupForm.itemsKey, !isClaim {
          entry.key = "is"
        } else if entry.key != "is", ClaimKey(rawValue: entry.key) == nil {
          return nil
        }
        return entry
      })
    return claim
  }

  /// What a group says of its items; at most one.
  private mutating func surrounding(_ group: YAMLNode.Group, of node: YAMLNode, _ shared: [String])
    -> [Surrounding]
  {
    reportUnknown(in: group, shared)
    let said = group.entries.filter { !shared.contains($0.key) }
    return [surrounding(said, at: node.position)].compactMap(\.self)
  }

  /// What is written once for a group is wrong once.
  mutating func toldOnce<Result>(_ read: (inout EntityReader) -> Result) -> Result {
    let start = diagnostics.count
    let result = read(&self)
    if diagnostics.count > start + 1 { diagnostics = diagnostics[..<start] + diagnostics[start...].unique }
    return result
  }
}

extension YAMLNode {
  /// A mapping with a list in `items`, which may be one alone.
  struct Group {
    let entries: [Entry]
    let items: [YAMLNode]

    var holdsClaims: Bool { items.contains { $0.has("is") || $0.group?.holdsClaims ?? false } }
  }

  var group: Group? {
    guard case .mapping(let entries) = content,
      let list = entries.first(where: { $0.key == GroupForm.itemsKey })?.value, !list.isNull
    else { return nil }
    if case .sequence(let items) = list.content { return Group(entries: entries, items: items) }
    return Group(entries: entries, items: [list])
  }

  func has(_ key: String) -> Bool {
    if case .mapping(let entries) = content { entries.contains { $0.key == key } } else { false }
  }

  /// An item with what it doesn't say itself.
  fileprivate func completed(by shared: [Entry], _ nameKey: String?) -> YAMLNode {
    guard !shared.isEmpty else { return self }
    var item = self
    switch content {
    case .mapping(let own):
      item.content = .mapping(own + shared)
    case .scalar:
      guard let nameKey else { return self }
      item.content = .mapping([Entry(key: nameKey, keyPosition: position, value: self)] + shared)
    case .sequence: break
    }
    return item
  }

  /// Puts a place in the list where an item has `listed` from its group.
  fileprivate mutating func number(_ listed: YAMLNode.Entry, _ place: Int) {
    guard listed.value.text == GroupForm.listed, case .mapping(var entries) = content else { return }
    for index in entries.indices
    where entries[index].key == listed.key && entries[index].keyPosition == listed.keyPosition {
      entries[index].value.content = .scalar(String(place), isQuoted: false)
    }
    content = .mapping(entries)
  }
}
