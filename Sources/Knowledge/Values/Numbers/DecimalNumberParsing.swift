extension DecimalNumber {
  /// Reads digits with an optional sign, an optional fraction behind a point and, if any comma, one before
  /// every three digits: `43.5`, `-7`, `10,000`. At most 18 digits count, and 60 places before or behind the
  /// point.
  package static func parse(_ text: String) -> Result<DecimalNumber, InvalidValue> {
    Result { () throws(InvalidValue) in try number(text) }
  }

  private static func number(_ text: String) throws(InvalidValue) -> DecimalNumber {
    var bytes = Array(text.utf8)[...]
    var isNegative = false
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      isNegative = bytes.removeFirst() == UInt8(ascii: "-")
    } else if bytes.starts(with: "\u{2212}".utf8) {
      isNegative = true
      bytes.removeFirst(3)
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { throw noNumber(text) }
    let whole = try ungrouped(parts[0], of: text)
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard fraction.allSatisfy(isDigit) else { throw noNumber(text) }
    guard whole.count <= 60, fraction.count <= 60 else {
      throw InvalidValue("the number \(quoted(text)) is too long")
    }
    let digits = (whole + fraction).drop { $0 == UInt8(ascii: "0") }
    let significant = digits.reversed().drop { $0 == UInt8(ascii: "0") }
    guard significant.count <= 18 else {
      throw InvalidValue("the number \(quoted(text)) has more than 18 significant digits")
    }
    let magnitude = significant.reversed().reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    let exponent = digits.count - significant.count - fraction.count
    return DecimalNumber(significand: isNegative ? -magnitude : magnitude, exponent: exponent)
  }

  /// The digits before the point, their commas checked and taken out.
  private static func ungrouped(
    _ bytes: ArraySlice<UInt8>, of text: String
  ) throws(InvalidValue) -> [UInt8] {
    let groups = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { throw noNumber(text) }
    let digits = Array(groups.joined())
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
    guard groups.count == 1 || isGrouped else {
      let written = String(decoding: digits, as: UTF8.self)
      let looksLikeFraction = groups.count == 2 && (1...2).contains(groups[1].count)
      let point = text.split(separator: ",").joined(separator: ".")
      throw InvalidValue(
        "in \(quoted(text)) a comma does not come before three digits",
        help: "write \(written)" + (looksLikeFraction ? ", or \(point) if the comma is a decimal mark" : ""))
    }
    return digits
  }

  private static func noNumber(_ text: String) -> InvalidValue {
    InvalidValue("\(quoted(text)) is not a number", help: "write a number as 43.5, 10000 or 10,000")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
