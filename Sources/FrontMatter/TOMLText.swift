import Diagnostics

/// A text in quotation marks: `"…"` with escapes, `'…'` without, and either tripled over several lines.
struct TOMLText {
  private let bytes: [UInt8]
  private let start: Int
  private(set) var offset: Int
  private let quote: UInt8
  private var result: [UInt8] = []

  /// - Parameter start: of the first quotation mark.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
    offset = start
    quote = bytes[start]
  }

  mutating func read() throws(TOMLFault) -> String {
    let isLong = has(3)
    offset += isLong ? 3 : 1
    if isLong { skipLineEnd() }
    while offset < bytes.count, isLong || bytes[offset] != 10 {
      let byte = bytes[offset]
      if byte == quote, !isLong || has(3) {
        offset += isLong ? 3 : 1
        // One or two more of them belong to the text.
        while isLong, offset < bytes.count, bytes[offset] == quote {
          result.append(quote)
          offset += 1
        }
        return String(decoding: result, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try readEscape(isLong: isLong)
      } else {
        result.append(byte)
        offset += 1
      }
    }
    throw TOMLFault(
      offset: start, message: "the quotation mark opened here is never closed",
      help: "end the text with the same mark; write \"\"\" for a text of several lines")
  }

  private func has(_ count: Int) -> Bool {
    offset + count <= bytes.count && bytes[offset..<offset + count].allSatisfy { $0 == quote }
  }

  private mutating func skipLineEnd() {
    if offset < bytes.count, bytes[offset] == 13 { offset += 1 }
    if offset < bytes.count, bytes[offset] == 10 { offset += 1 }
  }

  private mutating func readEscape(isLong: Bool) throws(TOMLFault) {
    let escape = offset
    let sign = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    offset += 2
    switch sign {
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(sign)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = sign == UInt8(ascii: "u") ? 4 : 8
      let digits = String(decoding: bytes[min(offset, bytes.count)...].prefix(count), as: UTF8.self)
      guard digits.utf8.count == count, let number = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(number), scalar.properties.generalCategory != .control
      else { throw unknown(escape) }
      result += Array(String(scalar).utf8)
      offset += count
    case 10, 13, UInt8(ascii: " "), UInt8(ascii: "\t"):
      guard isLong else { throw unknown(escape) }
      // The line goes on where the next text stands.
      offset -= 1
      while offset < bytes.count, isBlank(bytes[offset]) || bytes[offset] == 10 || bytes[offset] == 13 {
        offset += 1
      }
    default: throw unknown(escape)
    }
  }

  private func unknown(_ offset: Int) -> TOMLFault {
    TOMLFault(
      offset: offset, message: "'\\' begins an escape that TOML does not know",
      help: "write '\\\\' for a backslash, or use single quotes")
  }
}
