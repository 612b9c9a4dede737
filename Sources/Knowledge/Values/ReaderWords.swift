import Folding
package import Sentences

/// The words, the marks and the order in which dates, quantities and lengths of time are told to readers of a language.
///
/// English and Chinese are built in (`BuiltInWords`); any text can be given anew, by its key.
package struct ReaderWords: Hashable, Sendable {
  private let texts: [String: Sentence]
  private let plurals: PluralRules
  // Asked for at every number.
  private let decimalMark: String, groupMark: String
  let hasPerCent: Bool

  package static let english = ReaderWords(BuiltInWords.english, plurals: .usual)
  package static let chinese = ReaderWords(BuiltInWords.texts(of: "zh"), plurals: .usual)

  /// The built-in words: for any tag of Chinese (`zh`, `zh-Hans`, `ZH-cn`, …) the Chinese ones, else the English ones.
  package init(language: String) { self = BuiltInWords.isChinese(language) ? .chinese : .english }

  /// - Parameters:
  ///   - texts: by the keys of `BuiltInWords`, with their forms for numbers; others are left alone.
  ///   - plurals: which form a number takes.
  package init(_ texts: [String: String], plurals: PluralRules) {
    let forms = BuiltInWords.lengths.flatMap { key in PluralRules.forms.map { "\(key)_\($0)" } }
    let alone = (1...12).map(BuiltInWords.monthAlone)
    let own = (BuiltInWords.keys + alone + forms).map { ($0, texts[$0] ?? BuiltInWords.english[$0]) }
    self.texts = Dictionary(
      own.compactMap { key, text in text.map { (key, Sentence($0)) } },
      uniquingKeysWith: { first, _ in first })
    self.plurals = plurals
    decimalMark = self.texts["decimal_mark"]?.filled([:]) ?? "."
    groupMark = self.texts["group_mark"]?.filled([:]) ?? ","
    hasPerCent = self.texts["per_cent"] != Sentence("")
  }

  /// The text of a key with its places filled; a key that has none is nothing.
  func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    texts[key]?.filled(values) ?? ""
  }

  func callAsFunction(_ key: String, _ value: String) -> String { self(key, ["": value]) }

  /// A number of days, weeks, months or years.
  func length(_ count: Int, _ key: String) -> String {
    let form = plurals.form(of: count).map { "\(key)_\($0)" }
    return self(form.flatMap { texts[$0] == nil ? nil : $0 } ?? key, String(count))
  }

  /// In a date, or beside a year alone, where some languages have another form.
  func month(_ number: Int, isAlone: Bool) -> String {
    let alone = BuiltInWords.monthAlone(number)
    return self(isAlone && texts[alone] != nil ? alone : "month_\(number)")
  }

  /// A number as the program writes it, with the marks of the language.
  func number(_ written: String) -> String {
    guard decimalMark != "." || groupMark != "," else { return written }
    return written.map { $0 == "." ? decimalMark : $0 == "," ? groupMark : String($0) }.joined()
  }

  /// An amount with the word for its operator; one that has no amount is the word alone. A Chinese word stands close to
  /// what follows it, but for a Latin letter.
  func bounded(_ key: String, _ amount: String) -> String {
    guard let sentence = texts[key] else { return amount }
    guard !amount.isEmpty else { return Sentence(parts: sentence.withoutPlace).filled([:]) }
    let before = Sentence(parts: sentence.aroundPlace.before).filled([:])
    let isApart =
      before.unicodeScalars.last.map(\.isHan) ?? false
      && amount.unicodeScalars.first.map(\.isLatinLetter) ?? false
    return sentence.filled(["": isApart ? " " + amount : amount])
  }
}
