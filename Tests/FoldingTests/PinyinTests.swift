import Folding
import Testing

@Suite("Names by the reading of Chinese characters")
struct PinyinTests {
  private func sorted(_ names: [String], _ order: NameOrder) -> [String] {
    names.map { ($0.sortingKey(in: order), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  @Test(
    "the letter under which a name stands",
    arguments: [
      ("安全", "A"), ("办公厅", "B"), ("长三角", "C"), ("工业和信息化部", "G"), ("科技部", "K"), ("欧盟", "O"),
      ("制造业", "Z"), ("《中国制造2025》", "Z"), ("“万物智联”", "W"), ("英国", "Y"), ("日本", "R"), ("财政部", "C"),
      // Words that are read otherwise than their first character.
      ("重庆", "C"), ("重点行业", "Z"), ("行业协会", "H"), ("行动计划", "X"), ("会计准则", "K"), ("会议", "H"),
      // What the table doesn't have.
      ("鑫", "中"), ("龘", "中"), ("國務院", "中"), ("5G", "0–9"), ("Émile", "E"), ("か", "…"),
    ])
  func letters(name: String, letter: String) {
    #expect(name.initial(in: .pinyin) == letter)
  }

  @Test("Chinese names stand behind the Latin ones of their letter, and what isn't known behind all")
  func order() {
    let names = ["鑫", "中国", "Zone", "制造", "办法", "Board", "安全", "Zhejiang", "重点", "Agency", "工业", "工信部"]
    #expect(
      sorted(names, .pinyin) == [
        "Agency", "安全", "Board", "办法", "工信部", "工业", "Zhejiang", "Zone", "制造", "中国", "重点", "鑫",
      ])
  }

  @Test("in another language nothing of this holds")
  func otherLanguages() {
    #expect("安全".initial(in: .letters) == "中")
    #expect(sorted(["中", "安", "b"], .letters) == ["b", "中", "安"])
    #expect(["zh", "zh-Hant", "ZH-cn"].map(NameOrder.init(language:)) == [.pinyin, .pinyin, .pinyin])
    #expect(["en", "ja", "zha"].map(NameOrder.init(language:)) == [.letters, .letters, .letters])
  }
}
