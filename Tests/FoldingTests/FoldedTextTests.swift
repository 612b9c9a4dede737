import Folding
import TestSupport
import Testing

@Suite struct FoldedTextTests {
  /// Source, quote.
  @Test(arguments: [
    ("a wide\n   river\tbank", "wide river bank"),
    ("a wide\u{A0}river\u{3000}bank", "wide river bank"),
    ("a wide ri\u{200B}ver", "wide river"),
    ("\u{FEFF}Wide river", "Wide river"),
    ("the **wide** _river_ *bank*", "the wide river bank"),
    ("the wide river", "the *wide* __river__"),
    ("see file_name here", "file_name"),
    ("* the wide river\n* the bank", "the wide river the bank"),
    ("a low-\nemissions zone", "low-emissions zone"),
    ("a hy-\n  phen here", "hyphen here"),
    ("a hy-\r\n\r\nphen here", "hyphen here"),
    ("a hy\u{AD}\nphen and soft\u{AD}er", "hyphen and softer"),
    ("a low-emissions zone", "low-\nemissions zone"),
    ("a lowland zone", "low-\nland zone"),
    ("a low-\nemissions zone", "low-\nemissions zone"),
    ("a low-\nemissions zone", "low- emissions zone"),
    ("a low- emissions zone", "low-\nemissions"),
    ("a non\u{2011}stop train", "non-stop train"),
    ("low-\nemissions", "low"),
    ("low-\nemissions", "emissions"),
    ("关于开展 2024 年 制造\n业工作", "关于开展2024年制造业工作"),
    ("关于开展2024年制造业", "开展 2024 年制造业"),
    ("支持 “小巨人” 企业", "支持“小巨人”企业"),
    ("加快发展，\n培育企业", "加快发展，培育企业"),
    ("the “wide” river’s ‘bank’", "\"wide\" river's 'bank'"),
    ("the «wide» river", "“wide” river"),
    ("ends with word.50 Next", "ends with word"),
    ("value chains¹ and", "value chains"),
    ("in 1,000 firms", "1,000 firms"),
    ("2021–2025", "2021-2025"),
    ("a — b −5", "a - b -5"),
    ("2020--2025", "2020–2025"),
    ("low-\nemission", "low–emission"),
    ("the oﬃce", "office"),
    ("ﻻ ｶﾞｽ", "لا ガス"),
    ("e\u{301}tat", "état"),
    ("état", "e\u{301}tat"),
    ("ẹ\u{302} e\u{302}\u{323}", "ệ ệ"),
    ("\u{1112}\u{1161}\u{11AB}국", "한국"),
    ("第３条 １０％", "第3条 10%"),
    ("工信部（MIIT）负责", "工信部 (MIIT) 负责"),
    ("甲，乙", "甲, 乙"),
    ("⽅案 ⻓期 \u{F900}", "方案长期豈"),
    ("CO₂ now", "CO2 now"),
    ("a\u{202A}b\u{FE0F}", "ab"),
  ])
  func found(source: String, quote: String) {
    #expect(FoldedText(source).contains(quote))
    #expect(FoldedText(Array(source.utf8)).contains(quote))
  }

  @Test(arguments: [
    ("the wide river", "the Wide river"),
    ("the wide river", "the wideriver"),
    ("the wide river", ""),
    ("the wide river", " ** "),
    ("the wide river", "river the"),
    ("the wide river", "the wide river bank"),
    ("thousands of rivers", "thousand"),
    ("a thousand rivers", "housand rivers"),
    ("in 10,000 firms", "0,000 firms"),
    ("in 1000 firms", "100"),
    ("the low-emissions zone", "lowemissions"),
    ("the lowland zone", "low-land"),
    ("10² t", "102 t"),
    ("10₂", "102"),
    ("①", "1"),
    ("first -\nsecond", "firstsecond"),
    ("小 giant 企业", "小giant企业"),
    ("", "a"),
  ])
  func notFound(source: String, quote: String) {
    #expect(!FoldedText(source).contains(quote))
  }

  @Test func foldingAgainChangesNothing() {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<2000 {
      let once = FoldedText(anyText(&generator)).description
      #expect(FoldedText(once).description == once)
    }
  }

  /// Whatever whole words are cut from a text are in it, and are still when lines break elsewhere.
  @Test func anyPassageIsFound() {
    var generator = SeededGenerator(seed: 19)
    let words = ["The", "wide", "river", "low-emissions", "“zone”", "*2025*", "年度", "工作", "goal's", "10,000"]
    for _ in 0..<1000 {
      let text = (0..<30).map { _ in words.randomElement(using: &generator) ?? "" }
      let start = Int.random(in: 0..<25, using: &generator)
      let quote = text[start..<(start + 5)].joined(separator: Bool.random(using: &generator) ? " " : "\n  ")
      let wrapped = text.joined(separator: "\u{A0}\n")
        .split(separator: "low-", omittingEmptySubsequences: false).joined(separator: "low-\n")
      #expect(FoldedText(text.joined(separator: " ")).contains(quote))
      #expect(FoldedText(wrapped).contains(quote))
    }
  }

  @Test func bytesThatAreNoUTF8AreRead() {
    #expect(FoldedText([0x61, 0x20, 0xFF, 0x20, 0x62]).contains("b"))
  }

  @Test(arguments: [
    ("", 0), ("one", 1), ("one two  three", 3), ("a low-emissions zone", 3), ("one – two …", 2),
    ("**10,000** firms", 2), ("制造业单项冠军", 4), ("培育 10 家，企业", 4), ("“小巨人” enterprises", 3),
  ])
  func words(quote: String, count: Int) {
    #expect(FoldedText(quote).wordCount == count)
  }

  private func anyText(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "b-", "\n", " ", "_", "*", "“", "'", "年", "7", "\u{AD}", "\u{200B}", "，", "-", "\u{FFFF}",
    ]
    return (0..<20).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}
