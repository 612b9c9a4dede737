import Knowledge
import Testing

@Suite struct EDTFDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 0), ("1970", 0, 364), ("2000-02", 10_988, 11_016), ("2021-06-01", 18_779, 18_779),
    ("0000-01-01", -719_528, -719_528), ("1970/1971", 0, 729),
    ("1970/..", 0, Int32.max), ("../1970", Int32.min, 364),
  ])
  func days(text: String, earliest: Int32, latest: Int32) throws {
    let date = try date(text)
    #expect(date.earliest == earliest)
    #expect(date.latest == latest)
  }

  @Test func everyDayOfFourCenturiesFollowsTheLast() throws {
    var expected = try date("1900-03-01").earliest
    for _ in 0..<146_097 {
      let day = try #require(EDTFDate(dayNumber: expected))
      try #require(day.earliest == expected && day.latest == expected)
      expected += 1
    }
    #expect(EDTFDate(dayNumber: expected)?.description == "2300-03-01")
  }

  @Test func daysOutsideOfFourDigitYearsAreNone() {
    #expect(EDTFDate(dayNumber: .min) == nil)
    #expect(EDTFDate(dayNumber: .max) == nil)
  }

  @Test(arguments: [
    ("2021-06-01", "2021-06", true), ("2021", "2021-06-01", true), ("2019-10~", "2019", true),
    ("2024/2026", "2025-03", true), ("2024/..", "2030", true), ("2025", "2025?", true),
    ("2021-06-01", "2021-07-02", false), ("2021-06", "2021-07", false), ("2024/2025", "2025/2026", false),
    ("../2020", "2021", false),
  ])
  func agreement(a: String, b: String, agree: Bool) throws {
    #expect(try date(a).agrees(with: date(b)) == agree)
    #expect(try date(b).agrees(with: date(a)) == agree)
  }

  @Test(arguments: [
    ("2027", Comparison.lessOrEqual, "2027", true), ("2027-12-31", .lessOrEqual, "2027", true),
    ("2028", .lessOrEqual, "2027", false), ("2027", .lessOrEqual, "2027-06", false),
    ("2025/2030", .lessOrEqual, "2027", false), ("2024/..", .lessOrEqual, "2027", false),
    ("2026", .less, "2027", true), ("2027-01", .less, "2027", false), ("2025/..", .less, "2030", false),
    ("2027", .greater, "2026-12-31", true), ("2027", .greater, "2027-01", false),
    ("2021-06-01", .greaterOrEqual, "2021-06", true), ("2021", .greaterOrEqual, "2021-06", false),
    ("2021-06-01", .equal, "2021", true), ("2021", .equal, "2021-06-01", false),
    ("2021", .notEqual, "2021-06-01", true), ("2021-06", .notEqual, "2021", false),
  ])
  func queries(fact: String, comparison: Comparison, query: String, matches: Bool) throws {
    #expect(try date(fact).satisfies(comparison, date(query)) == matches)
  }

  @Test func sorting() throws {
    let dates = try ["2025", "2024/2026", "2025-01-01", "2024-12", "../2020"].map(date)
    let byStart = dates.sorted(by: EDTFDate.sortsByEarliest).map(\.description)
    #expect(byStart == ["../2020", "2024/2026", "2024-12", "2025-01-01", "2025"])
    let byEnd = dates.sorted(by: EDTFDate.sortsByLatest).map(\.description)
    #expect(byEnd == ["../2020", "2024-12", "2025-01-01", "2025", "2024/2026"])
  }

  @Test(arguments: [
    ("2021-06-01", "1 June 2021", "2021年6月1日"),
    ("2019-10~", "October 2019 (approximate)", "2019年10月（约）"),
    ("2025", "2025", "2025年"),
    ("2025?", "2025 (uncertain)", "2025年（存疑）"),
    ("2025%", "2025 (approximate and uncertain)", "2025年（约，存疑）"),
    ("2024/2026", "2024 to 2026", "2024年至2026年"),
    ("2024/..", "from 2024", "2024年起"),
    ("../2024-06", "until June 2024", "截至2024年6月"),
  ])
  func display(text: String, english: String, chinese: String) throws {
    #expect(try date(text).display(in: .english) == english)
    #expect(try date(text).display(in: .chinese) == chinese)
    #expect(try date(text).display(in: ReaderWords(language: "zh-Hans")) == chinese)
  }

  private func date(_ text: String) throws -> EDTFDate { try EDTFDate.parse(text).get() }
}
