import Knowledge
import Testing

@Suite struct EDTFDateDaysTests {
  /// What is open is empty.
  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31", "2024"), ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
    ("2023-02~", "2023-02-01", "2023-02-28", "2023-02~"),
    ("2021/2025-06", "2021-01-01", "2025-06-30", "2025-06"),
    ("2021/..", "2021-01-01", "", "2021/.."), ("../2025", "", "2025-12-31", "2025"),
    ("0000", "0000-01-01", "0000-12-31", "0000"), ("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"),
  ])
  func firstAndLastDay(text: String, first: String, last: String, end: String) throws {
    let date = try EDTFDate.parse(text).get()
    #expect((date.firstDay?.description ?? "") == first)
    #expect((date.lastDay?.description ?? "") == last)
    #expect(date.firstYear == Int(first.prefix(4)))
    #expect(date.lastYear == Int(last.prefix(4)))
    #expect(date.end.description == end)
  }

  @Test func yearsAndMonthsAsDates() {
    #expect(EDTFDate(year: 986)?.description == "0986")
    #expect(EDTFDate(year: 2024, month: 9)?.description == "2024-09")
    #expect(EDTFDate(year: 2024, month: 13) == nil && EDTFDate(year: 10_000) == nil)
  }
}
