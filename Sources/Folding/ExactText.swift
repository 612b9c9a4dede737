/// A text that only equals what is the same to the byte, as a key or to be compared.
///
/// Swift's `==` takes canonically equivalent texts for one: U+F9DC is U+9686 to it, and `é` is `e` with an accent. An
/// author's words must not be given for others that only look alike.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (a: ExactText, b: ExactText) -> Bool { a.text.isExactly(b.text) }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension ExactText: Comparable {
  package static func < (a: ExactText, b: ExactText) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

extension String {
  /// Whether it's the same to the byte.
  package func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
