extension String {
  /// A text as the texts of claims are compared: only the width of white space doesn't count.
  package var foldedText: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
