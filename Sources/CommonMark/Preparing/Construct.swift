import Diagnostics

/// What stands in the source where marks were put: wiki links, citations and the like.
struct Construct {
  enum Kind {
    case wikiLink, citation, footnoteReference
    case aside(AsideSyntax)
    /// The `[[` of a wiki link without end, and its first letters.
    case unclosedWikiLink
    /// The `[[` of a wiki link whose `]]` is too far away.
    case longWikiLink
  }

  var kind: Kind
  /// Its bytes in `Constructs.text`, as the author wrote them.
  var written: Range<Int>
  /// In the source, and the length there (of the first line, where there are several).
  var position: Position
  var length: Int
  /// Whether the digits stand on a later line than the first.
  var isMarkedLater: Bool
}

struct Constructs {
  private(set) var items: [Construct] = []
  private(set) var text: [UInt8] = []

  var isFull: Bool { items.count >= Mark.indexLimit }

  mutating func beginText() -> Int { text.count }

  mutating func appendText(_ bytes: ArraySlice<UInt8>) { text += bytes }

  mutating func add(_ construct: Construct) -> Int {
    items.append(construct)
    return items.count - 1
  }

  /// The construct whose digits follow the mark at `offset`.
  func construct(at offset: Int, in bytes: [UInt8]) -> Construct? {
    guard let index = Mark.index(at: offset + 1, in: bytes), index < items.count else { return nil }
    return items[index]
  }
}
