import Diagnostics

/// Which containers a line continues, and which containers and leaf blocks it opens.
extension BlockScanner {
  /// - Returns: how many of the open containers the line continues.
  mutating func matchContainers() -> Int {
    for index in containers.indices {
      let container = containers[index]
      switch container.kind {
      case .quote:
        guard cursor.indent < 4, cursor.nonspace < cursor.end, source[cursor.nonspace] == .greater else {
          return index
        }
        skipQuoteMark()
      case .item:
        if cursor.indent >= container.width {
          cursor.advance(source, columns: container.width)
        } else if cursor.isBlank, container.hasChild {
          cursor.advanceToNonspace()
        } else {
          return index
        }
      case .note:
        if cursor.indent >= 4 {
          cursor.advance(source, columns: 4)
        } else if cursor.isBlank {
          cursor.advanceToNonspace()
        } else {
          return index
        }
        startSegment(container.buffer)
      }
    }
    return containers.count
  }

  private mutating func skipQuoteMark() {
    cursor.advanceToNonspace()
    cursor.advance(source, bytes: 1)
    if cursor.offset < cursor.end, source[cursor.offset].isSpaceOrTab { cursor.advance(source, columns: 1) }
  }

  /// Takes the line for the open code or HTML block, if it belongs to it.
  mutating func continueCode() -> Bool {
    switch leaf {
    case .fence(let mark, let length):
      let isFence = cursor.indent < 4 && cursor.nonspace < cursor.end && source[cursor.nonspace] == mark
      if isFence,
        LeafStart.closesFence(source, at: cursor.nonspace, end: cursor.end, mark: mark, length: length)
      {
        leaf = .none
      }
      emitLine()
      return true
    case .indentedCode:
      guard cursor.indent >= 4 || cursor.isBlank else { return false }
      emitLine()
      return true
    case .html(let block):
      if cursor.isBlank, block.endsAtBlankLine { return false }
      emitLine()
      if block.ends(in: source, from: cursor.nonspace, to: cursor.end) { leaf = .none }
      return true
    case .none, .paragraph, .table:
      return false
    }
  }

  enum Opened {
    case nothing, containers
    /// The line is dealt with.
    case line
  }

  /// - Parameter inParagraph: whether the line continues an open paragraph unless something else starts.
  mutating func openBlocks(after matched: Int, inParagraph: Bool) -> Opened {
    var matched = matched
    var inParagraph = inParagraph
    var canBeLazy = leaf == .paragraph
    var result = Opened.nothing
    while !cursor.isBlank {
      if cursor.indent >= 4 {
        if canBeLazy { return result }
        close(to: matched)
        beginLeaf(.indentedCode)
        emitLine()
        return .line
      }
      if openLeaf(after: matched, inParagraph: inParagraph, canBeLazy: canBeLazy) { return .line }
      guard openContainer(after: matched, inParagraph: inParagraph) else { return result }
      guard containers.count <= Guards.depth else {
        stop(.nestedTooDeep, "lists and quotations are nested more than \(Guards.depth) levels deep")
        return .line
      }
      opened += 1
      guard opened <= Guards.containers else {
        stop(.nestedTooDeep, "there are more than \(Guards.containers) list items and quotations")
        return .line
      }
      matched = containers.count
      inParagraph = false
      canBeLazy = false
      result = .containers
    }
    return result
  }

  private mutating func openLeaf(after matched: Int, inParagraph: Bool, canBeLazy: Bool) -> Bool {
    let (start, end) = (cursor.nonspace, cursor.end)
    switch source[start] {
    case .hash:
      guard LeafStart.isATXHeading(source, at: start, end: end) else { return false }
      close(to: matched)
      beginLeaf(.none)
      mark([emitLine()], in: segment.buffer)
      return true
    case .backtick, .tilde:
      guard let length = LeafStart.fence(source, at: start, end: end) else { return false }
      close(to: matched)
      beginLeaf(.fence(mark: source[start], length: length))
    case .less:
      guard let block = HTMLBlock(source, at: start, end: end, interruptsParagraph: canBeLazy) else {
        return false
      }
      close(to: matched)
      beginLeaf(block.ends(in: source, from: start, to: end) ? .none : .html(block))
    case .dash, .underscore, UInt8(ascii: "*"), UInt8(ascii: "="):
      if inParagraph, LeafStart.isSetextUnderline(source, at: start, end: end) {
        close(to: matched)
      } else if LeafStart.isThematicBreak(source, at: start, end: end) {
        close(to: matched)
        beginLeaf(.none)
      } else {
        return false
      }
    default:
      return false
    }
    emitLine()
    return true
  }

  private mutating func openContainer(after matched: Int, inParagraph: Bool) -> Bool {
    let (start, end) = (cursor.nonspace, cursor.end)
    switch source[start] {
    case .greater:
      close(to: matched)
      push(Container(kind: .quote))
      skipQuoteMark()
      return true
    case .openBracket:
      guard extensions, let label = LeafStart.footnoteLabel(source, at: start, end: end) else { return false }
      close(to: matched)
      openNote(label)
      return true
    default:
      guard
        let marker = ListMarker(source, at: start, end: end, interruptsParagraph: inParagraph)
      else { return false }
      close(to: matched)
      let indent = cursor.indent
      cursor.advanceToNonspace()
      cursor.advance(source, bytes: marker.length)
      // Five or more blanks after the marker are one, before indented code; so is none, before nothing.
      let blanks = cursor.indent
      let padding = cursor.isBlank || blanks > 4 || blanks < 1 ? 1 : blanks
      cursor.advance(source, columns: cursor.isBlank ? 0 : padding)
      push(Container(kind: .item, width: indent + marker.length + padding))
      return true
    }
  }

  private mutating func push(_ container: Container) {
    if !containers.isEmpty { containers[containers.count - 1].hasChild = true }
    containers.append(container)
  }

  /// Leaves a mark for the definition of a footnote, and sends what follows to a text of its own.
  private mutating func openNote(_ label: Range<Int>) {
    let start = cursor.nonspace
    let prefix = source[segment.start..<start]
    let origin = PreparedText.Origin(line: line, columnShift: 0)
    let marked = prefix + [.hash, .space, Mark.note]
    if segment.buffer == 0 {
      result.buffers[0].appendLine(marked, from: origin)
    } else {
      result.buffers[segment.buffer].appendLine(
        marked, after: "> > ", spaces: segment.spaces, from: origin)
    }
    let position = self.origin.position(line: line, column: start - cursor.start + 1)
    let buffer = result.addNote(label: source.string(label), at: position)
    cursor.advanceToNonspace()
    cursor.advance(source, bytes: label.upperBound + 2 - start)
    cursor.advanceToNonspace()
    push(Container(kind: .note, buffer: buffer))
    startSegment(buffer)
  }
}
