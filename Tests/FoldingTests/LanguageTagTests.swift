import Folding
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), ("DE-ch-1996", "de-CH-1996"),
    ("en-A-bbb-X-ABC", "en-a-bbb-x-abc"),
    ("i-klingon", "i-klingon"), ("es-419", "es-419"), ("zh-yue-hk", "zh-yue-HK"), ("x-private", "x-private"),
    ("sr-latn", "sr-Latn"),
  ])
  func wellFormed(_ written: String, _ usual: String) {
    #expect(LanguageTag(written)?.description == usual)
  }

  @Test(arguments: [
    "", "a", "x y", "pt_BR", "en--GB", "-en", "en-", "abcdefghi", "en-x", "x", "en-a", "de-DE-DE", "é",
    "en-\u{301}GB",
    "en\n",
  ])
  func malformed(_ written: String) {
    #expect(LanguageTag(written) == nil)
  }

  @Test(arguments: [
    ("pt_BR", "pt-BR"), ("zh_hans", "zh-Hans"), ("en_US.UTF-8", "en-US"), ("en--GB", "en-GB"),
  ])
  func whatWasMeant(_ written: String, _ meant: String) {
    #expect(LanguageTag.meant(by: written)?.description == meant)
  }

  @Test func textsOfOneLanguageMayDisagree() {
    #expect(LanguageTag.areOneLanguage("en", "en-GB"))
    #expect(LanguageTag.areOneLanguage("EN", "en"))
    #expect(!LanguageTag.areOneLanguage("zh-Hans", "zh-Hant"))
    #expect(!LanguageTag.areOneLanguage("en", "eng"))
  }
}
