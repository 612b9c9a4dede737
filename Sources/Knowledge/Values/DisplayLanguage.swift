/// The languages in which dates and quantities can be put into words.
enum DisplayLanguage {
  case english, chinese

  /// Any tag of Chinese (`zh`, `zh-Hans`, …) is Chinese; every other tag is English.
  init(tag: String) {
    self = tag == "zh" || tag.hasPrefix("zh-") ? .chinese : .english
  }
}
