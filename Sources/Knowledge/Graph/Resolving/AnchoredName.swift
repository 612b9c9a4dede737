import Folding

/// A name and the place on its page that a text may mean: `name#anchor`.
package struct AnchoredName: Hashable, Sendable {
  package let name: String
  package let anchor: String?

  /// What a text may mean, the longest name first: a title may have `#` in it.
  package static func readings(_ text: String) -> [AnchoredName] {
    let scalars = text.unicodeScalars
    let marks = scalars.indices.filter { scalars[$0] == "#" && $0 != scalars.startIndex }
    // Nobody has so many in a title; the first is where most names end.
    let near = marks.count > most ? [marks[0]] + marks.suffix(most - 1) : marks
    return [AnchoredName(name: text, anchor: nil)]
      + near.reversed().map { mark in
        AnchoredName(
          name: String(text[..<mark]).trimmingBlanks, anchor: String(text[scalars.index(after: mark)...]))
      }
  }

  private static let most = 8
}

extension String {
  fileprivate var trimmingBlanks: String {
    let blanks = unicodeScalars.reversed().prefix { $0.properties.isWhitespace }.count
    return String(unicodeScalars.dropLast(blanks))
  }
}
