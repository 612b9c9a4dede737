import Folding

/// In which direction a language is written, by its tag.
enum TextDirection: String {
  case ltr, rtl

  /// A script in the tag decides, as in `ku-Arab` and `ar-Latn`; else the language.
  init(language tag: String) {
    let parts = tag.asciiLowercased.split { $0 == "-" || $0 == "_" }
    let script = parts.dropFirst().prefix { $0.utf8.count > 1 }.first { part in
      part.utf8.count == 4 && part.utf8.first.map { $0 > UInt8(ascii: "9") } ?? false
    }
    let isRightToLeft =
      script.map { TextDirection.scripts.contains(String($0)) }
      ?? parts.first.map { TextDirection.languages.contains(String($0)) } ?? false
    self = isRightToLeft ? .rtl : .ltr
  }

  /// The value of HTML's `dir` for a text in one language amid others; `nil` where it needs none.
  static func value(of language: String?, amid other: String) -> String? {
    guard let language else { return nil }
    let direction = TextDirection(language: language)
    return direction == TextDirection(language: other) ? nil : direction.rawValue
  }

  /// ISO 15924, in small letters.
  private static let scripts: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "syrn",
    "thaa",
    "yezi",
  ]

  /// Those usually written from right to left.
  private static let languages: Set<String> = [
    "ar", "arc", "arq", "ary", "arz", "acm", "aeb", "afb", "ajp", "apc", "apd", "ars", "azb", "bal", "bgn",
    "bqi",
    "ckb", "dv", "fa", "glk", "hbo", "he", "iw", "ji", "khw", "ks", "lrc", "luz", "mzn", "nqo", "pes", "pnb",
    "prs",
    "ps", "pbt", "sd", "sdh", "skr", "syc", "syr", "trw", "ug", "ur", "yi", "ydd",
  ]
}
