import Knowledge
import TestSupport
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", "0", "0"), ("-0.0", "0", "0"), ("1000", "1000", "1,000"), ("10,000", "10000", "10,000"),
    ("1,234,567.89", "1234567.89", "1,234,567.89"), ("43.5", "43.5", "43.5"), ("43.50", "43.5", "43.5"),
    ("0.05", "0.05", "0.05"), ("-7", "-7", "-7"), ("+7", "7", "7"), ("\u{2212}3.5", "-3.5", "-3.5"),
    ("007", "7", "7"), ("999", "999", "999"), ("100000", "100000", "100,000"),
    ("999999999999999999", "999999999999999999", "999,999,999,999,999,999"),
    ("1000000000000000000000", "1000000000000000000000", "1,000,000,000,000,000,000,000"),
  ])
  func reading(text: String, plain: String, grouped: String) throws {
    let number = try DecimalNumber.parse(text).get()
    #expect(number.description == plain)
    #expect(number.grouped == grouped)
  }

  @Test(arguments: [
    "", "-", ".", "5.", ".5", "1_000", "1,00", "10,0000", "1,000,00", ",000", "1,,000", "1000,000", "1.0,0",
    "1.2.3",
    "1e5", "--5", "٣", "1 000", "1.000,5", "1234567890123456789",
    "1" + String(repeating: "0", count: 60),
  ])
  func noNumber(text: String) {
    guard case .failure(let mistake) = DecimalNumber.parse(text) else {
      Issue.record("'\(text)' was read as a number")
      return
    }
    #expect(mistake.message.contains(text.prefix(20)))
  }

  @Test func commasHaveTheirOwnReason() {
    guard case .failure(let mistake) = DecimalNumber.parse("43,5") else {
      Issue.record("read as a number")
      return
    }
    #expect(mistake.message == "in '43,5' a comma does not come before three digits")
    #expect(mistake.help == "write 435, or 43.5 if the comma is a decimal mark")
  }

  @Test(arguments: [
    ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0", "0.0001"), ("9.99", "10"), ("0.999999999999999999", "1"),
    ("999999999999999998", "999999999999999999"), ("999999999999999999", "1000000000000000000000"),
    ("9", "99999999999999999.9"), ("0.1", "999999999999999999"), ("-1000000000000000000000", "0.01"),
  ])
  func order(smaller: String, greater: String) throws {
    let (a, b) = (try DecimalNumber.parse(smaller).get(), try DecimalNumber.parse(greater).get())
    #expect(a < b)
    #expect(!(b < a))
    #expect(a != b)
  }

  @Test func extremesOfTheIntegers() {
    #expect(DecimalNumber(.min) < DecimalNumber(.max))
    #expect(DecimalNumber(.min).description == "-9223372036854775808")
    #expect(DecimalNumber(.max).grouped == "9,223,372,036,854,775,807")
  }

  @Test func anyNumberReadsBackAndIsOrderedAsItsParts() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let places = Int.random(in: 0...6, using: &generator)
      let (x, y) = (anyInteger(&generator), anyInteger(&generator))
      let (a, b) = (try number(x, places: places), try number(y, places: places))
      #expect((a < b) == (x < y), "\(a) \(b)")
      #expect((a == b) == (x == y), "\(a) \(b)")
      #expect(try DecimalNumber.parse(a.description).get() == a)
      #expect(try DecimalNumber.parse(a.grouped).get() == a)
    }
  }

  /// Of any length, so that different lengths meet.
  private func anyInteger(_ generator: inout SeededGenerator) -> Int64 {
    let limits: [Int64] = [9, 100, 10_000, 99_999_999, 99_999_999_999_999]
    let limit = limits.randomElement(using: &generator) ?? 9
    return Int64.random(in: -limit...limit, using: &generator)
  }

  private func number(_ integer: Int64, places: Int) throws -> DecimalNumber {
    var digits = String(integer.magnitude)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let text = places == 0 ? digits : "\(digits.dropLast(places)).\(digits.suffix(places))"
    return try DecimalNumber.parse((integer < 0 ? "-" : "") + text).get()
  }
}
