import Diagnostics

/// What authors write for themselves in the languages of other tools: `{% comment %}…{% endcomment %}` of Liquid,
/// `{{/* … */}}` and `{{< comment >}}` of Hugo, `{# … #}` of Jinja and Nunjucks, `{/* … */}` of MDX,
/// `{::comment}…{:/comment}` of kramdown, `{{!-- … --}}` of Handlebars, `{>>…<<}` of Critic Markup. What nothing
/// closes is none: those tools refuse it.
struct TemplateComments {
  /// By what closes them: those of which the rest of the text has no end, so that none is sought twice.
  private var endless: Set<[UInt8]> = []

  /// What opens a comment by these very characters, and what closes it.
  private static let pairs = [
    ("{/*", "*/}"), ("{::comment}", "{:/comment}"), ("{{!--", "--}}"), ("{>>", "<<}"), ("{# ", "#}"),
    ("{#-", "#}"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// The brackets of a tag that opens and of one that closes, and what stands in them.
  private static let tags = [
    ("{%", "%}", "comment", "endcomment"), ("{{<", ">}}", "comment", "/comment"),
    ("{{%", "%}}", "comment", "/comment"), ("{{", "}}", "/*", "*/"),
  ].map { Tag(open: Array($0.utf8), close: Array($1.utf8), first: Array($2.utf8), last: Array($3.utf8)) }

  private struct Tag {
    var open: [UInt8]
    var close: [UInt8]
    var first: [UInt8]
    var last: [UInt8]
    /// Whether it is one tag from its first sign to its last, and not two with text between them.
    var isOne: Bool { first.last == UInt8(ascii: "*") }
  }

  /// Whether a text may have one: most have none, and need no other look.
  static func mayBe(in bytes: [UInt8]) -> Bool {
    var start = 0
    while let found = bytes.first(brace, from: start) {
      if found + 1 < bytes.count, signs.contains(bytes[found + 1]) { return true }
      start = found + 1
    }
    return false
  }

  private static let brace = UInt8(ascii: "{")
  private static let signs = Array("{%/:>#".utf8)

  /// The offset after the comment that begins with the brace at `start`; `nil` where none does.
  mutating func end(at start: Int, in bytes: [UInt8]) -> Int? {
    let rest = bytes[start...]
    for (open, close) in Self.pairs where rest.starts(with: open) {
      return end(by: close, from: start + open.count, in: bytes)
    }
    for tag in Self.tags where rest.starts(with: tag.open) {
      guard let inner = Self.afterWord(tag.first, at: start + tag.open.count, in: bytes) else { continue }
      if tag.isOne {
        guard let last = end(by: tag.last, from: inner, in: bytes) else { return nil }
        return Self.afterWord(tag.close, at: last, in: bytes)
      }
      guard let content = Self.afterWord(tag.close, at: inner, in: bytes) else { continue }
      return end(of: tag, from: content, in: bytes)
    }
    return nil
  }

  private mutating func end(by close: [UInt8], from start: Int, in bytes: [UInt8]) -> Int? {
    guard !endless.contains(close) else { return nil }
    if let found = bytes.first(close, in: start..<bytes.count) { return found + close.count }
    endless.insert(close)
    return nil
  }

  private mutating func end(of tag: Tag, from start: Int, in bytes: [UInt8]) -> Int? {
    let key = tag.open + tag.last
    guard !endless.contains(key) else { return nil }
    var offset = start
    while let open = bytes.first(tag.open, in: offset..<bytes.count) {
      offset = open + tag.open.count
      if let word = Self.afterWord(tag.last, at: offset, in: bytes),
        let end = Self.afterWord(tag.close, at: word, in: bytes)
      {
        return end
      }
    }
    endless.insert(key)
    return nil
  }

  /// The offset after a word that stands at `start`, behind blanks and the dash that takes blanks away.
  private static func afterWord(_ word: [UInt8], at start: Int, in bytes: [UInt8]) -> Int? {
    var offset = start
    while offset < bytes.count, bytes[offset].isSpaceOrTab || bytes[offset] == .dash { offset += 1 }
    return bytes[offset...].starts(with: word) ? offset + word.count : nil
  }
}
