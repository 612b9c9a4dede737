/// `~text~` and `~~text~~`; but a single `~` between numbers is a range. And `==text==`, where that is wanted.
extension TreeBuilder {
  /// What stands between two delimiters.
  struct Wrapping {
    fileprivate var sign: UInt8
    fileprivate var counts: ClosedRange<Int>
    fileprivate var kind: MarkdownNode.Kind

    static let strikethrough = Wrapping(sign: .tilde, counts: 1...2, kind: .strikethrough)
    static let mark = Wrapping(sign: UInt8(ascii: "="), counts: 2...2, kind: .marked)
  }

  /// Where one delimiter is: `count` bytes from `offset` in the text of a node.
  private struct Delimiter {
    var node: Int
    var offset: Int
    var count: Int
    var parent: Int
    var flanking: (opens: Bool, closes: Bool)
  }

  /// Wraps what stands between two delimiters of the same length and parent, in the nodes from `start` on.
  mutating func wrap(_ wrapping: Wrapping, from start: Int) {
    let pairs = pairedDelimiters(wrapping, from: start)
    guard !pairs.isEmpty else { return }
    let old = Array(nodes[start...])
    nodes.removeSubrange(start...)
    var rebuilt = TreeCopy()
    for (shift, node) in old.enumerated() {
      rebuilt.close(before: start + shift, in: &nodes)
      guard let delimiters = pairs[start + shift] else {
        if let link = node.link { links[link].node = nodes.count }
        rebuilt.copy(node, in: &nodes)
        continue
      }
      var from = node.text.lowerBound
      for delimiter in delimiters {
        rebuilt.copy(node, text: from..<delimiter.offset, in: &nodes)
        if delimiter.opens {
          rebuilt.open(MarkdownNode(wrapping.kind, at: node.position, end: 0), in: &nodes)
        } else {
          rebuilt.closeLast(in: &nodes)
        }
        from = delimiter.offset + delimiter.count
      }
      rebuilt.copy(node, text: from..<node.text.upperBound, in: &nodes)
    }
    rebuilt.close(before: start + old.count, in: &nodes)
  }

  private typealias Paired = (offset: Int, count: Int, opens: Bool)

  private func pairedDelimiters(_ wrapping: Wrapping, from start: Int) -> [Int: [Paired]] {
    var pairs: [Int: [Paired]] = [:]
    var openers: [[Delimiter]] = [[], []]
    var parents: [(node: Int, end: Int)] = []
    for index in start..<nodes.count {
      while let last = parents.last, last.end <= index {
        parents.removeLast()
        for length in 0...1 {
          while openers[length].last?.parent == last.node { openers[length].removeLast() }
        }
      }
      let parent = parents.last?.node ?? start - 1
      if nodes[index].end > index + 1 { parents.append((index, Int(nodes[index].end))) }
      guard nodes[index].kind == .text, !nodes[index].isLiteral else { continue }
      for delimiter in delimiters(wrapping, in: index, parent: parent) {
        let length = delimiter.count - 1
        if delimiter.flanking.closes, let opener = openers[length].last, opener.parent == parent {
          openers[length].removeLast()
          // What opened after the opener can't close any more.
          while let other = openers[1 - length].last,
            (other.node, other.offset) > (opener.node, opener.offset)
          {
            openers[1 - length].removeLast()
          }
          pairs[opener.node, default: []].append((opener.offset, opener.count, true))
          pairs[index, default: []].append((delimiter.offset, delimiter.count, false))
        } else if delimiter.flanking.opens {
          openers[length].append(delimiter)
        }
      }
    }
    return pairs.mapValues { $0.sorted { $0.offset < $1.offset } }
  }

  private func delimiters(_ wrapping: Wrapping, in node: Int, parent: Int) -> [Delimiter] {
    var found: [Delimiter] = []
    let range = nodes[node].text
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      while offset < range.upperBound, text[offset] == wrapping.sign { offset += 1 }
      let count = offset - start
      let isRange = wrapping.sign == .tilde && count == 1 && NumberRange.stands(at: start, in: text, range)
      if wrapping.counts.contains(count), !isRange {
        found.append(
          Delimiter(
            node: node, offset: start, count: count, parent: parent,
            flanking: flanking(before: start, after: offset, in: node)))
      }
      if count == 0 { offset += 1 }
    }
    return found
  }

  /// What can open and close here, by the same rule as emphasis.
  private func flanking(before start: Int, after end: Int, in node: Int) -> (opens: Bool, closes: Bool) {
    let range = nodes[node].text
    let before =
      start > range.lowerBound
      ? Neighbour(before: start, in: text, from: range.lowerBound)
      : neighbour(node - 1, isParent: Int(nodes[node - 1].end) > node)
    let after =
      end < range.upperBound
      ? Neighbour(after: end, in: text, before: range.upperBound) : neighbour(node + 1, isParent: false)
    return Neighbour.flanking(before, after)
  }

  /// What the node beside a text ends or starts with. A block's edge is as good as white space; an inline's
  /// delimiter is punctuation.
  private func neighbour(_ node: Int, isParent: Bool) -> Neighbour {
    guard node < nodes.count, !nodes[node].isBlock else { return .space }
    if isParent { return .punctuation }
    switch nodes[node].kind {
    case .softBreak, .lineBreak: return .space
    default: return .punctuation
    }
  }
}
