extension String {
  /// A name as names are compared: titles, aliases, and what is looked up by them.
  ///
  /// Case doesn't count (Unicode's, with `ss` for ß), nor does the width of white space, nor the shape of a character
  /// (NFKC: `ＭＩＩＴ`, `ﬁ`, `CO₂`), of a dash or of a quotation mark, nor what is invisible. Equal names give strings
  /// that Swift calls equal: it compares these by canonical equivalence.
  package var foldedName: String {
    var isPlain = true
    var isASCII = true
    for byte in utf8 {
      if byte >= 0x7F { isASCII = false }
      if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      {
        isPlain = false
      }
    }
    // Slugs are what is asked for most.
    if isPlain { return self }
    var folding = NameFolding()
    if isASCII {
      for scalar in unicodeScalars { folding.addASCII(scalar) }
    } else {
      for scalar in unicodeScalars { folding.add(scalar) }
    }
    return String(folding.result)
  }

  /// The folded name without punctuation, which a link to a heading can't hold everywhere.
  package var foldedHeading: String {
    let words = foldedName.unicodeScalars.split { scalar in
      !scalar.isDigit && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        && !scalar.isMark
    }
    return words.map { String(Substring($0)) }.joined(separator: " ")
  }
}

private struct NameFolding {
  var result = String.UnicodeScalarView()
  private var last: Unicode.Scalar?
  private var hasPendingBlank = false

  mutating func addASCII(_ scalar: Unicode.Scalar) {
    if scalar.value <= 0x20, scalar.properties.isWhitespace {
      hasPendingBlank = true
    } else {
      emit(scalar == "\"" ? "'" : scalar.asciiLowercased)
    }
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    guard let shown = CompatibilityForms.same.targets(of: scalar) else { return addShown(scalar) }
    for scalar in shown { addShown(scalar) }
  }

  private mutating func addShown(_ scalar: Unicode.Scalar) {
    guard let plain = CompatibilityForms.raised.targets(of: scalar) else { return addPlain(scalar) }
    for scalar in plain { addPlain(scalar) }
  }

  private mutating func addPlain(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      addASCII(scalar)
    } else if scalar.properties.isWhitespace {
      hasPendingBlank = true
    } else if scalar.isDash {
      emit("-")
    } else if scalar.isQuotationMark {
      emit("'")
    } else if !scalar.isInvisible, scalar != "\u{AD}" {
      scalar.foldCase { emit($0) }
    }
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    // The dot of İ, which a small i has anyway.
    if scalar == "\u{307}", last == "i", !hasPendingBlank { return }
    if hasPendingBlank, last != nil { result.append(" ") }
    hasPendingBlank = false
    result.append(scalar)
    last = scalar
  }
}
