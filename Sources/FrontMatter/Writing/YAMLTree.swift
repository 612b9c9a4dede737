import Diagnostics
import Folding

/// A YAML value with what a writer keeps beside it: comments, blank lines between entries, and how its texts are written.
package struct YAMLTree: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case scalar(YAMLScalar)
    case sequence([Item])
    case mapping([Entry])
  }

  /// How a collection is written that could be on one line.
  package enum Form: Hashable, Sendable {
    /// On one line where it fits into the width. A list with mappings in it has a line for each item, though.
    case automatic
    /// On one line where it fits into the width, whatever it holds.
    case line
    /// Entry by entry, item by item.
    case block
    /// A list whose items are all on a line each, or all in blocks.
    case alike
  }

  /// What stands around an entry or an item.
  package struct Notes: Hashable, Sendable {
    /// The lines before it: comments with their `#`, and empty ones.
    package var above: [String] = []
    /// The comment that ends its line.
    package var behind: String?

    package init() {}

    package var hasComment: Bool { behind != nil || above.contains { !$0.isEmpty } }
  }

  package struct Item: Hashable, Sendable {
    package var notes = Notes()
    package var value: YAMLTree

    package init(_ value: YAMLTree) { self.value = value }
  }

  package struct Entry: Hashable, Sendable {
    package var notes = Notes()
    package var key: YAMLScalar
    package var value: YAMLTree

    package init(_ key: String, _ value: YAMLTree) {
      self.key = YAMLScalar(key)
      self.value = value
    }
  }

  /// What a mapping is to the schema; set by whoever knows that.
  package enum Role: Hashable, Sendable { case claim, item, record, alias, group, groupOfClaims, other }

  package var content: Content
  package var role = Role.other
  package var form = Form.automatic
  /// Of the root only: comments about the whole.
  package var opening: [String] = []
  /// The lines after its last entry or item: comments with their `#`, and empty ones.
  package var closing: [String] = []

  package init(_ content: Content) { self.content = content }
}

extension YAMLTree {
  package var entries: [Entry] {
    get { if case .mapping(let entries) = content { entries } else { [] } }
    set { content = .mapping(newValue) }
  }

  package var items: [Item] {
    get { if case .sequence(let items) = content { items } else { [] } }
    set { content = .sequence(newValue) }
  }

  package var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }

  package var isMapping: Bool { if case .mapping = content { true } else { false } }
  package var isSequence: Bool { if case .sequence = content { true } else { false } }

  package var keys: [String] { entries.map(\.key.text) }

  /// As its reader gives it, without places. Recursion is safe here, since reading has bounded the depth.
  package var node: YAMLNode {
    switch content {
    case .scalar(let scalar): YAMLNode(.scalar(scalar.text, isQuoted: scalar.isQuoted), at: .start)
    case .sequence(let items): YAMLNode(.sequence(items.map(\.value.node)), at: .start)
    case .mapping(let entries):
      YAMLNode(
        .mapping(
          entries.map { YAMLNode.Entry(key: $0.key.text, keyPosition: .start, value: $0.value.node) }),
        at: .start)
    }
  }

  /// Whether nothing is said: an empty value, `~` or `null`.
  package var isNull: Bool { scalar?.isNull ?? false }

  package subscript(key: String) -> YAMLTree? { entries.first { $0.key.text == key }?.value }

  /// With other values in its entries or items. One after another would copy all of them for each.
  package func mapValues(_ change: (YAMLTree) -> YAMLTree) -> YAMLTree {
    var tree = self
    switch content {
    case .scalar: break
    case .sequence(let items):
      tree.items = items.map { item in
        var item = item
        item.value = change(item.value)
        return item
      }
    case .mapping(let entries):
      tree.entries = entries.map { entry in
        var entry = entry
        entry.value = change(entry.value)
        return entry
      }
    }
    return tree
  }

  /// With the comments above the first key of an item above the item: between its dash and that key nothing can stand, and
  /// without them it may fit on one line. Recursion is safe here, since reading has bounded the depth.
  package var withCommentsAboveItems: YAMLTree {
    var tree = mapValues(\.withCommentsAboveItems)
    if tree.isSequence { tree.items = tree.items.map(\.withCommentsAbove) }
    return tree
  }

  /// The same value as its reader gives it, to the byte, but for places. Recursion is safe here, since reading has bounded
  /// the depth.
  package func means(_ node: YAMLNode) -> Bool {
    switch (content, node.content) {
    case (.scalar(let scalar), .scalar(let text, _)):
      scalar.text.isExactly(text) && scalar.isNull == node.isNull
    case (.sequence(let items), .sequence(let nodes)):
      items.count == nodes.count && zip(items, nodes).allSatisfy { $0.value.means($1) }
    case (.mapping(let entries), .mapping(let others)):
      entries.count == others.count
        && zip(entries, others).allSatisfy {
          $0.key.text.isExactly($1.key) && $0.value.means($1.value)
        }
    default: false
    }
  }
}

extension YAMLTree.Item {
  fileprivate var withCommentsAbove: YAMLTree.Item {
    guard let first = value.entries.first, first.notes.above.contains(where: { !$0.isEmpty }) else {
      return self
    }
    var item = self
    var entries = value.entries
    item.notes.above += first.notes.above.filter { !$0.isEmpty }
    entries[0].notes.above = []
    item.value.entries = entries
    return item
  }
}
