import Folding

/// The parts of a number as they stand in a text, before it is known what its marks mean.
struct NumberForm {
  /// All of it, with one blank for several.
  var written = ""
  var isNegative = false
  /// ASCII digits, and between them the marks `.` `,` `，` `'` `_` and blanks.
  var mantissa = ""
  /// The power of ten that it is multiplied by, in digits with a sign.
  var exponent: String?
  /// Whether the power is written with an "e".
  var isScientific = false

  static let howNumbersAreWritten = "write a number as 43.5, 10000 or 10,000"
}

extension QuantityText {
  /// Takes digits with what belongs to a number: a sign before them, marks and blanks between them, and a power of
  /// ten behind them ("1.5e6", "1.5 × 10^6", "10⁶").
  mutating func takeNumber() -> NumberForm? {
    var reader = NumberReader(rest)
    guard let form = reader.form() else { return nil }
    rest = reader.rest
    return form
  }
}

private struct NumberReader {
  var rest: ArraySlice<Unicode.Scalar>

  init(_ text: ArraySlice<Unicode.Scalar>) { rest = text }

  mutating func form() -> NumberForm? {
    let text = rest
    var form = NumberForm()
    if let sign = sign() { form.isNegative = sign == "-" }
    guard mantissa(to: &form.mantissa) else { return nil }
    if form.mantissa == "10", let exponent = power() {
      (form.mantissa, form.exponent) = ("1", exponent)
    } else if let exponent = scientific() {
      (form.exponent, form.isScientific) = (exponent, true)
    } else {
      form.exponent = timesPower()
    }
    let taken = text[..<rest.startIndex].split(separator: " ")
    form.written = taken.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    return form
  }

  private mutating func sign() -> Unicode.Scalar? {
    guard let first = rest.first else { return nil }
    switch first {
    case "-", "\u{2212}", "\u{FF0D}", "\u{FE63}":
      rest.removeFirst()
      return "-"
    case "+", "\u{FF0B}":
      rest.removeFirst()
      return "+"
    default: return nil
    }
  }

  /// A mark counts only with a digit behind it, so that a sentence's comma is none of the number's.
  private mutating func mantissa(to text: inout String) -> Bool {
    guard let first = rest.first, Self.digit(first) != nil || first == "." else { return false }
    while let scalar = rest.first {
      let isMark = rest.dropFirst().first.flatMap(Self.digit) != nil
      guard let known = Self.digit(scalar) ?? (isMark ? Self.mark(scalar) : nil) else { break }
      text.unicodeScalars.append(known)
      rest.removeFirst()
    }
    return !text.isEmpty
  }

  /// "e6" and "E-3".
  private mutating func scientific() -> String? {
    guard rest.first == "e" || rest.first == "E" else { return nil }
    return attempt { reader in
      reader.rest.removeFirst()
      return reader.signedDigits(Self.digit)
    }
  }

  /// "× 10^6".
  private mutating func timesPower() -> String? {
    attempt { reader in
      reader.skipBlanks()
      guard let sign = reader.rest.first, "×xX·⋅∙*✕".unicodeScalars.contains(sign) else { return nil }
      reader.rest.removeFirst()
      reader.skipBlanks()
      guard reader.rest.starts(with: "10".unicodeScalars) else { return nil }
      reader.rest.removeFirst(2)
      return reader.power()
    }
  }

  /// "^6", "**6", "^{-3}" or "⁶".
  private mutating func power() -> String? {
    attempt { reader in
      let carets = reader.rest.starts(with: "**".unicodeScalars) ? 2 : reader.rest.first == "^" ? 1 : 0
      guard carets > 0 else { return reader.signedDigits(Self.raisedDigit) }
      reader.rest.removeFirst(carets)
      let closing: Unicode.Scalar? =
        switch reader.rest.first {
        case "{": "}"
        case "(": ")"
        default: nil
        }
      if closing != nil { reader.rest.removeFirst() }
      guard let exponent = reader.signedDigits(Self.digit) else { return nil }
      guard let closing else { return exponent }
      guard reader.rest.first == closing else { return nil }
      reader.rest.removeFirst()
      return exponent
    }
  }

  private mutating func signedDigits(_ digit: (Unicode.Scalar) -> Unicode.Scalar?) -> String? {
    var text = ""
    switch rest.first {
    case "+", "\u{207A}": rest.removeFirst()
    case "-", "\u{2212}", "\u{207B}":
      rest.removeFirst()
      text = "-"
    default: break
    }
    let sign = text
    while let scalar = rest.first, let digit = digit(scalar) {
      text.unicodeScalars.append(digit)
      rest.removeFirst()
    }
    return text == sign ? nil : text
  }

  /// Takes nothing where it fails.
  private mutating func attempt(_ body: (inout NumberReader) -> String?) -> String? {
    var reader = self
    guard let taken = body(&reader) else { return nil }
    self = reader
    return taken
  }

  private mutating func skipBlanks() { rest = rest.drop { $0.properties.isWhitespace } }

  /// The digit that a sign stands for, in ASCII or in full width.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isDigit { return scalar }
    guard (0xFF10...0xFF19).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0)
  }

  private static func raisedDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    (0x2080...0x2089).contains(scalar.value) ? nil : scalar.raisedOrLoweredDigit
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case ".", "\u{FF0E}": "."
    case ",", "\u{FF0C}", "_": scalar
    case "'", "\u{2019}": "'"
    // The blanks that part thousands: of full, of thin and of a digit's width, breaking and not.
    case " ", "\u{A0}", "\u{2005}"..."\u{2009}", "\u{202F}": " "
    default: nil
    }
  }
}
