/// Changes a text a little, as typing, pasting and broken tools do, and worse.
struct Mutation {
  /// What means something in texts of the sort.
  let tokens: [String]
  /// Other texts, of which pieces are pasted.
  let others: [[UInt8]]

  /// More is only slower.
  static let longest = 1 << 15

  func callAsFunction(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0...dice.below(dice.once(in: 3) ? 12 : 4) { bytes = changed(bytes, &dice) }
    return Array(bytes.prefix(Mutation.longest))
  }

  private func changed(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    let range = dice.range(in: bytes.count)
    switch dice.below(12) {
    case 0, 1: bytes.replaceSubrange(range.lowerBound..<range.lowerBound, with: dice.pick(tokens).utf8)
    case 2: bytes.replaceSubrange(range, with: dice.pick(tokens).utf8)
    case 3: bytes.removeSubrange(range)
    case 4: bytes.insert(contentsOf: Array(bytes[range]), at: dice.below(bytes.count + 1))
    case 5: if !bytes.isEmpty { bytes[dice.below(bytes.count)] = UInt8(dice.below(256)) }
    case 6: bytes.replaceSubrange(range, with: dice.pick(Mutation.hostile).utf8)
    case 7:
      let other = others.isEmpty ? bytes : dice.pick(others)
      bytes.replaceSubrange(range, with: other[dice.range(in: other.count)])
    case 8: bytes = lines(of: bytes, &dice)
    case 9:
      let piece = dice.once(in: 2) ? Array(bytes[range].prefix(40)) : Array(dice.pick(tokens).utf8)
      let count = dice.once(in: 4) ? 2_000 : 1 + dice.below(20)
      bytes.insert(contentsOf: [[UInt8]](repeating: piece, count: count).joined(), at: range.lowerBound)
    case 10: bytes = words(of: bytes, &dice)
    default:
      bytes = Array(bytes[..<(range.lowerBound > 0 && dice.once(in: 4) ? range.lowerBound : bytes.count)])
    }
    return bytes
  }

  /// A line twice, not at all, or elsewhere.
  private func lines(of bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let line = lines.remove(at: dice.below(lines.count))
    for _ in 0..<dice.below(3) { lines.insert(line, at: dice.below(lines.count + 1)) }
    return Array(lines.joined(separator: [10]))
  }

  /// One word of the text in place of another.
  func words(of bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    let words = bytes.split {
      !($0 >= 0x80 || $0 == 45 || $0 == 95 || 48...57 ~= $0 || 65...90 ~= $0 | 0x20 & 0xDF)
    }
    guard words.count > 1 else { return bytes }
    let (old, new) = (dice.pick(words), dice.pick(words))
    return Array(bytes[..<old.startIndex] + new + bytes[old.endIndex...])
  }

  /// What ends programs: characters that speak to terminals, that join, turn or are none, and numbers beyond every limit.
  static let hostile = [
    "\u{0}", "\u{1}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{202E}",
    "\u{2028}",
    "\u{2066}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "e\u{301}\u{301}\u{301}", "\r", "\r\n",
    "\t",
    "👩‍👩‍👧", "制度", "ﷺ", "İ", "ß", "ǅ", "½", "٣", "９", "−", "\u{FF0E}", "\u{3000}", "0", "-1", "-0", "1e999",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "0.1e-400",
    "99999999999999999999999999999999999999999999999999", "NaN", "null", "~", "true", "no", "0x10", "0o7",
    "2024-02-30", "2024-02-29/..", "-0001", "Y-99999999999", "9999-12-31", "../../../etc/passwd", "//",
    "a//b",
    "javascript:alert(1)", "data:text/html,<b>", "<script>", "</script>", "<!--", "-->", "]]>", "\"", "'",
    "`", "\\",
    "%00", "%2e%2e", "%", "&#0;", "&#x110000;", "&nbsp;", "${x}", "{{x}}", "{{{x}}}", "::error::x", "=cmd()",
    "@",
  ]
}
