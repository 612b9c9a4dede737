extension NumberForm {
  /// The number that the digits and marks mean, where that is certain.
  ///
  /// - Parameter scale: the word behind it, whose language tells what a mark means.
  func number(in scale: Quantity.Scale?) throws(InvalidValue) -> WrittenNumber {
    let commas = mantissa.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if let scale, scale.isContinental, commas.count == 2, isGrouped(commas) {
      throw InvalidValue(
        "in \(quoted(written)) the comma could separate thousands or begin a fraction",
        help: "write \(sign)\(commas[0])\(commas[1]) or \(sign)\(commas[0]).\(commas[1])0, whichever you mean"
      )
    }
    return try number(isEnglish: scale?.isEnglish ?? false)
  }

  /// - Parameter isEnglish: whether it is known that a full stop begins a fraction.
  private func number(isEnglish: Bool) throws(InvalidValue) -> WrittenNumber {
    let (whole, fraction) = try parts(isEnglish: isEnglish || exponent != nil)
    let significant = whole.drop { $0 == "0" }
    let digits =
      (isNegative ? "-" : "") + (significant.isEmpty ? "0" : String(significant))
      + (fraction.isEmpty ? "" : "." + fraction)
    let value: DecimalNumber
    switch DecimalNumber.parse(digits) {
    case .success(let number): value = number
    case .failure(let mistake): throw mistake
    }
    guard let exponent else { return WrittenNumber(value: value, written: written, digits: digits) }
    let scaled = try value.scaled(by: exponent, in: written)
    // Many write 10e6 for 10^6.
    if isScientific, mantissa == "10" {
      throw InvalidValue(
        "in \(quoted(written)) it is unclear what the 10 means",
        help: "write \(sign)10^\(exponent) or \(sign)1e\(scaled.exponent), whichever you mean")
    }
    return WrittenNumber(value: scaled, written: written, digits: scaled.description)
  }

  /// The digits before and behind the decimal mark.
  private func parts(isEnglish: Bool) throws(InvalidValue) -> (whole: String, fraction: String) {
    let marks = Set(mantissa.filter { !$0.isNumber })
    if marks.isEmpty { return (mantissa, "") }
    if marks.contains("_") { throw noNumber }
    if let group = marks.first(where: { $0 == " " || $0 == "'" || $0 == "，" }) {
      return try withOwnGroups(group)
    }
    let points = mantissa.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let commas = mantissa.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if points.count > 1, commas.count > 1 {
      // Of two marks the last begins the fraction.
      return try points[points.count - 1].contains(",")
        ? withGroups(commas, of: ".") : withGroups(points, of: ",")
    }
    if points.count == 2 { return try withPoint(points[0], points[1], isEnglish: isEnglish) }
    let groups = points.count > 1 ? points : commas
    if isGrouped(groups) { return (groups.joined(), "") }
    guard commas.count == 2 else { throw badGroups }
    return try withComma(commas[0], commas[1])
  }

  /// "1.234" is an English fraction and a German thousand; "1234.567" and "0.125" are no thousands.
  private func withPoint(_ whole: String, _ fraction: String, isEnglish: Bool) throws(InvalidValue) -> (
    whole: String, fraction: String
  ) {
    guard isGrouped([whole, fraction]), !isEnglish else { return (whole, fraction) }
    let other = fraction.last == "0" ? String(fraction.dropLast()) : fraction + "0"
    throw InvalidValue(
      "in \(quoted(written)) the full stop could separate thousands or begin a fraction",
      help: "write \(sign)\(whole),\(fraction) or \(sign)\(whole).\(other), whichever you mean")
  }

  private var sign: String { isNegative ? "-" : "" }

  private var power: String { exponent.map { "e" + $0 } ?? "" }

  /// A comma that parts no thousands begins a fraction: "7,5", "1,00", "0,125".
  private func withComma(_ whole: String, _ fraction: String) throws(InvalidValue) -> (
    whole: String, fraction: String
  ) {
    if fraction.utf8.count <= 2 || whole.allSatisfy({ $0 == "0" }) { return (whole, fraction) }
    throw InvalidValue(
      "in \(quoted(written)) it is unclear what the comma means",
      help:
        "write \(sign)\(whole)\(fraction)\(power) or \(sign)\(whole).\(fraction)\(power), whichever you mean")
  }

  /// A fraction behind one mark, and thousands before it with the other between.
  private func withGroups(_ halves: [String], of group: Character) throws(InvalidValue) -> (
    whole: String, fraction: String
  ) {
    let groups = halves[0].split(separator: group, omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2, isGrouped(groups), !halves[1].contains(group) else { throw badGroups }
    return (groups.joined(), halves[1])
  }

  /// Thousands with blanks or apostrophes between, and perhaps a fraction behind either mark.
  private func withOwnGroups(_ group: Character) throws(InvalidValue) -> (whole: String, fraction: String) {
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let commas = mantissa.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let used = halves.count == 1 ? commas : halves
    let groups = used[0].split(separator: group, omittingEmptySubsequences: false).map(String.init)
    let fraction = used.count == 2 ? used[1] : ""
    let isThousands = used.count == 1 || used == halves || fraction.utf8.count != 3
    guard used.count <= 2, fraction.allSatisfy(\.isNumber), isGrouped(groups), isThousands else {
      if group == " " {
        throw InvalidValue(
          "\(quoted(written)) has two numbers",
          help: "write thousands with commas or without a separator: 10,000")
      }
      throw badGroups
    }
    return (groups.joined(), fraction)
  }

  private func isGrouped(_ groups: [String]) -> Bool {
    groups.count > 1 && (1...3).contains(groups[0].utf8.count) && groups[0].first != "0"
      && groups.allSatisfy { $0.allSatisfy(\.isNumber) }
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
  }

  private var badGroups: InvalidValue {
    let marks = mantissa.contains(",") && !mantissa.contains(".") ? "a comma does" : "the marks do"
    return InvalidValue(
      "in \(quoted(written)) \(marks) not come before three digits",
      help: "write thousands with commas or without a separator: 10,000")
  }

  private var noNumber: InvalidValue {
    InvalidValue("\(quoted(written)) is not a number", help: Self.howNumbersAreWritten)
  }
}

extension DecimalNumber {
  /// Times a power of ten that an author wrote: of any size, so that the arithmetic must not overflow.
  fileprivate func scaled(by exponent: String, in text: String) throws(InvalidValue) -> DecimalNumber {
    let limit = 60
    guard exponent.utf8.count <= 4, let power = Int(exponent), abs(power) <= limit else {
      throw InvalidValue(
        "the number \(quoted(text)) has more than \(limit) places", help: "write {words: \"…\"} for a wording"
      )
    }
    let number = scaled(byPowerOfTen: power)
    guard abs(number.exponent) <= limit else {
      throw InvalidValue(
        "the number \(quoted(text)) has more than \(limit) places", help: "write {words: \"…\"} for a wording"
      )
    }
    return number
  }
}
