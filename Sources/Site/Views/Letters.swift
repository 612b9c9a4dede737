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
    let letter = String(first).uppercased().decomposedStart
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
  /// In small letters, from the first letter or digit on.
  var sortingKey: String {
    String(lowercased().drop { !$0.isLetter && !$0.isNumber })
  }

  /// Its first letter without marks: "E" of "É".
  fileprivate var decomposedStart: String {
    let bases = [
      "À": "A", "Á": "A", "Â": "A", "Ä": "A", "Å": "A", "Ç": "C", "È": "E", "É": "E", "Ê": "E", "Í": "I",
      "Ñ": "N", "Ö": "O", "Ó": "O", "Ø": "O", "Š": "S", "Ü": "U", "Ú": "U", "Ž": "Z",
    ]
    return bases[self] ?? String(prefix(1))
  }
}
