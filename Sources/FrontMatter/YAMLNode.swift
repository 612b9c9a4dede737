package import Diagnostics

/// A YAML value with its place in the file. Scalars stay the text that was written: what type they are of is
/// the schema's to say, so `no`, `1.10` and `2025-13-45` are texts like any other.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// `isQuoted` holds for text in quotation marks and for block text (`|`, `>`): such text is never null.
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    /// In the order of the file; no key comes twice.
    case mapping([Entry])
  }

  /// A key and its value in a mapping.
  package struct Entry: Hashable, Sendable {
    package var key: String
    /// The key's first byte; its opening mark where it is in quotation marks.
    package var keyPosition: Position
    package var value: YAMLNode

    package init(key: String, keyPosition: Position, value: YAMLNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  package var content: Content
  /// The first byte of the value: its opening mark where it has one, else its first key or item. The line
  /// counts from the file's first line, the column in bytes from 1.
  package var position: Position
  /// The bytes that a scalar takes on its first line, marks included; at least 1, and 1 for collections.
  package var length: Int

  package init(_ content: Content, at position: Position, length: Int = 1) {
    self.content = content
    self.position = position
    self.length = length
  }

  /// Whether nothing is said: `~`, `null` or an empty value, not in quotation marks.
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }
}
