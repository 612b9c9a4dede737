import Diagnostics

/// Runs of text, and what marks in them stand for.
extension TreeBuilder {
  mutating func appendText(_ node: borrowing LibcmarkNode) {
    let start = text.count
    node.appendLiteral(to: &text)
    prepared.standIns.restore(&text, from: start)
    guard text.count > start else { return }
    if isBlockMark(text[start]) { return replaceHeading(start) }
    if linkDepth > 0 { restore(from: start, isVerbatim: false) }
    let end = text.count
    var piece = start
    var offset = start
    var hasTilde = false
    var mayHoldURL = false
    while offset < end {
      offset = text.span.firstIndex(from: offset, before: end) { byte in
        byte <= .at ? byte != .space : byte == .tilde
      }
      guard offset < end else { break }
      let byte = text[offset]
      if byte < 0x20, Mark.isControl(byte), options.extensions {
        if byte == Mark.underscore {
          text[offset] = .underscore
          offset += 1
          continue
        }
        appendRun(piece..<(byte == Mark.cellEnd ? max(piece, offset - 1) : offset), at: node)
        runMayHoldURL = runMayHoldURL || mayHoldURL
        offset = replaceMark(at: offset, before: end, isFirst: offset == start, node)
        piece = offset
        continue
      }
      if byte == .tilde {
        hasTilde = true
      } else if byte == UInt8(ascii: "=") {
        blockHasEquals = true
      } else if byte == .colon || byte == .at || (byte == UInt8(ascii: ".") && isAfterW(offset, start)) {
        mayHoldURL = true
      }
      offset += 1
    }
    appendRun(piece..<end, at: node)
    blockHasTilde = blockHasTilde || hasTilde
    runMayHoldURL = runMayHoldURL || mayHoldURL
  }

  private func isAfterW(_ offset: Int, _ start: Int) -> Bool {
    offset > start && text[offset - 1].lowercased == UInt8(ascii: "w")
  }

  private mutating func appendRun(_ range: Range<Int>, at node: borrowing LibcmarkNode) {
    guard !range.isEmpty else { return }
    if isInRun, let last = nodes.indices.last, nodes[last].text.upperBound == range.lowerBound {
      nodes[last].textCount += UInt32(truncatingIfNeeded: range.count)
      return
    }
    endRun()
    nodes[append(.text, at: position(of: node))].text = range
    isInRun = true
  }

  /// Ends a run of text: what follows is no text. Bare URLs in it become links.
  mutating func endRun() {
    guard isInRun else { return }
    isInRun = false
    if runMayHoldURL, linkDepth == 0, options.extensions { linkBareURLs() }
    runMayHoldURL = false
  }

  // MARK: Headings that stand for other blocks

  private func isBlockMark(_ byte: UInt8) -> Bool {
    options.extensions && (byte == Mark.table || byte == Mark.note)
  }

  private mutating func replaceHeading(_ start: Int) {
    guard let heading = open.last, heading == nodes.count - 1 else { return }
    let position = nodes[heading].position
    nodes.removeLast()
    open[open.count - 1] = Self.skipped
    if text[start] == Mark.table, let table = Mark.index(at: start + 1, in: text),
      table < prepared.tables.count
    {
      nodes[append(.table, at: position)].payload = Int32(truncatingIfNeeded: table)
    }
  }

  // MARK: Marks

  /// - Returns: the offset after the mark.
  private mutating func replaceMark(
    at offset: Int, before end: Int, isFirst: Bool, _ node: borrowing LibcmarkNode
  ) -> Int {
    switch text[offset] {
    case Mark.construct:
      guard let construct = prepared.constructs.construct(at: offset, in: text) else { return offset + 1 }
      if construct.isMarkedLater { removeBreakWithin() }
      let next = endOfFiller(offset + 1 + Mark.digitCount, before: end)
      if standsAsWritten(construct) {
        // One on a single line is as long as its marks.
        text.replaceSubrange(
          offset..<offset + construct.written.count, with: prepared.constructs.text[construct.written])
        appendRun(offset..<offset + construct.written.count, at: node)
        return offset + construct.written.count
      }
      endRun()
      appendConstruct(construct)
      return next
    case Mark.filler:
      if isFirst { removeBreakWithin() }
      return endOfFiller(offset, before: end)
    case Mark.escape:
      endRun()
      let index = append(.text, at: position(of: node))
      nodes[index].text = offset + 1..<min(offset + 2, end)
      nodes[index].flags = 4
      return min(offset + 2, end)
    case Mark.openTask, Mark.doneTask, Mark.doneTaskCapital:
      return replaceTask(at: offset, before: end, node)
    default:
      return offset + 1
    }
  }

  private func endOfFiller(_ offset: Int, before end: Int) -> Int {
    var offset = offset
    while offset < end, text[offset] == Mark.filler { offset += 1 }
    return offset
  }

  /// A line end within a construct is no line end of the text around it.
  private mutating func removeBreakWithin() {
    if !isInRun, nodes.last?.kind == .softBreak { nodes.removeLast() }
  }

  private mutating func replaceTask(at offset: Int, before end: Int, _ node: borrowing LibcmarkNode) -> Int {
    let isOpen = text[offset] == Mark.openTask
    if let paragraph = open.last, paragraph == nodes.count - 1, open.count > 2, offset + 3 <= end {
      let item = open[open.count - 2]
      if item > 0, nodes[item].kind == .item {
        nodes[item].detail = (isOpen ? MarkdownNode.Task.open : .done).rawValue
        return min(offset + 4, end)
      }
    }
    let letter: UInt8 =
      isOpen ? .space : UInt8(ascii: text[offset] == Mark.doneTask ? "x" : "X")
    text[offset] = .openBracket
    text[offset + 1] = letter
    text[offset + 2] = .closeBracket
    appendRun(offset..<offset + 3, at: node)
    return offset + 3
  }

  /// Puts back what the author wrote in the text from `start` on.
  ///
  /// - Parameter isVerbatim: whether backslashes stay, as in code and raw HTML.
  mutating func restore(from start: Int, isVerbatim: Bool) {
    prepared.standIns.restore(&text, from: start)
    guard options.extensions, text[start...].contains(where: { $0 < 0x20 && Mark.isControl($0) }) else {
      return
    }
    let marked = Array(text[start...])
    text.removeSubrange(start...)
    var offset = 0
    while offset < marked.count {
      let byte = marked[offset]
      let next = offset + 1 < marked.count ? marked[offset + 1] : 0
      switch byte {
      case Mark.construct:
        if let construct = prepared.constructs.construct(at: offset, in: marked) {
          text += Array(prepared.constructs.text[construct.written]).onOneLine()
          offset += Mark.digitCount
        }
      case Mark.filler, Mark.cellEnd, Mark.hidden: break
      case Mark.escape: if isVerbatim { text.append(.backslash) }
      case Mark.underscore: text.append(.underscore)
      case Mark.openTask, Mark.doneTask, Mark.doneTaskCapital:
        let letter: UInt8 =
          byte == Mark.openTask ? .space : UInt8(ascii: byte == Mark.doneTask ? "x" : "X")
        text += [.openBracket, letter, .closeBracket]
        offset += 2
      case .newline where next == Mark.filler, .space where next == Mark.filler: break
      default: text.append(byte)
      }
      offset += 1
    }
  }
}
