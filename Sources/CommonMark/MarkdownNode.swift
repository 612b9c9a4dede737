package import Diagnostics

/// One node of a document: a block or an inline.
///
/// Nodes stand in preorder in `MarkdownDocument.nodes`, so a node's subtree is the indices from its own up to
/// (not including) `end`, and its first child, if any, is the next index.
package struct MarkdownNode: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    // Blocks
    case document, paragraph, heading, blockQuote, aside, asideTitle, list, item, codeBlock, htmlBlock
    case thematicBreak, table, tableHead, tableBody, tableRow, tableCell, footnotes, footnote
    /// An element that the author wrote in HTML: an index into `MarkdownDocument.elements`.
    case blockElement
    // Inlines
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, marked
    /// Their `link` is an index into `MarkdownDocument.links`.
    case link, image, wikiLink, citationItem
    /// A link or image whose URL is not allowed: its content is shown, its URL is gone.
    case droppedLink, droppedImage
    /// The brackets around one or several `citationItem`s.
    case citation
    case footnoteReference
    /// As `blockElement`, within a line.
    case inlineElement
  }

  package enum Alignment: UInt8, Sendable { case none, left, center, right }
  package enum Task: UInt8, Sendable { case none, open, done }

  package internal(set) var kind: Kind
  /// Heading level, alignment, task state or kind of aside; see the computed properties.
  var detail: UInt8 = 0
  /// Lists: tight. Paragraphs: inside a tight list. Lists and table cells: see `isOrdered`, `isHeader`. Line ends and text, asides: see below.
  var flags: UInt8 = 0
  /// The index after the node's subtree.
  package internal(set) var end: Int32
  /// List start, index of a link, heading or footnote, or number of columns.
  var payload: Int32 = 0
  /// Where it starts: exact for blocks, the line of the enclosing block or better for inlines.
  package internal(set) var position: Position
  var textStart: UInt32 = 0
  var textCount: UInt32 = 0

  init(_ kind: Kind, at position: Position, end: Int) {
    self.kind = kind
    self.position = position
    self.end = Int32(truncatingIfNeeded: end)
  }
}

extension MarkdownNode {
  /// The node's own bytes in `MarkdownDocument.text`: of text, code, code blocks and raw HTML; of wiki links
  /// and citations what the author wrote.
  package internal(set) var text: Range<Int> {
    get { Int(textStart)..<Int(textStart) + Int(textCount) }
    set {
      textStart = UInt32(truncatingIfNeeded: newValue.lowerBound)
      textCount = UInt32(truncatingIfNeeded: newValue.count)
    }
  }

  /// 1 to 6, of headings.
  package var level: Int { Int(detail) }
  package var alignment: Alignment { Alignment(rawValue: detail) ?? .none }
  /// Whether a list item is a task, and done.
  package var task: Task { Task(rawValue: detail) ?? .none }
  package var asideKind: AsideKind { AsideKind(rawValue: detail) ?? .note }

  /// Whether readers can fold an aside (`[!note]+`), and whether it's folded at first (`[!note]-`).
  package var isFoldable: Bool { flags & 16 != 0 }
  package var isFolded: Bool { flags & 32 != 0 }
  package var isTight: Bool { flags & 1 != 0 }
  package var isOrdered: Bool { flags & 2 != 0 }
  package var isHeader: Bool { flags & 2 != 0 }
  /// A line end within Chinese or Japanese text, for which nothing is shown.
  package var isJoined: Bool { flags & 8 != 0 }
  /// A text node that holds an escaped character, which never delimits anything.
  var isLiteral: Bool { flags & 4 != 0 }

  /// The number of an ordered list's first item.
  package var listStart: Int { Int(payload) }
  /// An index into `MarkdownDocument.links`; `nil` for nodes that are no link.
  package var link: Int? {
    switch kind {
    case .link, .image, .wikiLink, .citationItem: Int(payload)
    default: nil
    }
  }
  /// An index into `MarkdownDocument.footnotes`, of footnotes and references to them.
  package var footnote: Int { Int(payload) }
  /// An index into `MarkdownDocument.headings`, of headings.
  package var heading: Int { Int(payload) }

  package var isBlock: Bool { kind.rawValue < Kind.text.rawValue }
}
