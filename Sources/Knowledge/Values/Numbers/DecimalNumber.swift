/// An exact decimal number: `significand` × 10 to the power of `exponent`.
///
/// Normalised (no significand ends in a zero; zero has the exponent 0), so that equal numbers are equal
/// values: "43.50" and "43.5" are one.
package struct DecimalNumber: Hashable, Sendable {
  package let significand: Int64
  package let exponent: Int

  package init(_ integer: Int64) {
    self.init(significand: integer, exponent: 0)
  }

  init(significand: Int64, exponent: Int) {
    var (digits, power) = (significand, exponent)
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.significand = digits
    self.exponent = digits == 0 ? 0 : power
  }

  /// This number times 10 to the power of `power`.
  func scaled(byPowerOfTen power: Int) -> DecimalNumber {
    DecimalNumber(significand: significand, exponent: exponent + power)
  }
}

extension DecimalNumber: Comparable {
  package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    if a.significand.signum() != b.significand.signum() { return a.significand < b.significand }
    return a.significand < 0 ? isLess(magnitudeOf: b, a) : isLess(magnitudeOf: a, b)
  }

  /// Both of the same sign. The one with more digits before the point is greater; with equally many, the
  /// shorter significand is filled up with zeros to the length of the other, at most 19 digits: no overflow.
  private static func isLess(magnitudeOf a: DecimalNumber, _ b: DecimalNumber) -> Bool {
    var (x, y) = (a.significand.magnitude, b.significand.magnitude)
    let (digitsA, digitsB) = (digitCount(x), digitCount(y))
    if digitsA + a.exponent != digitsB + b.exponent { return digitsA + a.exponent < digitsB + b.exponent }
    for _ in 0..<max(0, digitsB - digitsA) { x *= 10 }
    for _ in 0..<max(0, digitsA - digitsB) { y *= 10 }
    return x < y
  }

  private static func digitCount(_ number: UInt64) -> Int {
    var (count, rest) = (0, number)
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// All digits, without thousands separators: "43.5", "10000".
  package var description: String { text(separator: "") }

  /// With a comma before every three digits: "10,000".
  package var grouped: String { text(separator: ",") }

  private func text(separator: String) -> String {
    var digits = String(significand.magnitude) + String(repeating: "0", count: max(0, exponent))
    var fraction = ""
    if exponent < 0 {
      let missing = max(0, 1 - exponent - digits.utf8.count)
      digits = String(repeating: "0", count: missing) + digits
      fraction = "." + digits.suffix(-exponent)
      digits.removeLast(-exponent)
    }
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { whole += separator }
      whole.append(digit)
    }
    return (significand < 0 ? "-" : "") + whole + fraction
  }
}
