import Diagnostics
import Folding

/// A text in YAML, and how it is written.
package struct YAMLScalar: Hashable, Sendable {
  package let text: String
  package let isQuoted: Bool
  /// Whether it's in quotation marks even where it needs none.
  package var prefersQuotes = false
  /// Whether it's written without quotation marks where that is possible, although others may take it for a number.
  package var prefersPlain = false
  /// The lines as they stand in the file, without what indents them; of a block text, without what indents all of them.
  let source: [String]

  init(_ text: String, isQuoted: Bool, source: [String]) {
    self.text = text
    self.isQuoted = isQuoted
    self.source = source
  }

  /// A text that nobody has written yet, on one line.
  package init(_ text: String) { self.init(text, isQuoted: false, source: [text]) }

  package var isNull: Bool { YAMLNode(.scalar(text, isQuoted: isQuoted), at: .start).isNull }

  /// A text that begins with `|` or `>`.
  var isBlock: Bool { isQuoted && (source[0].hasPrefix("|") || source[0].hasPrefix(">")) }

  /// Whether empty lines behind it are a part of it.
  var isKeepingBlanks: Bool { isBlock && source[0].contains("+") }

  var isOnOneLine: Bool { source.count == 1 && !isBlock }

  /// As it's written on one line; `nil` where it can't be.
  ///
  /// - Parameter inFlow: whether it stands within brackets.
  func line(inFlow: Bool) -> String? {
    guard isOnOneLine else { return nil }
    if isKept { return isQuoted || !inFlow || PlainText.canStand(text, inFlow: true) ? source[0] : nil }
    if isNull { return inFlow && text.isEmpty ? nil : text }
    let isTextOnly = isQuoted && PlainText.isTakenForOther(text) && !prefersPlain
    if !prefersQuotes, !isTextOnly, PlainText.canStand(text, inFlow: inFlow) { return text }
    return quoted
  }

  /// Whether it stays exactly as it is: there's a character in it that nobody sees, or an escape for one.
  private var isKept: Bool {
    text.unicodeScalars.contains(where: PlainText.isUnseen)
      || source[0].hasPrefix("\"") && PlainText.hasOtherEscapes(source[0])
  }

  /// In double quotation marks; in single ones where that saves escapes.
  private var quoted: String {
    // By scalar: with a combining mark behind it, a sign is another character.
    let scalars = text.unicodeScalars
    if scalars.contains(where: { $0 == "\"" || $0 == "\\" }), !scalars.contains("'") { return "'\(text)'" }
    var result = "\""
    for scalar in scalars {
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

/// When a text needs quotation marks: by YAML's rules, and a little earlier, since not all readers go by the same ones.
enum PlainText {
  static func canStand(_ text: String, inFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":" else {
      return false
    }
    if indicators.contains(first) {
      guard first == "-", scalars.count > 1, scalars[1] != " ", scalars[1] != "-" else { return false }
    }
    if inFlow, scalars.contains(where: special.contains) { return false }
    return !zip(scalars, scalars.dropFirst()).contains { $0 == ":" && $1 == " " || $0 == " " && $1 == "#" }
  }

  /// Whether some reader of YAML would make a number, a date or a truth value of it.
  static func isTakenForOther(_ text: String) -> Bool {
    if words.contains(text.asciiLowercased) { return true }
    let bytes = Array(text.utf8)
    let digits = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") }
    guard let first = digits.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return false
    }
    return bytes.allSatisfy { numerals.contains($0) }
  }

  /// A character that is not what it looks like, or not seen at all.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned,
      .surrogate:
      return true
    default: return false
    }
  }

  /// Whether a text in double quotation marks has an escape beside `\"` and `\\`.
  static func hasOtherEscapes(_ written: String) -> Bool {
    var isEscaped = false
    for byte in written.utf8 {
      if isEscaped, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { return true }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return false
  }

  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`=".unicodeScalars)
  /// Within brackets; the last two are read by some as more than text.
  private static let special = Set(",[]{}?:".unicodeScalars)
  private static let numerals = Set("0123456789abcdefABCDEFxXoO_+-.:TZ ".utf8)
  private static let words: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", ".inf", "+.inf", "-.inf",
    ".nan",
  ]
}
