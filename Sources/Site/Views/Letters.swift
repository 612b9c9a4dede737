import Folding
import Knowledge

/// Groups of names by their first letter, for lists that are looked through.
enum Letters {
  /// "A" to "Z", "0–9" for digits, "中" for Han characters, "…" for all else.
  static func heading(_ name: String) -> String {
    guard let first = name.unicodeScalars.first(where: { $0.properties.isAlphabetic || $0.isDigit }) else {
      return "…"
    }
    if first.isDigit { return "0–9" }
    if first.isHan { return "中" }
    let letter = String(first.withoutMarks).uppercased()
    return ("A"..."Z").contains(letter) ? letter : "…"
  }

  /// In the order of the headings as people look for them.
  static func grouped<Item>(_ items: [Item], by name: (Item) -> String) -> [(heading: String, items: [Item])]
  {
    let groups = Dictionary(grouping: items) { heading(name($0)) }
    return groups.map { (heading: $0.key, items: $0.value) }.sorted { rank($0.heading) < rank($1.heading) }
  }

  private static func rank(_ heading: String) -> String {
    switch heading {
    case "0–9": "0"
    case "中": "a"
    case "…": "b"
    default: heading
    }
  }
}

extension String {
  /// In small letters without marks, from the first letter or digit on.
  var sortingKey: String {
    let scalars = unicodeScalars.lazy.filter { $0.properties.generalCategory != .nonspacingMark }
    let plain = String(String.UnicodeScalarView(scalars.map(\.withoutMarks))).lowercased()
    return String(plain.drop { !$0.isLetter && !$0.isNumber })
  }
}

extension Unicode.Scalar {
  /// "E" of "É": Unicode calls that LATIN CAPITAL LETTER E WITH ACUTE.
  fileprivate var withoutMarks: Unicode.Scalar {
    guard !isASCII, properties.isAlphabetic, !isHan, let name = properties.name else { return self }
    let words = name.split(separator: " ", maxSplits: 5)
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
      words[3].unicodeScalars.count == 1, let letter = words[3].unicodeScalars.first
    else { return self }
    return words[1] == "SMALL" ? letter.properties.lowercaseMapping.unicodeScalars.first ?? letter : letter
  }
}
