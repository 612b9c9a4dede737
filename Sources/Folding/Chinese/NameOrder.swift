/// The order in which lists have names. In Chinese it is that of their readings, so that names are found under a letter.
package enum NameOrder: Hashable, Sendable {
  /// By letters; Chinese characters behind them, as Unicode has them.
  case letters
  /// Chinese characters by the letters of their reading, behind the Latin names of the same letter.
  case pinyin

  package init(language: String) {
    self = language.asciiLowercased.prefix { $0 != "-" } == "zh" ? .pinyin : .letters
  }
}

/// What is known of how characters are read: those of the first level of GB 2312, 99 of 100 in what is written today. Of a
/// character that is read in several ways it is the reading by which that standard orders it, but for words with which
/// names often begin.
struct Pinyin {
  private static let known = Pinyin()

  private var ranks: [Unicode.Scalar: UInt32] = [:]
  private var letters: [Unicode.Scalar: Character] = [:]

  private init() {
    var rank: UInt32 = 0
    for (letter, characters) in PinyinTable.characters {
      for scalar in characters.unicodeScalars {
        ranks[scalar] = rank
        letters[scalar] = letter
        rank += 1
      }
    }
  }

  /// Words whose first character is read otherwise than alone, each with a character that is read so.
  private static let words: [(word: String, as: Unicode.Scalar)] = [
    ("重庆", "虫"), ("重组", "虫"), ("重建", "虫"), ("重启", "虫"), ("重新", "虫"), ("重复", "虫"),
    ("行业", "杭"), ("行情", "杭"), ("会计", "快"), ("调查", "掉"), ("调研", "掉"), ("调度", "掉"), ("长者", "掌"),
    ("厦门", "下"), ("都市", "督"), ("单县", "善"), ("乐器", "月"), ("传记", "赚"), ("省察", "醒"), ("数据", "树"),
  ]

  /// The letter with which the reading of a name begins that begins with this character; `nil` where it isn't known.
  static func letter(of name: Substring.UnicodeScalarView) -> Character? {
    first(of: name).flatMap { known.letters[$0] }
  }

  /// The key of a text by which it is put among Latin ones: of each character the letter and the place among all that are known.
  static func key(of text: String) -> String {
    var key = ""
    var rest = text.unicodeScalars[...]
    while let scalar = first(of: rest) {
      if let letter = known.letters[scalar], let rank = known.ranks[scalar] {
        key += letter.lowercased()
        // In a plane that no text uses: behind all other letters.
        if let place = Unicode.Scalar(0xF0000 + rank) { key.unicodeScalars.append(place) }
      } else {
        key.unicodeScalars.append(scalar)
      }
      rest = rest.dropFirst()
    }
    return key
  }

  private static func first(of text: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let first = text.first, first.isHan else { return text.first }
    let two = String(String.UnicodeScalarView(text.prefix(2)))
    return words.first { $0.word == two }?.as ?? first
  }
}
