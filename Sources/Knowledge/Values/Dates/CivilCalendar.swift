/// The proleptic Gregorian calendar: days counted from 1970-01-01, which is day 0.
enum CivilCalendar {
  static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The year is shifted to begin in March, so that the leap day is its last and months need no table.
  /// A month's first day is then a straight line in the month's number: 153 days are five months.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month > 2 ? year : year - 1
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * daysPerEra + dayOfEra - epochInEras)
  }

  static func civilDate(of dayNumber: Int32) -> (year: Int, month: Int, day: Int) {
    let days = Int(dayNumber) + epochInEras
    let era = floorDivide(days, daysPerEra)
    let dayOfEra = days - era * daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static let daysPerEra = 146_097
  /// From 0000-03-01 to 1970-01-01.
  private static let epochInEras = 719_468

  private static func floorDivide(_ a: Int, _ b: Int) -> Int {
    (a >= 0 ? a : a - b + 1) / b
  }
}
