package import Diagnostics
import Folding

/// Something in a document that a later stage resolves: a wiki link, a citation, an ordinary link or an
/// image.
package struct MarkdownLink: Hashable, Sendable {
  package enum Kind: Sendable {
    /// `[[Name]]`, `[[kind/slug#anchor]]`, `[[Name@source]]`, each with `|text` or without.
    case wiki
    /// One item of `[@source, at; @other]`.
    case citation
    /// `[text](destination)`, `<https://…>` or a bare URL.
    case link
    /// `![text](destination)`
    case image
  }

  package let kind: Kind
  /// Its index in `MarkdownDocument.nodes`.
  package internal(set) var node: Int
  /// The name, id or slug; the cited source; or the whole destination of an ordinary link.
  package let target: String
  /// What follows `#` in a wiki link.
  package var anchor: String?
  /// All that stands before `|` in a wiki link, where `#` or `@` parts it: a name may have these signs.
  package var whole: String?
  /// The source in whose words the name is meant: what follows `@` in a wiki link.
  package var source: String?
  /// What follows the comma in a citation: "p. 2".
  package var at: String?
  /// The title in an ordinary link's destination.
  package var title: String?
  /// What an `<img>` says of its size, in pixels.
  package var width: UInt16?
  package var height: UInt16?
  /// Whether the author gave the text to show; if not, a resolver may.
  package internal(set) var hasText: Bool
  /// What follows `|` in a wiki link.
  package var text: String?
  /// Whether a wiki link has a `!` before it: what it leads to is meant to be shown here.
  package internal(set) var isEmbed = false
  /// The whole construct as written where it is on one line; else its first line.
  package internal(set) var position: Position
  /// In bytes.
  package internal(set) var length: Int

  init(_ kind: Kind, node: Int, target: String, hasText: Bool, position: Position, length: Int) {
    self.kind = kind
    self.node = node
    self.target = target
    self.hasText = hasText
    self.position = position
    self.length = length
  }
}

extension MarkdownLink {
  private static let imageSuffixes = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"]

  /// Whether it's `![[map.png]]`, by the name's suffix.
  var isImageEmbed: Bool {
    guard isEmbed else { return false }
    let name = target.asciiLowercased
    return Self.imageSuffixes.contains { name.hasSuffix($0) }
  }

  /// What `|100` and `|100x80` say of an embedded image, in pixels.
  var imageSize: (width: Int, height: Int?)? {
    // Of what every link is asked, the cheapest comes first.
    guard isEmbed, let text, isImageEmbed else { return nil }
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCII) ? UInt16(part).map(Int.init) : nil }
    guard numbers.count == parts.count, (1...2).contains(numbers.count) else { return nil }
    return (numbers[0], numbers.count == 2 ? numbers[1] : nil)
  }
}

/// What a link becomes: the answer of whoever resolves links.
package enum LinkMarkup: Hashable, Sendable {
  /// As if nothing were known about it: ordinary links lead to their destination; wiki links and citations
  /// print as the author wrote them, brackets included.
  case asWritten
  /// No link: its text only, which of a wiki link is the text or name in it.
  case text
  /// A link to `url`. `text` is shown where the author gave none; `title` is the tool tip.
  case href(_ url: String, title: String? = nil, cssClass: String? = nil, text: String? = nil)
}
