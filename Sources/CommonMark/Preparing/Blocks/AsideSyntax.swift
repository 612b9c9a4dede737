/// `[!note]`, `[!note]-`, `[!note|wide]+` at the start of a quotation, as in Obsidian. A word that neither GitHub nor
/// Obsidian knows makes a note that has this word as its title.
struct AsideSyntax: Equatable {
  var kind: AsideKind
  /// The word, where it is no known kind's.
  var unknownWord: String?
  var isFoldable = false
  var isFolded = false
  /// In bytes, the mark for folding included.
  var length: Int

  private static let lengthLimit = 60

  init?(_ bytes: [UInt8], at start: Int, before end: Int) {
    guard bytes.has("[!", at: start, before: end),
      let close = bytes[start..<min(end, start + Self.lengthLimit)].firstIndex(of: .closeBracket)
    else { return nil }
    let written = bytes[(start + 2)..<close]
    let word = bytes.trimmed(start + 2..<(written.firstIndex(of: .pipe) ?? close))
    guard !word.isEmpty, bytes[word].allSatisfy(Self.isWordByte) else { return nil }
    let next = close + 1
    let known = AsideKind(bytes.string(word))
    // `[!map](map.png)` is a link.
    if known == nil, next < end, [UInt8(ascii: "("), .openBracket, .colon].contains(bytes[next]) {
      return nil
    }
    kind = known ?? .note
    unknownWord = known == nil ? bytes.string(word) : nil
    length = next - start
    guard next < end, bytes[next] == .dash || bytes[next] == UInt8(ascii: "+"),
      next + 1 == end || bytes[next + 1].isSpaceOrTab
    else { return }
    isFoldable = true
    isFolded = bytes[next] == .dash
    length += 1
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || byte == .dash || byte == .underscore || byte == .space
  }
}
