import Diagnostics

/// Which entry or item each comment belongs to: one that ends a line to what the line ends with, one on a line of its own
/// to what follows, or to the end of the list or mapping that it is indented like.
struct CommentPlaces {
  /// A list or a mapping; the root is the first.
  struct Collection {
    var isFlow: Bool
    /// Behind its closing bracket, if it has one.
    var end: Int?
    var column: Int
    /// The entry or item whose value it is.
    var owner: Int?
  }

  /// An entry or an item.
  private struct Anchor {
    var start: Int
    var column: Int
    var collection: Int
  }

  /// Notes to be taken in the order in which entries, items and collections were added.
  struct Notes {
    fileprivate var ofAnchors: [YAMLTree.Notes]
    fileprivate var closings: [[String]]
    private var anchor = 0
    private var collection = 0

    fileprivate init(anchors: Int, collections: Int) {
      ofAnchors = Array(repeating: YAMLTree.Notes(), count: anchors)
      closings = Array(repeating: [], count: collections)
    }

    mutating func next() -> YAMLTree.Notes {
      defer { anchor += 1 }
      return anchor < ofAnchors.count ? ofAnchors[anchor] : YAMLTree.Notes()
    }

    mutating func nextClosing() -> [String] {
      defer { collection += 1 }
      return collection < closings.count ? closings[collection] : []
    }
  }

  private(set) var collections: [Collection] = []
  private var anchors: [Anchor] = []

  mutating func begin(_ collection: Collection) -> Int {
    collections.append(collection)
    return collections.count - 1
  }

  mutating func add(_ start: Int, _ lines: YAMLLines, in collection: Int) -> Int {
    anchors.append(Anchor(start: start, column: lines.column(of: start), collection: collection))
    return anchors.count - 1
  }

  /// - Parameter kept: texts whose empty lines are their own, in order.
  func notes(of comments: [Range<Int>], in lines: YAMLLines, except kept: [Range<Int>]) -> Notes {
    var notes = Notes(anchors: anchors.count, collections: collections.count)
    func blank(before offset: Int) -> [String] {
      guard lines.isLineBlank(before: offset) else { return [] }
      let next = kept.partitioningIndex { $0.lowerBound >= offset }
      return next > 0 && kept[next - 1].contains(offset - 1) ? [] : [""]
    }
    for comment in comments {
      let text = lines.text(comment)
      if !lines.beginsLine(comment.lowerBound), let anchor = anchorOnLine(of: comment.lowerBound) {
        // A second one comes of brackets over several lines.
        if let first = notes.ofAnchors[anchor].behind { notes.ofAnchors[anchor].above.append(first) }
        notes.ofAnchors[anchor].behind = text
        continue
      }
      let line = blank(before: comment.lowerBound) + [text]
      if let collection = collectionClosed(by: comment.lowerBound, lines) {
        notes.closings[collection] += line
      } else if let next = following(comment.lowerBound) {
        notes.ofAnchors[next].above += line
      } else {
        notes.closings[0] += line
      }
    }
    for (number, anchor) in anchors.enumerated() where lines.beginsLine(anchor.start) {
      // The first key of an item stands where the item does.
      if number > 0, anchors[number - 1].start == anchor.start { continue }
      notes.ofAnchors[number].above += blank(before: anchor.start)
    }
    return notes
  }

  private func following(_ offset: Int) -> Int? {
    let next = anchors.partitioningIndex { $0.start > offset }
    return next < anchors.count ? next : nil
  }

  /// What began last before an offset; where brackets have closed since then, what they are the value of.
  private func anchorOnLine(of offset: Int) -> Int? {
    let next = following(offset) ?? anchors.count
    guard next > 0 else { return nil }
    var anchor = next - 1
    while let end = end(of: collections[anchors[anchor].collection]), end <= offset,
      let owner = collections[anchors[anchor].collection].owner
    {
      anchor = owner
    }
    return anchor
  }

  private func end(of collection: Collection) -> Int? {
    guard collection.isFlow else { return nil }
    return collection.end ?? collection.owner.flatMap { end(of: collections[anchors[$0].collection]) }
  }

  /// The innermost collection that has begun before a comment, goes no further, and is indented no deeper than it.
  private func collectionClosed(by offset: Int, _ lines: YAMLLines) -> Int? {
    let column = lines.column(of: offset)
    let next = following(offset)
    if let next, anchors[next].column >= column { return nil }
    let last = (next ?? anchors.count) - 1
    guard last >= 0 else { return nil }
    let open = next.map { Set(around($0)) } ?? []
    return around(last).first {
      !collections[$0].isFlow && collections[$0].column <= column && !open.contains($0)
    }
  }

  /// The collections around an entry or item, from the inside out.
  private func around(_ anchor: Int) -> [Int] {
    var result: [Int] = []
    var anchor: Int? = anchor
    while let inner = anchor {
      result.append(anchors[inner].collection)
      anchor = collections[anchors[inner].collection].owner
    }
    return result
  }
}
