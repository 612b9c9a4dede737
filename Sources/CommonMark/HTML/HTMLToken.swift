/// A piece of raw HTML: a tag, or what stands between tags.
struct HTMLToken {
  enum Sort {
    case start(HTMLElementName, closesItself: Bool)
    case end(HTMLElementName)
    /// A tag of no element that may stand here: shown as text.
    case other
    case text
  }

  var sort: Sort
  /// In the document's text.
  var range: Range<Int>
  /// The line breaks of the block before it.
  var line = 0
  /// The node that it is from.
  var node = 0
  /// The token with the other tag of the element.
  var partner: Int?
}

/// Takes raw HTML apart, by CommonMark's rules for tags: what is no whole tag by them is text. Comments are left out.
struct HTMLTokens {
  private let text: [UInt8]
  private(set) var all: [HTMLToken] = []
  private var line = 0

  init(in text: [UInt8], _ range: Range<Int>) {
    self.text = text
    var start = range.lowerBound
    var offset = start
    // Where a comment's end was sought in vain, no other one is.
    var hasComments = true
    while offset < range.upperBound {
      guard text[offset] == .less else {
        offset += 1
        continue
      }
      if hasComments, text.has("<!--", at: offset, before: range.upperBound) {
        let end = text.first([.dash, .dash, .greater], in: offset + 4..<range.upperBound)
        hasComments = end != nil
        if let end {
          appendText(start..<offset)
          countLines(offset..<end + 3)
          (start, offset) = (end + 3, end + 3)
          continue
        }
      }
      guard let tag = HTMLTag(text, at: offset, end: range.upperBound), tag.isComplete else {
        offset += 1
        continue
      }
      appendText(start..<offset)
      append(tag, offset..<tag.end)
      (start, offset) = (tag.end, tag.end)
    }
    appendText(start..<range.upperBound)
  }

  private mutating func appendText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    all.append(HTMLToken(sort: .text, range: range, line: line))
    countLines(range)
  }

  private mutating func append(_ tag: HTMLTag, _ range: Range<Int>) {
    let sort: HTMLToken.Sort
    if let name = HTMLElementName(rawValue: tag.name) {
      sort = tag.isClosing ? .end(name) : .start(name, closesItself: text[range.upperBound - 2] == .slash)
    } else {
      sort = .other
    }
    all.append(HTMLToken(sort: sort, range: range, line: line))
    countLines(range)
  }

  private mutating func countLines(_ range: Range<Int>) { line += text[range].count { $0 == .newline } }

  /// Whether the tags of a block are shown as text whatever they are: a browser would read to their end as something
  /// else.
  static func isVerbatim(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let start = text.trimmedStart(range).lowerBound
    guard start < range.upperBound, text[start] == .less else { return true }
    guard let tag = HTMLTag(text, at: start, end: range.upperBound) else {
      return !text.has("<!--", at: start, before: range.upperBound)
    }
    return ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"]
      .contains(tag.name)
  }
}
