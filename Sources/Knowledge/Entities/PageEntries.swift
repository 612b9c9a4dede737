import Diagnostics
import Folding
import FrontMatter

/// The front matter of a plain page in the words and forms of Remit: other tools have other names for the same, and write
/// tags, authors and days in forms of their own.
struct PageEntries {
  private let kind: Kind
  private let written: [YAMLNode.Entry]

  /// - Parameter path: of the file, below `content/`.
  static func read(_ written: [YAMLNode.Entry], of kind: Kind, path: String) -> [YAMLNode.Entry] {
    let entries = PageEntries(kind: kind, written: written)
    let named = entries.byOwnNames
    let hasDate = named.contains { $0.key == "date" && !$0.value.isNull }
    return (named + (hasDate ? [] : DatedPost(path)?.entries ?? [])).map { entry in
      var entry = entry
      entry.value = entries.formed(entry)
      return entry
    }
  }

  /// By the field's name, what others call it: the first that a page has counts.
  private static let otherNames = [
    ("date", ["created", "publishDate", "pubDate"]),
    ("updated", ["lastmod", "last_modified_at", "modified", "last_updated", "last_update", "updatedDate"]),
    ("author", ["authors"]),
    ("tags", ["tag"]),
    ("order", ["weight", "nav_order", "sidebar_position"]),
  ]

  /// A key that is declared is a field of its own.
  private var byOwnNames: [YAMLNode.Entry] {
    var names = Dictionary(written.map { ($0.key, $0.key) }) { first, _ in first }
    for (own, others) in PageEntries.otherNames {
      let given = others.filter { names[$0] != nil && kind.declaredField($0) == nil }
      let isGiven = written.contains { $0.key == own && !$0.value.isNull }
      if !isGiven, !given.isEmpty { names[own] = nil }
      for (number, other) in given.enumerated() { names[other] = isGiven || number > 0 ? nil : own }
    }
    return written.compactMap { entry in
      guard let name = names[entry.key] else { return nil }
      var entry = entry
      entry.key = name
      return entry
    } + updatedBesideDate + declaredOrder
  }

  /// A key that is declared is a field of its own, and gives the order as well.
  private var declaredOrder: [YAMLNode.Entry] {
    let others = PageEntries.otherNames.first { $0.0 == "order" }?.1 ?? []
    guard !written.contains(where: { $0.key == "order" }),
      var entry = written.first(where: { others.contains($0.key) && !$0.value.isNull }),
      kind.declaredField(entry.key) != nil
    else { return [] }
    entry.key = "order"
    return [entry]
  }

  /// MkDocs writes both days in one: `date: {created: 2024-05-01, updated: 2024-06-03}`.
  private var updatedBesideDate: [YAMLNode.Entry] {
    guard !written.contains(where: { $0.key == "updated" }) else { return [] }
    let days = written.first { $0.key == "date" }?.value.entries ?? []
    return days.filter { $0.key == "updated" }
  }

  private func formed(_ entry: YAMLNode.Entry) -> YAMLNode {
    let sort = kind.declaredField(entry.key)?.sort
    switch entry.key {
    case "date" where !entry.value.has("is"): return entry.value.part("created")
    case "updated" where !entry.value.has("is"): return entry.value.part("date")
    case "author": return entry.value.mapItems { $0.has("is") ? $0 : $0.part("name") }.withoutBlanks
    case "tags": return entry.value.tags
    case "list": return entry.value.flag
    default: break
    }
    switch sort {
    case .tags: return entry.value.tags
    case .list: return entry.value.divided(at: { $0 == "," })
    case .flag: return entry.value.flag
    default: return entry.value
    }
  }
}

extension DatedPost {
  /// What its name says.
  fileprivate var entries: [YAMLNode.Entry] {
    let date = YAMLNode(.scalar(day, isQuoted: false), at: .start)
    return [YAMLNode.Entry(key: "date", keyPosition: .start, value: date)]
  }
}

extension YAMLNode {
  /// What a mapping has under a key, else the node itself.
  fileprivate func part(_ key: String) -> YAMLNode { entries.first { $0.key == key }?.value ?? self }

  fileprivate func mapItems(_ change: (YAMLNode) -> YAMLNode) -> YAMLNode {
    guard case .sequence(let items) = content else { return change(self) }
    var node = self
    node.content = .sequence(items.map(change))
    return node
  }

  /// A list, or one text: with commas these part it, as in Obsidian and Quartz, else blanks do, as in Jekyll. A mark
  /// before a tag is none of its letters.
  fileprivate var tags: YAMLNode {
    let list =
      text.map { text in text.contains(",") ? divided { $0 == "," } : divided(at: \.isWhitespace) } ?? self
    let named = list.mapItems { item in
      // Docusaurus gives a tag an address of its own beside its label.
      var item = item.has("is") ? item : item.part("label")
      if case .scalar(let text, true) = item.content, text.hasPrefix("#") {
        item.content = .scalar(String(text.drop { $0 == "#" }), isQuoted: true)
      }
      return item
    }
    return named.withoutBlanks
  }

  /// A list without texts in which nothing can be seen.
  fileprivate var withoutBlanks: YAMLNode {
    guard case .sequence(let items) = content else { return self }
    var node = self
    node.content = .sequence(items.filter { $0.text.map { !$0.foldedName.isEmpty } ?? true })
    return node
  }

  fileprivate func divided(at isMark: (Character) -> Bool) -> YAMLNode {
    guard case .scalar(let text, _) = content, !isNull else { return self }
    let parts = text.split(whereSeparator: isMark).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    var node = self
    node.content = .sequence(
      parts.filter { !$0.isEmpty }.map {
        YAMLNode(.scalar($0, isQuoted: true), at: position, length: length)
      })
    return node
  }

  /// `True`, `on` and their like, as YAML has them.
  fileprivate var flag: YAMLNode {
    guard let text, !text.isEmpty else { return self }
    let word = text.foldedCase
    let isYes = ["true", "yes", "on"].contains(word)
    guard isYes || ["false", "no", "off"].contains(word) else { return self }
    var node = self
    node.content = .scalar(isYes ? "true" : "false", isQuoted: false)
    return node
  }
}
