extension String {
  /// A text as the texts of claims are compared: only the width of white space doesn't count, and whether a letter and
  /// its mark are one character or two. What sources write differently is what readers want to see.
  package var foldedText: String {
    unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String(Substring($0)) }
      .joined(separator: " ")
  }
}
