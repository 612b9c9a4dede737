extension String {
  /// A name as names are compared: titles, aliases, and what is looked up by them. Case and the width of white space
  /// don't count.
  package var foldedName: String {
    // Slugs are what is asked for most.
    let isFolded = utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    if isFolded { return self }
    return lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same without punctuation, which a link to a heading can't hold everywhere.
  package var foldedHeading: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
