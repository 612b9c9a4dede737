import Folding

extension LanguageTag {
  /// What is wrong with a text that is no tag.
  package static func complaint(_ text: String) -> String { "\(quoted(text)) is not a language tag" }

  /// What to write instead.
  package static func howItIsWritten(_ text: String) -> String {
    meant(by: text).map { "write \($0)" } ?? "write a language as en, zh or zh-Hans"
  }
}
