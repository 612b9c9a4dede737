extension EDTFDate {
  /// Reads an EDTF text; what is none is told apart from what has the form but not the calendar's consent,
  /// and dates in other usual forms are answered with how to write them.
  package static func parse(_ text: String) -> Result<EDTFDate, InvalidValue> {
    if text.isEmpty { return .failure(InvalidValue("the date is empty", help: howDatesAreWritten)) }
    guard let form = Form(text) else {
      let help = suggestion(for: text) ?? howDatesAreWritten
      return .failure(InvalidValue("\(quoted(text)) is not an EDTF date", help: help))
    }
    return Result { () throws(InvalidValue) in try date(of: form) }
  }

  /// Whether a text is an EDTF date, when no reason is asked for.
  static func exists(_ text: String) -> Bool {
    guard let form = Form(text) else { return false }
    do throws(InvalidValue) {
      _ = try date(of: form)
      return true
    } catch {
      return false
    }
  }

  static let howDatesAreWritten =
    "write a date as 2021-06-01, 2021-06 or 2021, a period as 2024/2026; a '~' at the end means approximate"

  /// The parts of a text that has the form of a date; its months and days may still not exist.
  private enum Form {
    case point(PointForm)
    case interval(PointForm?, PointForm?)

    init?(_ text: String) {
      let halves = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard halves.count == 2 else {
        guard let point = PointForm(Array(text.utf8)) else { return nil }
        self = .point(point)
        return
      }
      let isOpen = halves.map { $0.elementsEqual("..".utf8) }
      let points = halves.map { PointForm(Array($0)) }
      guard isOpen != [true, true], isOpen[0] || points[0] != nil, isOpen[1] || points[1] != nil else {
        return nil
      }
      self = .interval(points[0], points[1])
    }
  }

  private struct PointForm {
    var year: Int
    var month: Int?
    var day: Int?
    var isApproximate = false
    var isUncertain = false

    init?(_ bytes: [UInt8]) {
      var digits = bytes[...]
      switch bytes.last {
      case UInt8(ascii: "~"): isApproximate = true
      case UInt8(ascii: "?"): isUncertain = true
      case UInt8(ascii: "%"): (isApproximate, isUncertain) = (true, true)
      default: digits.append(0)
      }
      digits.removeLast()
      let parts = digits.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard (1...3).contains(parts.count), let year = Self.number(parts[0], digits: 4) else { return nil }
      self.year = year
      if parts.count > 1 {
        month = Self.number(parts[1], digits: 2)
        if month == nil { return nil }
      }
      if parts.count > 2 {
        day = Self.number(parts[2], digits: 2)
        if day == nil { return nil }
      }
    }

    private static func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> Int? {
      guard bytes.count == digits else { return nil }
      var value = 0
      for byte in bytes {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
  }

  private static func date(of form: Form) throws(InvalidValue) -> EDTFDate {
    switch form {
    case .point(let point): return EDTFDate(.point(try checked(point)))
    case .interval(let from, let to):
      var ends: (from: Point?, to: Point?)
      if let from { ends.from = try checked(from) }
      if let to { ends.to = try checked(to) }
      let date = EDTFDate(.interval(from: ends.from, to: ends.to))
      guard date.earliest <= date.latest else {
        let turned = EDTFDate(.interval(from: ends.to, to: ends.from))
        throw InvalidValue("the period '\(date)' ends before it begins", help: "write \(turned)")
      }
      return date
    }
  }

  private static func checked(_ form: PointForm) throws(InvalidValue) -> Point {
    if let month = form.month, !(1...12).contains(month) {
      throw InvalidValue("month \(twoDigits(month)) does not exist", help: helpForMonth(form))
    }
    if let month = form.month, let day = form.day {
      try check(day: day, month: month, year: form.year)
    }
    return Point(
      year: form.year, month: form.month, day: form.day,
      isApproximate: form.isApproximate, isUncertain: form.isUncertain)
  }

  private static func check(day: Int, month: Int, year: Int) throws(InvalidValue) {
    let days = CivilCalendar.daysInMonth(month, of: year)
    if (1...days).contains(day) { return }
    if !(1...31).contains(day) {
      throw InvalidValue("day \(twoDigits(day)) does not exist", help: "a day is 01 to \(days)")
    }
    let name = MonthName.all[month - 1]
    if (month, day) == (2, 29) {
      throw InvalidValue("\(year) has no 29 February", help: "its last day is \(year)-02-28")
    }
    throw InvalidValue("\(name) \(year) has \(days) days, not \(day)", help: "a day is 01 to \(days)")
  }

  private static func helpForMonth(_ form: PointForm) -> String {
    if let month = form.month, let day = form.day, (1...12).contains(day), (1...31).contains(month),
      month <= CivilCalendar.daysInMonth(day, of: form.year)
    {
      let point = Point(
        year: form.year, month: day, day: month, isApproximate: form.isApproximate,
        isUncertain: form.isUncertain)
      return "the month comes before the day: \(point)"
    }
    return "a month is 01 to 12"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
