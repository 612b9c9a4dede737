import Testing

@testable import CommonMark

/// Emphasis, line ends and `~` where no blanks are written.
@Suite struct EastAsianTests {
  /// Each with what it becomes in its paragraph.
  static let emphasis = [
    ("**工信部（MIIT）**负责。这是**“小巨人”**企业。", "<strong>工信部（MIIT）</strong>负责。这是<strong>“小巨人”</strong>企业。"),
    ("~~旧（old）~~新", "<del>旧（old）</del>新"),
    ("~旧（old）~新", "<del>旧（old）</del>新"),
    ("**마크다운(Markdown)**을 *（x）*중", "<strong>마크다운(Markdown)</strong>을 <em>（x）</em>중"),
    ("甲*（x）*中", "甲<em>（x）</em>中"),
    ("我**`a`**中**[b](c)**文", "我<strong><code>a</code></strong>中<strong><a href=\"c\">b</a></strong>文"),
    ("a**（b）**c", "a<strong>（b）</strong>c"),
    ("***“重”***要", "<em><strong>“重”</strong></em>要"),
    ("**甲*（乙）*丙（丁）**戊", "<strong>甲<em>（乙）</em>丙（丁）</strong>戊"),
    ("(a)**中**(b)", "(a)<strong>中</strong>(b)"),
    ("*a (b)*中*(c)*", "<em>a (b)</em>中<em>(c)</em>"),
    ("甲**𠮷（x）**𠮷**(y)**中", "甲<strong>𠮷（x）</strong>𠮷<strong>(y)</strong>中"),
    ("𠮷**(x)**𠮷", "𠮷<strong>(x)</strong>𠮷"),
    ("葛\u{E0100}**(a)**葛\u{E0100}", "葛\u{E0100}<strong>(a)</strong>葛\u{E0100}"),
    ("字\u{FE00}**(a)**字", "字\u{FE00}<strong>(a)</strong>字"),
    ("**“x”**と_“y”_と", "<strong>“x”</strong>と_“y”_と"),
    ("！\u{FE00}_x_！", "！\u{FE00}<em>x</em>！"),
    ("𠮷_(x)_", "𠮷_(x)_"),
    ("**中（x）** 文 \\**（x）*", "<strong>中（x）</strong> 文 *<em>（x）</em>"),
    ("[**“a”**中](u)", "<a href=\"u\"><strong>“a”</strong>中</a>"),
    ("[a](<中**“b”**中>)", "<a href=\"%E4%B8%AD**%E2%80%9Cb%E2%80%9D**%E4%B8%AD\">a</a>"),
    ("`中**（a）**中`", "<code>中**（a）**中</code>"),
    ("**（a）**中 ف &#x641; &#1602;", "<strong>（a）</strong>中 ف ف ق"),
    ("*🎉!*中 **a!**b", "<em>🎉!</em>中 **a!**b"),
  ]

  @Test(arguments: emphasis)
  func emphasisBesideEastAsianText(_ text: String, _ expected: String) {
    #expect(html(text) == "<p>\(expected)</p>\n")
  }

  @Test func emphasisInAllPlaces() {
    let text = "# 甲**（乙）**丙\n\n| 甲**（乙）**丙 |\n|-|\n\n[^1]\n\n[^1]: 甲**（乙）**丙\n"
    #expect(html(text).components(of: "甲<strong>（乙）</strong>丙") == 3)
    #expect(document(text).headings.first?.id == "甲乙丙")
    let strict = document("**工信部（MIIT）**负责", .strictCommonMark).html()
    #expect(strict == "<p>**工信部（MIIT）**负责</p>\n")
  }

  @Test func linksKeepTheirPlaces() {
    let marked = MarkedText("甲**（乙）**丙1️⃣[a](b)**“丁”**戊2️⃣[[c]]")
    #expect(document(marked.text).links.map(\.position) == marked.positions)
  }

  static let ranges = [
    "公司数为 5~7 家，产能 100~200 GW。", "５~７，１~２", "10%~20%，30%~40%", "2020~2025, 2026~2030", "5 ~ 7, 8 ~ 9",
    "3月~5月，6月~8月", "Q1~Q3 und Q2~Q4", "-5%~-3%, 1%~-2%", "(2020)~(2025), (2026)~(2030)", "$5~$7, $8~$9",
  ]

  @Test(arguments: ranges)
  func aTildeBetweenNumbersIsARange(_ text: String) {
    #expect(html(text) == "<p>\(text)</p>\n")
  }

  @Test func whatIsDeletedStays() {
    #expect(html("~~10~~8 ~there~ 5~7 ~x~") == "<p><del>10</del>8 <del>there</del> 5~7 <del>x</del></p>\n")
  }

  static let lines = [
    ("中文\n中文", "中文中文"), ("中文。\n中文", "中文。中文"), ("かな\nカナ", "かなカナ"),
    ("**中文**\n*中文*", "<strong>中文</strong><em>中文</em>"),
    ("한국어\n한국어", "한국어\n한국어"), ("中文\nabc", "中文\nabc"), ("abc\n中文", "abc\n中文"), ("中文\n한국어", "中文\n한국어"),
    ("他说“甲”\n“乙”", "他说“甲”“乙”"), ("\"a\"\n“b”", "&quot;a&quot;\n“b”"), ("中文  \n中文", "中文<br />\n中文"),
    ("![中\n文](a)\n中", "<img src=\"a\" alt=\"中文\" />\n中"), ("[[中\n文]]\n中", "[[中\n文]]中"),
    ("葛\u{E0100}\n中", "葛\u{E0100}中"),
    ("🎉\n中", "🎉\n中"),
  ]

  @Test(arguments: lines)
  func aLineEndWithinChineseIsNone(_ text: String, _ expected: String) {
    #expect(html(text) == "<p>\(expected)</p>\n")
  }

  @Test func aLineEndWithinChineseIsNoneInTexts() {
    let parsed = document("# 甲\n\n中文\n中文[^1]\n中文，见 [[甲\n乙|丙\n丁]]\n中文。abc\ndef\n\n[^1]: x")
    #expect(parsed.firstParagraph == "中文中文中文，见 丙丁中文。abc def")
    #expect(parsed.links.first?.target == "甲乙")
    #expect(parsed.sentence(around: parsed.links[0]).before == "中文中文中文，见 ")
    #expect(document("甲\n乙\n===").headings.first?.id == "甲乙")
    let strict = document("中\n文", .strictCommonMark).html()
    #expect(strict == "<p>中\n文</p>\n")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
