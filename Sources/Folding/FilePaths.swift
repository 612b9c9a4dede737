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

extension StringProtocol {
  /// A file's name as texts mention it, or such a text, as bytes: neither case nor normal form counts.
  package var foldedFileName: [UInt8] {
    let isPlain = utf8.allSatisfy { $0 < 0x80 }
    if isPlain { return utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
    return Array(
      String(String.UnicodeScalarView(Composition.composed(Array(foldedCase.unicodeScalars)))).utf8)
  }
}
