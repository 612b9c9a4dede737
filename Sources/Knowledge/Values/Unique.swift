import Folding

extension Collection where Element: Hashable {
  /// Each element once, where it comes first.
  @inlinable package var unique: [Element] {
    // Most hold one, of which no set need be made.
    if count < 2 { return Array(self) }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Collection where Element == String {
  /// Each text once, where it comes first; one that is the same to Swift but not to the byte is another.
  package var unique: [String] { count < 2 ? Array(self) : map(ExactText.init).unique.map(\.text) }
}

extension Sequence {
  /// The first element of each key.
  @inlinable package func unique<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
