import Diagnostics

/// A line such as `key: value`, `"key" = "value",` or `:key: value`: what nearly every format for such data has in
/// common. Quotation marks, signs before the key, and a remark behind the value are left out.
package struct SimpleLine {
  package let entry: YAMLNode.Entry

  /// - Parameters:
  ///   - line: its bytes, without its ending.
  ///   - number: the line's, from 1.
  ///   - column: of its first byte, from 1.
  package init?(_ line: ArraySlice<UInt8>, number: Int, column: Int = 1) {
    let start = line.firstIndex { isWordByte($0) } ?? line.endIndex
    // Signs of comments, lists, quotations and other formats may stand before it, but not many.
    guard start - line.startIndex < 200 else { return nil }
    let key = line[start...].prefix { isWordByte($0) || " -._".utf8.contains($0) }.trimmed
    guard (1...40).contains(key.count) else { return nil }
    var rest = line[key.endIndex...].drop { isBlank($0) || "\"'`*_".utf8.contains($0) }
    guard let sign = rest.popFirst(), sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else {
      return nil
    }
    // `http://…` is an address.
    if rest.starts(with: "//".utf8) { return nil }
    func position(_ offset: Int) -> Position {
      Position(line: number, column: column + offset - line.startIndex)
    }
    let value = SimpleLine.value(rest)
    entry = YAMLNode.Entry(
      key: String(decoding: key, as: UTF8.self), keyPosition: position(key.startIndex),
      value: YAMLNode(
        .scalar(String(decoding: value.text, as: UTF8.self), isQuoted: value.isQuoted),
        at: position(value.text.startIndex - (value.isQuoted ? 1 : 0)),
        length: max(1, value.text.count + (value.isQuoted ? 2 : 0))))
  }

  private static func value(_ rest: ArraySlice<UInt8>) -> (text: ArraySlice<UInt8>, isQuoted: Bool) {
    var value = rest.drop(while: { isBlank($0) || $0 == UInt8(ascii: "*") })
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = value.dropFirst().firstIndex(of: quote)
    {
      return (value[(value.startIndex + 1)..<end], true)
    }
    for remark in [" #", "\t#", " //", "-->"] {
      if let range = value.firstRange(of: Array(remark.utf8)) { value = value[..<range.lowerBound] }
    }
    while let last = value.last, isBlank(last) || ",;}".utf8.contains(last) { value.removeLast() }
    return (value, false)
  }
}

/// Whether a byte may stand in a name: a letter, a digit or part of a character beyond ASCII.
func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, !isWordByte(last) { slice.removeLast() }
    return slice
  }
}
