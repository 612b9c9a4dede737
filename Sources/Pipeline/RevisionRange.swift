/// The two states that `remit diff` compares, as they're written.
package struct RevisionRange: Hashable, Sendable {
  package private(set) var from: String
  /// `nil` for the folder as it is.
  package private(set) var to: String?
  /// Whether to begin where the two parted.
  package private(set) var isFromMergeBase = false

  /// `A`, `A..B` or `A...B`; what is left out beside the dots is `HEAD`, as in git.
  package init(_ text: String) {
    guard let dots = text.firstRange(of: "..") else {
      from = text
      return
    }
    var rest = text[dots.upperBound...]
    if rest.hasPrefix(".") {
      isFromMergeBase = true
      rest = rest.dropFirst()
    }
    from = dots.lowerBound == text.startIndex ? "HEAD" : String(text[..<dots.lowerBound])
    to = rest.isEmpty ? "HEAD" : String(rest)
  }
}
