import Folding

extension LanguageTag {
  /// What is wrong with a text that is no tag.
  static func complaint(_ text: String) -> String { "\(quoted(text)) is no language tag" }

  /// What to write instead.
  static func howItIsWritten(_ text: String) -> String {
    meant(by: text).map { "write \($0)" } ?? "a language is written en, zh or zh-Hans"
  }
}
