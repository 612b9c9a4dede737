import Diagnostics
import Folding

/// Joins what a YAML text says with how it's written: values become trees with the comments and blank lines around them.
struct YAMLTreeReader {
  private let lines: YAMLLines
  private let layout: YAMLLayout
  private var places = CommentPlaces()
  private var dashes = 0

  /// - Parameters:
  ///   - bytes: of the text.
  ///   - firstLine: the number of the text's first line in its file, and the column of its first byte.
  init(_ bytes: [UInt8], firstLine: Position) {
    lines = YAMLLines(bytes, firstLine: firstLine)
    layout = YAMLScanner(bytes, keepsLayout: true).layout ?? YAMLLayout()
  }

  /// The tree of a root that is a mapping.
  mutating func tree(_ root: YAMLNode) -> YAMLTree {
    places = CommentPlaces()
    dashes = 0
    visit(root, owner: nil, outer: nil)
    let kept = layout.scalars.filter { lines.isKeepingBlanks($0.key, end: $0.value) }.map {
      $0.key..<$0.value
    }.sorted { $0.lowerBound < $1.lowerBound }
    var notes = places.notes(of: layout.comments, in: lines, except: kept)
    var tree = tree(root, &notes, column: 0)
    tree.takeOpening()
    return tree
  }

  /// Every comment, sorted.
  var comments: [ExactText] { layout.comments.map { ExactText(lines.text($0)) }.sorted() }

  // MARK: - Where everything stands

  /// Lists entries and items in the order of the text. Recursion is safe here, since reading has bounded the depth.
  ///
  /// - Parameters:
  ///   - owner: the entry or item that has the value; `nil` for the root.
  ///   - outer: the collection that it is in.
  private mutating func visit(_ node: YAMLNode, owner: Int?, outer: Int?) {
    let start = lines.offset(of: node.position)
    switch node.content {
    case .scalar: return
    case .sequence(let items):
      let collection = begin(start, owner, outer)
      for item in items {
        var itemStart = lines.offset(of: item.position)
        if !places.collections[collection].isFlow {
          itemStart = dashes < layout.dashes.count ? layout.dashes[dashes] : itemStart
          dashes += 1
        }
        visit(item, owner: places.add(itemStart, lines, in: collection), outer: collection)
      }
    case .mapping(let entries):
      let collection = begin(start, owner, outer)
      for entry in entries {
        let anchor = places.add(lines.offset(of: entry.keyPosition), lines, in: collection)
        visit(entry.value, owner: anchor, outer: collection)
      }
    }
  }

  private mutating func begin(_ start: Int, _ owner: Int?, _ outer: Int?) -> Int {
    // A pair in a list, `[a: 1]`, has no brackets of its own.
    let end = layout.flows[start]
    let isFlow = end != nil || outer.map { places.collections[$0].isFlow } ?? false
    return places.begin(
      CommentPlaces.Collection(isFlow: isFlow, end: end, column: lines.column(of: start), owner: owner))
  }

  // MARK: - The tree

  /// In the same order as `visit`, so that notes are taken one after another.
  private func tree(_ node: YAMLNode, _ notes: inout CommentPlaces.Notes, column: Int) -> YAMLTree {
    switch node.content {
    case .scalar(let text, let isQuoted):
      let start = lines.offset(of: node.position)
      return YAMLTree(.scalar(scalar(text, isQuoted, at: start, column: column)))
    case .sequence(let nodes):
      let closing = notes.nextClosing()
      let inner = lines.column(of: lines.offset(of: node.position))
      var items: [YAMLTree.Item] = []
      for node in nodes {
        let own = notes.next()
        var item = YAMLTree.Item(tree(node, &notes, column: inner))
        item.notes = own
        items.append(item)
      }
      var tree = YAMLTree(.sequence(items))
      tree.closing = closing
      return tree
    case .mapping(let nodes):
      let closing = notes.nextClosing()
      let inner = lines.column(of: lines.offset(of: node.position))
      var entries: [YAMLTree.Entry] = []
      for node in nodes {
        let own = notes.next()
        var entry = YAMLTree.Entry(node.key, tree(node.value, &notes, column: inner))
        entry.key = key(node)
        entry.notes = own
        entries.append(entry)
      }
      var tree = YAMLTree(.mapping(entries))
      tree.closing = closing
      return tree
    }
  }

  private func key(_ entry: YAMLNode.Entry) -> YAMLScalar {
    let start = lines.offset(of: entry.keyPosition)
    let isQuoted = lines.isQuote(at: start)
    return scalar(entry.key, isQuoted, at: start, column: 0)
  }

  /// - Parameter column: of the collection that it is in, from which a block text may count its own.
  private func scalar(_ text: String, _ isQuoted: Bool, at start: Int, column: Int) -> YAMLScalar {
    guard isQuoted || !text.isEmpty, let end = layout.scalars[start], end > start else {
      return YAMLScalar(text, isQuoted: isQuoted, source: [text])
    }
    let source =
      lines.isBlockText(at: start) && isQuoted
      ? lines.blockText(start..<end, column: column) : lines.foldedText(start..<end)
    return YAMLScalar(text, isQuoted: isQuoted, source: source)
  }
}

extension YAMLTree {
  /// Comments at the top that an empty line parts from the first entry are about the whole.
  fileprivate mutating func takeOpening() {
    guard var first = entries.first, let end = first.notes.above.lastIndex(of: ""), end > 0 else { return }
    opening = Array(first.notes.above[..<end])
    first.notes.above.removeSubrange(...end)
    entries[0] = first
  }
}
