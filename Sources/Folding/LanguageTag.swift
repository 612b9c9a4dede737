/// A language tag that is well formed by BCP 47 (RFC 5646), such as `en`, `zh-Hant-TW` or `de-CH-1996`, in the case
/// that is usual: `zh-hant-tw` and `ZH-Hant-tw` are the same.
package struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// `nil` where the text is no tag.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { String(Substring($0)).asciiLowercased }
    guard Self.isWellFormed(parts) else { return nil }
    description = Self.inUsualCase(parts).joined(separator: "-")
  }

  /// The tag that a text was meant to be, such as `pt-BR` for `pt_BR` or `pt br`.
  package static func meant(by text: String) -> LanguageTag? {
    let parts = text.unicodeScalars.split { !$0.isLatinLetter && !$0.isDigit }.map { String(Substring($0)) }
    // What stands behind a point is a character set: `en_US.UTF-8`.
    let named = text.utf8.contains(UInt8(ascii: ".")) ? Array(parts.prefix(2)) : parts
    guard let tag = LanguageTag(named.joined(separator: "-")), tag.language.utf8.count > 1 else { return nil }
    return tag
  }

  /// The first part: the language without script, country and whatever follows.
  package var language: String { parts[0] }

  private var parts: [String] {
    description.utf8.split(separator: UInt8(ascii: "-")).map { String(Substring($0)) }
  }
}

// MARK: - Choosing

extension LanguageTag {
  /// Which of some texts, by their languages, is for readers of this one: as RFC 4647 looks it up, the tag itself or
  /// the longest beginning of it (`zh-Hant`, then `zh` for `zh-Hant-TW`). Where there is none, the first that is of
  /// the same language, of the same script if it may be: who reads `en` reads `en-GB`.
  package func lookUp(among tags: [String]) -> Int? {
    let offered = tags.map { $0.asciiLowercased }
    for wanted in wanted {
      if let index = offered.firstIndex(of: wanted) { return index }
    }
    for wanted in wanted {
      if let index = offered.firstIndex(where: { $0.utf8.starts(with: (wanted + "-").utf8) }) { return index }
    }
    return nil
  }

  /// Whether one of two tags is the other or a beginning of it: texts in `en` and `en-GB` may contradict each other,
  /// texts in `zh-Hans` and `zh-Hant` are one text in two scripts.
  package static func areOneLanguage(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    return long.asciiLowercased.begins(with: short.asciiLowercased + "-")
      || long.asciiLowercased == short.asciiLowercased
  }

  /// The tag and its beginnings, the longest first, in lower case. A country that writes Chinese in one script only
  /// names that script too.
  private var wanted: [String] {
    var wanted: [String] = []
    var rest = parts.map { $0.asciiLowercased }
    while !rest.isEmpty {
      wanted.append(rest.joined(separator: "-"))
      if rest.count > 1, rest[0] == "zh", let script = Self.scripts[rest[1]] { wanted.append("zh-" + script) }
      rest.removeLast()
      // A single letter or digit opens what follows it.
      if let last = rest.last, last.utf8.count == 1 { rest.removeLast() }
    }
    return wanted
  }

  private static let scripts = [
    "cn": "hans", "sg": "hans", "my": "hans", "tw": "hant", "hk": "hant", "mo": "hant",
  ]
}

// MARK: - Form

extension LanguageTag {
  private static func isWellFormed(_ parts: [String]) -> Bool {
    guard parts.allSatisfy(isSubtag), let first = parts.first else { return false }
    if first == "x" { return parts.count > 1 }
    // As "i-klingon": the tags of this sort are older than the rules.
    if first == "i" { return parts.count == 2 }
    guard isLetters(first, 2...8) else { return false }
    var rest = parts.dropFirst()
    func take(_ most: Int, _ fits: (String) -> Bool) {
      var count = 0
      while count < most, let part = rest.first, fits(part) {
        rest = rest.dropFirst()
        count += 1
      }
    }
    if first.utf8.count <= 3 { take(3) { isLetters($0, 3...3) } }
    take(1) { isLetters($0, 4...4) }
    take(1) { isLetters($0, 2...2) || $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) }
    take(.max) {
      (5...8).contains($0.utf8.count) || $0.utf8.count == 4 && $0.utf8.first.map(isDigit) ?? false
    }
    while let singleton = rest.first, singleton.utf8.count == 1 {
      rest = rest.dropFirst()
      let before = rest.count
      take(.max) { (singleton == "x" ? 1...8 : 2...8).contains($0.utf8.count) }
      if rest.count == before { return false }
    }
    return rest.isEmpty
  }

  private static func isSubtag(_ part: String) -> Bool {
    (1...8).contains(part.utf8.count) && part.unicodeScalars.allSatisfy { $0.isLatinLetter || $0.isDigit }
  }

  private static func isLetters(_ part: String, _ count: ClosedRange<Int>) -> Bool {
    count.contains(part.utf8.count) && part.unicodeScalars.allSatisfy(\.isLatinLetter)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Scripts begin with a capital letter and countries are all capitals, but not behind a single letter.
  private static func inUsualCase(_ parts: [String]) -> [String] {
    let opening = parts.firstIndex { $0.utf8.count == 1 } ?? parts.count
    return parts.enumerated().map { index, part in
      guard index > 0, index < opening, isLetters(part, 2...4) else { return part }
      switch part.utf8.count {
      case 2: return part.uppercased()
      case 4: return part.prefix(1).uppercased() + part.dropFirst()
      default: return part
      }
    }
  }
}
