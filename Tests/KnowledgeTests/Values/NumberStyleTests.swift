import Knowledge
import TestSupport
import Testing

/// Random numbers in twelve styles: what is read is the number, or it is refused.
@Suite struct NumberStyleTests {
  @Test(arguments: 0..<12) func whatIsReadIsTheNumber(style: Int) throws {
    var generator = SeededGenerator(seed: 41 + UInt64(style))
    var read = 0
    for _ in 0..<400 {
      let number = Number(style, &generator)
      let text = number.written(style, &generator)
      guard case .success(let quantity) = Quantity.parse(text) else { continue }
      read += 1
      let expected = try DecimalNumber.parse(number.plain).get()
      #expect(quantity.magnitude == expected, "\(text) was read as \(quantity)")
      let again = try Quantity.parse(quantity.description).get()
      #expect(again.meaning == quantity.meaning, "\(text) is shown as \(quantity)")
    }
    #expect(read > 200)
  }

  /// Any characters that numbers are made of give no trap, and no number beside its text.
  @Test func anyMarksAreAnswered() throws {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "1", "0", "10", "000", ".", ",", " ", "\u{A0}", "'", "e", "E9", "^", "⁶", "-", "+", "×", "10^", "%",
      "x",
      "million", "Mio.", "万", "EUR", "€", "²", "５", "_", "~", "/", "999999999999999999", "\u{20E3}", "±",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      guard case .success(let quantity) = Quantity.parse(text), quantity.op != .words else { continue }
      let again = try Quantity.parse(quantity.description).get()
      #expect(again.meaning == quantity.meaning, "\(text): \(quantity)")
    }
  }
}

private struct Number {
  let isNegative: Bool
  let whole: Int
  let fraction: String

  init(_ style: Int, _ generator: inout SeededGenerator) {
    isNegative = Int.random(in: 0..<6, using: &generator) == 0
    let limit = [9, 99, 999, 9_999, 999_999, 99_999_999].randomElement(using: &generator) ?? 9
    whole = Int.random(in: 1...limit, using: &generator)
    // A comma before three digits parts thousands: that is the manual's rule.
    let places =
      ((2...3).contains(style) ? [0, 1, 2] : [0, 1, 2, 3, 4]).randomElement(using: &generator) ?? 0
    fraction = (0..<places).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }

  var sign: String { isNegative ? "-" : "" }
  var plain: String { sign + String(whole) + (fraction.isEmpty ? "" : "." + fraction) }

  /// - Parameter style: 0 to 11.
  func written(_ style: Int, _ generator: inout SeededGenerator) -> String {
    let unit = ["", " %", " t CO2", " GW", " firms", "家"].randomElement(using: &generator) ?? ""
    let digits = String(whole) + fraction
    let places = fraction.utf8.count
    switch style {
    case 0: return plain + unit
    case 1: return sign + grouped(",") + decimals(".") + unit
    case 2: return sign + grouped(".") + decimals(",") + unit
    case 3:
      return sign
        + grouped([" ", "\u{A0}", "\u{2009}", "\u{202F}", "'"].randomElement(using: &generator) ?? " ")
        + decimals(".,".randomElement(using: &generator) == "," ? "," : ".") + unit
    case 4: return sign + digits + "e-\(places)" + unit
    case 5: return sign + digits + " × 10^-\(places)" + unit
    case 6: return sign + digits + "·10⁻" + places.raised + unit
    case 7:
      let (scale, power) =
        [("million", 6), ("Mio.", 6), ("Mrd.", 9), ("thousand", 3), ("bn", 9)].randomElement(
          using: &generator) ?? ("", 0)
      return sign + shifted(by: power) + " " + scale + unit
    case 8:
      let (scale, power) = [("万", 4), ("亿", 8), ("万亿", 12)].randomElement(using: &generator) ?? ("", 0)
      return sign + shifted(by: power) + scale + "元"
    case 9: return (sign + grouped("，") + decimals("．")).fullWidth + unit
    case 10:
      return ["at least ", "> ", "not exceeding ", "约"].randomElement(using: &generator).map {
        $0 + "EUR " + plain
      } ?? plain
    default:
      return plain.replacing("-", with: "−")
        + [" EUR", "€", " Euro", " US$"].randomElement(using: &generator, or: "")
    }
  }

  private func decimals(_ mark: String) -> String { fraction.isEmpty ? "" : mark + fraction }

  private func grouped(_ mark: String) -> String {
    let digits = String(whole)
    return digits.enumerated().map { index, digit in
      (index > 0 && (digits.utf8.count - index) % 3 == 0 ? mark : "") + String(digit)
    }.joined()
  }

  /// The digits of the number divided by a power of ten.
  private func shifted(by power: Int) -> String {
    let digits = String(repeating: "0", count: power) + String(whole)
    return "\(Int(digits.dropLast(power)) ?? 0)." + digits.suffix(power) + fraction
  }
}

extension Int {
  fileprivate var raised: String {
    String(
      String(self).map {
        "⁰¹²³⁴⁵⁶⁷⁸⁹"["⁰¹²³⁴⁵⁶⁷⁸⁹".index("⁰¹²³⁴⁵⁶⁷⁸⁹".startIndex, offsetBy: $0.wholeNumberValue ?? 0)]
      })
  }
}

extension String {
  fileprivate var fullWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.compactMap { scalar in
          ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) : scalar
        }))
  }
}

extension Array {
  fileprivate func randomElement(using generator: inout SeededGenerator, or other: Element) -> Element {
    randomElement(using: &generator) ?? other
  }
}
