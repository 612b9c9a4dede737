/// Sets the marks between Chinese words as Chinese has them: templates put words, values and marks together in one way for all
/// languages, as in `依据: …` or `措施 (3)`, and a Chinese page shows `依据：…` and `措施（3）`.
///
/// A mark is changed where it stands behind a Chinese character, and a bracket also before one.
struct ChinesePunctuation {
  /// Whether the last thing that was shown is a Chinese character.
  private var isBehindHan = false
  /// How many brackets are open that were changed.
  private var openBrackets = 0

  private static let marks: [UInt8: String] = [
    UInt8(ascii: ":"): "：", UInt8(ascii: ","): "，", UInt8(ascii: ";"): "；", UInt8(ascii: "."): "。",
  ]

  /// Takes note of text of another language.
  mutating func skip(_ text: ArraySlice<UInt8>) {
    if !text.allSatisfy(Self.isBlank) { isBehindHan = false }
  }

  /// - Parameter text: the next stretch of text, between two tags.
  mutating func set(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 8)
    var index = text.startIndex
    while index < text.endIndex {
      let (byte, next) = (text[index], index + 1)
      index = next
      if byte == UInt8(ascii: "("), isBehindHan || Self.isHan(text[next...]) {
        if output.last == UInt8(ascii: " ") { output.removeLast() }
        output += "（".utf8
        openBrackets += 1
      } else if byte == UInt8(ascii: ")"), openBrackets > 0 {
        output += "）".utf8
        openBrackets -= 1
        isBehindHan = true
      } else if isBehindHan, let mark = Self.marks[byte], next == text.endIndex || Self.isBlank(text[next]) {
        output += mark.utf8
        if next < text.endIndex, text[next] == UInt8(ascii: " ") { index = next + 1 }
      } else {
        output.append(byte)
        if !Self.isBlank(byte) { isBehindHan = byte >= 0x80 && Self.endsHan(output) }
      }
    }
    return output
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  /// Whether a text begins with a character of the blocks of Chinese characters and their marks.
  private static func isHan(_ text: ArraySlice<UInt8>) -> Bool {
    text.first.map { (0xE3...0xE9).contains($0) || $0 == 0xEF } ?? false
  }

  /// Whether the last bytes are such a character.
  private static func endsHan(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && isHan(bytes[(bytes.count - 3)...])
  }
}
