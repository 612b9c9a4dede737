extension Unicode.Scalar {
  /// The character as it is when case doesn't count: the small letter of the capital one, so that ß is `ss` and ς is σ.
  /// Unlike in Unicode's own table, the Turkish i with and without its dot is `i` too, in both cases: a Turkish name is
  /// typed in either way.
  func foldCase(_ body: (Unicode.Scalar) -> Void) {
    if value < 0x80 { return body(asciiLowercased) }
    guard mayHaveCase else { return body(self) }
    // By way of the small letter first: ẞ has no capital of its own but itself.
    for small in properties.lowercaseMapping.unicodeScalars {
      for capital in small.properties.uppercaseMapping.unicodeScalars {
        for folded in capital.properties.lowercaseMapping.unicodeScalars { body(folded) }
      }
    }
  }

  package var asciiLowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }

  /// Most characters of most texts that are not in Latin letters have none.
  private var mayHaveCase: Bool { !(0x2E80..<0xA640).contains(value) && !(0xAC00..<0xFB00).contains(value) }
}

extension StringProtocol {
  /// For words of protocols and of this program's own: ASCII letters in lower case, all else as it is.
  package var asciiLowercased: String {
    String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// The text as it is when case doesn't count.
  package var foldedCase: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalar.foldCase { folded.append($0) } }
    return String(folded)
  }
}
