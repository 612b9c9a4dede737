import Folding

/// A condition as it's typed: `responsible.role=lead` or `deadline <= 2027`.
struct WrittenCondition: Hashable {
  /// The names before the operator, taken apart at the points.
  let path: [String]
  let comparison: Comparison
  let value: String

  init(_ text: String) throws(QueryError) {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: Self.isOperatorByte) else {
      throw QueryError("the condition '\(text)' has no operator", help: Self.howConditionsAreWritten)
    }
    let end = bytes[start...].firstIndex { !Self.isOperatorByte($0) } ?? bytes.count
    let sign = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let comparison = Comparison(rawValue: sign) else {
      let meant = Self.mistyped[sign].map { "; did you mean '\($0.rawValue)'?" } ?? ""
      throw QueryError("no operator '\(sign)'" + meant, help: Self.howConditionsAreWritten)
    }
    let name = Self.trimmed(bytes[..<start])
    value = Self.trimmed(bytes[end...])
    if name.isEmpty {
      throw QueryError("the condition '\(text)' names no field", help: Self.howConditionsAreWritten)
    }
    if value.isEmpty {
      throw QueryError("the condition '\(text)' names no value", help: Self.howConditionsAreWritten)
    }
    path = name.parts(at: ".").map(String.init)
    self.comparison = comparison
  }

  private static let howConditionsAreWritten =
    "write field=value or field.qualifier=value; the operators are "
    + Comparison.allCases.map(\.rawValue).joined(separator: ", ")

  private static let mistyped: [String: Comparison] = [
    "==": .equal, "===": .equal, "=>": .greaterOrEqual, "=<": .lessOrEqual, "<>": .notEqual, "!==": .notEqual,
    "=!": .notEqual, "!": .notEqual,
  ]

  private static func isOperatorByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
