import Foundation
import Search
import Testing

/// The words by which texts are found.
struct TokenizerTests {
  @Test(arguments: [
    ("Ministry of Finance", "ministry of finance"),
    ("China's it’s O'Brien provinces'", "china it obrien provinces"),
    ("10,000 firms, 1,234,567; 2021,22 and 1,0000", "10000 firms 1234567 2021 22 and 1 0000"),
    ("13.5% of 2.", "13.5 of 2"),
    ("On 2024-09-08.", "on 2024-09-08 2024 9 8"),
    ("2024-09", "2024-09 2024 9"),
    ("on 8 Sept. 2024 or September 2024", "on 2024-09-08 8 sept 2024 or 2024-09 september 2024"),
    ("2024年9月8日起", "2024-09-08 2024 年 9 月 8 日 起"),
    ("some 10 000 or 10.000 firms", "some 10000 10 0 or 10000 10 0 firms"),
    ("market 2024, 2021 300 firms, 0.125", "market 2024 2021 300 firms 0.125"),
    ("2021-2025", "2021 2025"),
    ("5G CO2 mRNA-1273", "5g co2 mrna 1273"),
    ("单项冠军", "单项 项冠 冠军 军"),
    ("国", "国"),
    ("制造业单项冠军５Ｇ，", "制造 造业 业单 单项 项冠 冠军 军 5g"),
    ("Élysée İstanbul Straße ΟΔΟΣ", "elysee istanbul straße οδοσ"),
    ("ﬁnance ｍｉｉｔ m²", "finance miit m2"),
    ("ががが", "がが がが が"),
    ("한국어", "한국어"),
    ("</script>\u{2028}\"q\"", "script q"),
    ("soft\u{AD}ly a\u{200B}b", "softly ab"),
    ("\u{3D3} \u{3F5} \u{1E9B} \u{3F9}", "υ ε s σ"),
    ("a\u{FC60}\u{20D8}b ´", "a b"),
    ("", ""),
  ])
  func wordsOfATextForTheIndex(text: String, words: String) {
    #expect(SearchTokenizer.words(text).joined(separator: " ") == words)
  }

  @Test(arguments: [
    ("单项冠军", "单项 项冠 冠军"), ("国", "国"), ("2024-09-08", "2024-09-08"), ("单项 champions", "单项 champions"),
  ])
  func aQueryAsksForWhatSaysMost(text: String, words: String) {
    #expect(SearchTokenizer.words(text, for: .query).joined(separator: " ") == words)
  }

  /// The list that the check `ranking` holds against the script, too.
  @Test func aQuestionHasOneFormOfDatesAndNumbers() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../Search/written-forms.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    #expect(lines.count > 30)
    for line in lines {
      let sides = line.components(separatedBy: " = ")
      #expect(SearchTokenizer.words(sides[0], for: .query).joined(separator: " ") == sides[1], "\(sides[0])")
    }
  }

  @Test func noWordIsLongerThanFortyCharacters() {
    #expect(SearchTokenizer.words(String(repeating: "é", count: 100)) == [String(repeating: "e", count: 40)])
  }
}
