import Diagnostics
import FrontMatter
import Knowledge

/// The keys of one mapping in a record of changes.
struct RecordKeys {
  private var reader: MappingReader
  private let what: String

  /// - Parameter what: of whom the keys are, for messages.
  init(_ entries: [YAMLNode.Entry], of node: YAMLNode, path: String, what: String) {
    reader = MappingReader(entries, at: node.position, path: path)
    self.what = what
  }

  /// What a type's members say; `nil` where one is missing that it can't be without.
  mutating func members<Item: Recorded>(of type: Item.Type) -> Item? {
    var item = Item.blank
    var isWhole = true
    for member in Item.members where !member.read(&item, &self) { isWhole = false }
    return isWhole ? item : nil
  }

  mutating func text(_ key: String) -> String? { reader.text(key, wrong: .invalidChangeRecord) }

  mutating func required(_ key: String) -> String? {
    if reader.node(key) == nil {
      report("'\(key)' is missing: \(what) needs it", key, help: "'remit diff --record' writes these files")
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
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Choice? {
    required(key).flatMap { self.choice(key, $0, type) }
  }

  mutating func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Choice? {
    text(key).flatMap { choice(key, $0, type) }
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ text: String, _ type: Choice.Type
  ) -> Choice? {
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    report(
      "'\(key)' cannot be '\(text)'" + didYouMean(text, among: known), key,
      help: "one of: " + known.joined(separator: ", "))
    return nil
  }

  mutating func object<Item: Recorded>(_ key: String) -> Item? {
    guard let node = reader.node(key) else { return nil }
    return item(node)
  }

  mutating func list<Item: Recorded>(_ key: String) -> [Item] {
    guard let node = reader.node(key) else { return [] }
    if case .sequence(let items) = node.content { return items.compactMap { item($0) } }
    reader.report(.invalidChangeRecord, "'\(key)' must be a list, not \(node.sort)", at: node)
    return []
  }

  private mutating func item<Item: Recorded>(_ node: YAMLNode) -> Item? {
    guard case .mapping(let entries) = node.content else {
      reader.report(
        .invalidChangeRecord, "\(Item.what) must be an object with keys, not \(node.sort)", at: node)
      return nil
    }
    var keys = RecordKeys(entries, of: node, path: reader.path, what: Item.what)
    let item = keys.members(of: Item.self)
    reader.add(keys.finish())
    return item
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
