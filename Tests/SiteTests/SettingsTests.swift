import Diagnostics
import FrontMatter
import Knowledge
import Templates
import Testing

@testable import Site

@Suite struct SettingsTests {
  @Test(arguments: [
    "https://example.org", "https://example.org/", "http://localhost:8080/a/b/",
    "https://a-b.example/%E4%B8%AD/",
    "https://[2001:db8::1]:8443/", "https://192.0.2.1/x", "https://xn--fiqs8s.example/中文/",
  ])
  func isTheAddressOfASite(text: String) { #expect(BaseURL.fault(in: text) == nil) }

  @Test(arguments: [
    "", "example.org", "ftp://example.org/", "//example.org", "http://", "https:///a", "https://u:p@x/",
    "https://@x/",
    "https://x/a?b", "https://x/#a", "https://x:0/", "https://x:/", "https://x:70000/", "https://x:8o/",
    "https://x/a b",
    "https://x/\n", "https://x/\u{0}", "https://x/\u{202E}", "https://x/a/../b", "https://x/%2e%2E/",
    "https://x//a",
    "https://x/%zz", "https://x/%2", "https://.x/", "https://x..y/", "https://bücher.example/",
    "https://[::1/",
    "https://[x]/", "https://x\\y/", "javascript:x", "https://x/\"", "https://x,y/", "https://x/./",
  ])
  func isNone(text: String) { #expect(BaseURL.fault(in: text) != nil) }

  @Test func addressesForOtherProgramsAreASCII() {
    var configuration = Configuration()
    #expect(configuration.address(of: "a.html") == nil)
    configuration.baseURL = "https://x.example/中/"
    #expect(configuration.address(of: "文 a.html") == "https://x.example/%E4%B8%AD/%E6%96%87%20a.html")
  }

  @Test(arguments: [
    ("ar", "rtl"), ("he-IL", "rtl"), ("fa_IR", "rtl"), ("UR", "rtl"), ("ps", "rtl"), ("sd", "rtl"),
    ("ug", "rtl"),
    ("yi", "rtl"), ("dv", "rtl"), ("ku-Arab", "rtl"), ("az-Arab-IR", "rtl"), ("en-Hebr", "rtl"),
    ("ckb", "rtl"),
    ("ku", "ltr"), ("ar-Latn", "ltr"), ("en", "ltr"), ("zh-Hant-TW", "ltr"), ("sd-Deva", "ltr"), ("", "ltr"),
    ("de-1996", "ltr"), ("ar-x-latn", "rtl"),
  ])
  func aLanguageHasADirection(tag: String, direction: String) {
    #expect(TextDirection(language: tag).rawValue == direction)
  }

  @Test(arguments: [
    "yes", "null", "~", "2021", "1.10", "- a", "a: b", "a #b", "#b", "@a b", "`a`", "%a", "!a", "&a", "*a",
    "|", ">",
    "{a}", "[a]", "'a'", "\"a\"", "\\n", "?a", "😀", "工信部：《意见》", "<b>", "a, b", "---", "…", "e\u{301}", " a ",
    "a\u{A0}",
  ])
  func aNewFileHasTheTitleThatWasGiven(title: String) {
    #expect(Skeleton.fault(inTitle: title) == nil)
    let skeleton = Skeleton(kind: Schema(kinds: [])[.page], slug: "a", title: title)
    let read = readFrontMatter(SourceText(path: skeleton.path, text: skeleton.text))
    #expect(read.diagnostics.isEmpty)
    guard case .mapping(let entries)? = read.root?.content else { return #expect(Bool(false), "no mapping") }
    #expect(entries.first?.value.text == title)
  }

  @Test(arguments: ["", "  ", "a\nb", "a\rb", "\u{0}", "\u{85}", "a\u{2028}", "\u{FEFF}a"])
  func whatIsNoTitleIsRefused(title: String) { #expect(Skeleton.fault(inTitle: title) != nil) }

  @Test(
    arguments: [
      ("en", nil), ("pt-BR", "pt_BR"), ("zh-Hans", nil), ("zh-Hant-TW", "zh_TW"), ("de-1996", nil),
    ] as [(String, String?)])
  func aLanguageHasALocaleWhereItHasACountry(language: String, locale: String?) {
    var configuration = Configuration()
    configuration.language = language
    #expect(configuration.locale == locale)
  }

  @Test func aVeryLargeSiteHasItsMapInParts() {
    func parts(_ count: Int, _ limits: Sitemap.Limits = Sitemap.Limits()) -> [Sitemap.Part] {
      Sitemap.parts(of: (0..<count).map { "\($0)" }, baseURL: "https://x/", limits: limits)
    }
    #expect(parts(50_000) == [])
    #expect(parts(50_001) == [0..<50_000, 50_000..<50_001])
    #expect(parts(7, Sitemap.Limits(addresses: 3)) == [0..<3, 3..<6, 6..<7])
    // Of bytes as they are written: a letter that is no ASCII has nine.
    #expect(parts(9, Sitemap.Limits(bytes: 400)) == [0..<3, 3..<6, 6..<9])
    #expect(
      Sitemap.parts(of: ["a", "\u{4E2D}"], baseURL: "https://x/", limits: Sitemap.Limits(bytes: 225)) == [
        0..<1, 1..<2,
      ]
    )
    #expect(Sitemap.parts(of: ["a", "b"], baseURL: "https://x/", limits: Sitemap.Limits(bytes: 225)) == [])
    #expect(
      Sitemap.parts(of: ["a", "b"], baseURL: "https://x/", limits: Sitemap.Limits(bytes: 1)) == [
        0..<1, 1..<2,
      ])
    func text(_ map: Sitemap) -> String {
      let theme = Theme([], ThemeWords([], language: "en", contentLanguage: "en"), schema: Schema(kinds: []))
      var bytes: [UInt8] = []
      #expect(theme.templates.render(Sitemap.template, [Sitemap.record.value(map)], into: &bytes) == [])
      return String(decoding: bytes, as: UTF8.self)
    }
    let index = text(Sitemap(addresses: ["https://x/sitemap-1.xml"], isIndex: true))
    #expect(index.contains("<sitemap><loc>https://x/sitemap-1.xml</loc></sitemap>"))
    #expect(text(Sitemap(addresses: ["https://x/a?&"])).contains("<url><loc>https://x/a?&amp;</loc></url>"))
  }
}
