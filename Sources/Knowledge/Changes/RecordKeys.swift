import Diagnostics
import FrontMatter

/// The keys of one mapping in a record of changes.
struct RecordKeys {
  private var reader: MappingReader
  private let what: String

  init(_ node: YAMLNode, path: String, what: String) {
    reader = MappingReader(node.entriesOfMapping, at: node.position, path: path)
    self.what = what
  }

  mutating func reportNoMapping(_ node: YAMLNode) {
    reader.report(.invalidChangeRecord, "\(what) must be an object with keys, not \(node.sort)", at: node)
  }

  mutating func node(_ key: String) -> YAMLNode? { reader.node(key) }

  mutating func text(_ key: String) -> String? { reader.text(key, wrong: .invalidChangeRecord) }

  mutating func required(_ key: String) -> String? {
    if reader.node(key) == nil {
      report("'\(key)' is missing: \(what) needs it", key, help: "remit diff --record writes such files")
      return nil
    }
    return text(key)
  }

  mutating func number(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    if let number = Int(text), number >= 0 { return number }
    report("'\(key)' must be a number, not '\(text)'", key)
    return nil
  }

  /// One of the words that a type has.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = required(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    report(
      "'\(key)' can't be '\(text)'" + didYouMean(text, among: known), key,
      help: "one of: " + known.joined(separator: ", "))
    return nil
  }

  /// The entity that the keys `id`, `title` and `anchor` name. Of one that never was found, the id is empty.
  mutating func entity() -> NamedEntity? {
    let id = required("id")
    let title = required("title")
    let anchor = text("anchor")
    guard let id, let title else { return nil }
    return NamedEntity(id: id, title: title, anchor: anchor)
  }

  mutating func items(_ key: String) -> [YAMLNode] {
    guard let node = reader.node(key) else { return [] }
    if case .sequence(let items) = node.content { return items }
    reader.report(.invalidChangeRecord, "'\(key)' must be a list, not \(node.sort)", at: node)
    return []
  }

  /// - Parameter key: the one whose value is wrong; where it has none, the mapping is.
  mutating func report(_ message: String, _ key: String, help: String? = nil) {
    if let node = reader.node(key) {
      reader.report(.invalidChangeRecord, message, at: node, help: help)
    } else {
      let place = Place(reader.path, reader.position)
      reader.add([Diagnostic(.invalidChangeRecord, message, at: place, help: help)])
    }
  }

  /// What was found wrong; keys that nobody asked for are, too.
  mutating func finish() -> [Diagnostic] {
    reader.finish(unknown: .invalidChangeRecord, what: what)
    return reader.diagnostics
  }
}

extension YAMLNode {
  fileprivate var entriesOfMapping: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }
}
