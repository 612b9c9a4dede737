extension StringProtocol {
  /// A path as file systems compare it that don't tell capital letters from small ones. Links are not compared so: they
  /// must name a file in its own case, since most web servers do tell. Whether a letter and its mark are one character or
  /// two never counts: Swift compares strings without it.
  package var foldedPath: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isASCII {
        folded.append(scalar.asciiLowercased)
      } else {
        folded += scalar.properties.lowercaseMapping.unicodeScalars
      }
    }
    return String(folded)
  }
}
