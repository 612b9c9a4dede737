import Folding

/// The languages in which dates and quantities can be put into words.
enum DisplayLanguage {
  case english, chinese

  /// Any tag of Chinese (`zh`, `zh-Hans`, `ZH-cn`, …) is Chinese; every other tag is English.
  init(tag: String) {
    self = ["zh", "cmn"].contains(LanguageTag(tag)?.language) ? .chinese : .english
  }
}
