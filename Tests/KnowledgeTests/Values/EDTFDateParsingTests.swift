import Knowledge
import Testing

@Suite struct EDTFDateParsingTests {
  @Test(arguments: [
    "2021-06-01", "2019-10", "2019-10~", "2025", "2025?", "2024-02-29%", "0000", "9999-12-31", "2024/2026",
    "2024-05~/2026-01-31?", "2024/..", "../2024-06", "2024/2024", "2024/2024-03",
  ])
  func roundTrip(text: String) throws {
    #expect(try EDTFDate.parse(text).get().description == text)
  }

  @Test func keepsPrecisionAndQualification() throws {
    let month = try EDTFDate.parse("2019-10~").get()
    #expect(month.precision == .month)
    #expect(month.isApproximate && !month.isUncertain)
    let period = try EDTFDate.parse("2024/2026-01-31?").get()
    #expect(period.precision == .year)
    #expect(!period.isApproximate && period.isUncertain)
    let both = try EDTFDate.parse("2021-06-01%").get()
    #expect(both.precision == .day && both.isApproximate && both.isUncertain)
  }

  /// What has the form of a date but is not in the calendar.
  @Test(arguments: [
    ("2021-13-45", "month 13 does not exist"),
    ("2021-13", "month 13 does not exist"),
    ("2021-00", "month 00 does not exist"),
    ("2023-02-29", "2023 has no 29 February"),
    ("1900-02-29", "1900 has no 29 February"),
    ("2024-02-30", "February 2024 has 29 days, not 30"),
    ("2021-06-31", "June 2021 has 30 days, not 31"),
    ("2021-06-32", "day 32 does not exist"),
    ("2021-06-00", "day 00 does not exist"),
    ("2021/2022-13", "month 13 does not exist"),
    ("2026/2024", "the period '2026/2024' ends before it begins"),
    ("", "the date is empty"),
  ])
  func reasons(text: String, reason: String) {
    #expect(failure(of: text)?.message == reason)
  }

  @Test(arguments: [
    ("1 June 2021", "write 2021-06-01"),
    ("June 1, 2021", "write 2021-06-01"),
    ("1st of June 2021", "write 2021-06-01"),
    ("Sept. 2024", "write 2024-09"),
    ("2021/8/31", "write 2021-08-31"),
    ("2021.08.31", "write 2021-08-31"),
    ("2021年6月1日", "write 2021-06-01"),
    ("约2019年10月", "write 2019-10~"),
    ("20210601", "write 2021-06-01"),
    ("2021-6-1", "write 2021-06-01"),
    ("2O21-06-O1", "write 2021-06-01"),
    ("2021-06-0l", "write 2021-06-01"),
    ("2021_06-01", "write 2021-06-01"),
    (" 2021-06-01", "write 2021-06-01"),
    ("31/08/2021", "write 2021-08-31"),
    ("01/06/2021", "write 2021-06-01 or 2021-01-06, whichever you mean"),
    ("06/2021", "write 2021-06"),
    ("c. 2019", "write 2019~"),
    ("October 2019~", "write 2019-10~"),
    ("2024-2026", "write 2024/2026"),
    ("2024 to 2026", "write 2024/2026"),
    ("2024/", "write 2024/.."),
    ("/2024", "write ../2024"),
    ("Q3 2021", "write 2021-07/2021-09"),
    ("2021-06-01T10:00:00Z", "write 2021-06-01"),
    ("2021-06-01 10:00", "write 2021-06-01"),
    ("by 2025", "write 2025"),
    ("2021-13-05", "the month comes before the day: 2021-05-13"),
    ("2026/2024", "write 2024/2026"),
    // No mark is lost.
    ("~2021", "write 2021~"), ("?2021-06", "write 2021-06?"), ("2021?~", "write 2021%"),
    ("2021-06-01/", "write 2021-06-01/.."), ("/2021-06-01", "write ../2021-06-01"),
    ("1 June 2021/..", "write 2021-06-01/.."), ("~2024/2026", "write 2024~/2026"),
    ("c. 1 June 2021", "write 2021-06-01~"), ("since 2024", "write 2024/.."),
    ("until June 2024", "write ../2024-06"),
    ("from 2024 to 2026", "write 2024/2026"), ("June 2024 – May 2026", "write 2024-06/2026-05"),
    ("2021年6月", "write 2021-06"), ("2024年起", "write 2024/.."), ("截至2024年6月", "write ../2024-06"),
    ("1.6.2021", "write 2021-06-01 or 2021-01-06, whichever you mean"),
    ("06/01/2021", "write 2021-01-06 or 2021-06-01, whichever you mean"),
    ("2011/12", "write 2011-12 or 2011/2012, whichever you mean"), ("2021–22", "write 2021/2022"),
    ("Q3 2025", "write 2025-07/2025-09"), ("2021-13-05~", "the month comes before the day: 2021-05-13~"),
  ])
  func help(text: String, help: String) {
    #expect(failure(of: text)?.help == help)
  }

  @Test(arguments: [
    "soon", "31 June 2021", "2021-06-01-05", "20210-06-01", "../..", "/", "-2021", "2021~~", "2021-06-0x",
    "２０２１",
  ])
  func unreadable(text: String) throws {
    let mistake = try #require(failure(of: text))
    #expect(mistake.message == "'\(text)' is not an EDTF date")
    #expect(mistake.help != nil)
  }

  /// What has no form that means the same is answered with the forms that there are.
  @Test(arguments: [
    "-0044", "44 BC", "[..1984]", "[1667,1668]", "{2021,2022}", "2021~-06", "2021-06-XX", "199X", "1990s",
    "21-06-01",
    "before 2021", "end of 2021", "early 2021", "2021年底", "1. Juni 2021", "June–July 2021", "2021 or 2022",
    "c. 2024-2026?x", "Y17000", "2021-W23", "民国110年",
  ])
  func withoutAnEqualForm(text: String) throws {
    let mistake = try #require(failure(of: text))
    #expect(mistake.message == "'\(text)' is not an EDTF date")
    let forms =
      "write a date as 2021-06-01, 2021-06 or 2021, a period as 2024/2026; a '~' at the end means approximate"
    #expect(mistake.help == forms)
  }

  /// However it is put into words, its marks included.
  @Test func whatIsShownIsAnsweredWithItself() throws {
    for text in [
      "2021-06-01", "2019-10~", "2025?", "2025%", "2024/2026", "2024/..", "../2024-06", "2024~/2026-01-31?",
    ] {
      let date = try EDTFDate.parse(text).get()
      for words in [ReaderWords.english, .chinese] {
        let shown = date.display(in: words)
        #expect(shown == text || failure(of: shown)?.help == "write \(text)", "\(shown)")
      }
    }
  }

  @Test func longTextIsCutInTheMessage() throws {
    let message = try #require(failure(of: String(repeating: "2021 ", count: 10_000))).message
    #expect(message.utf8.count < 100)
  }

  /// Every text one character away from a date is a date or is told why not, without a crash.
  @Test func anyChangedCharacterIsAnswered() {
    let text = Array("2021-06-01/2024-12~".unicodeScalars)
    for index in text.indices {
      for replacement in "09-/~?%.xO 年".unicodeScalars {
        var changed = text
        changed[index] = replacement
        let written = String(String.UnicodeScalarView(changed))
        switch EDTFDate.parse(written) {
        case .success(let date): #expect(date.description == written)
        case .failure(let mistake): #expect(mistake.help != nil, "\(written)")
        }
      }
    }
  }

  private func failure(of text: String) -> InvalidValue? {
    if case .failure(let mistake) = EDTFDate.parse(text) { mistake } else { nil }
  }
}
