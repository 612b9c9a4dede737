/// Where things may stand.
extension SafeHTML {
  /// Whether the start tag of an element may stand here, once what it closes is closed.
  mutating func makeRoom(for name: HTMLElementName) -> Bool {
    if let parents = name.parents {
      if close(toOneOf: parents, for: name) { return true }
      // A cell that stands in no row begins one.
      guard name == .td || name == .th, close(toOneOf: [.table, .thead, .tbody, .tfoot], for: .tr) else {
        return false
      }
      openElement(HTMLElement(name: .tr))
      return true
    }
    if name.isInline {
      makeRoomForText()
      return true
    }
    return makeRoomForBlock()
  }

  /// Closes what stands in an element that may hold a part, up to that.
  private mutating func close(toOneOf parents: Set<HTMLElementName>, for name: HTMLElementName) -> Bool {
    var count = open.count
    while count > 0 {
      let last = open[count - 1]
      if let element = last.element {
        if parents.contains(element) {
          close(to: count)
          return true
        }
        guard element == .p || element.isInline || name.closes(element) else { return false }
      } else if last.sort != .run {
        return false
      }
      count -= 1
    }
    return false
  }

  /// Opens a paragraph for text where there is none.
  mutating func makeRoomForText() {
    guard let last = open.last else { return }
    if last.content == .parts { openParts() }
    guard let last = open.last, last.content != .phrasing || needsRun(last) else { return }
    if case .markdown = last.sort, nodes[last.node].kind == .tableCell { return }
    openRun()
  }

  /// What is no line by itself, and holds text only, has a paragraph for it.
  func needsRun(_ open: Open) -> Bool {
    open.element.map { !$0.isInline && $0.headingLevel == nil } ?? false
  }

  /// Closes the paragraph that is open.
  ///
  /// - Returns: whether a block may stand here.
  mutating func makeRoomForBlock() -> Bool {
    var count = open.count
    if count > 0, open[count - 1].sort == .run { count -= 1 }
    if count > 0, open[count - 1].element == .p { count -= 1 }
    guard count > 0 else { return true }
    switch open[count - 1].content {
    case .phrasing, .nothing: return false
    case .flow: close(to: count)
    case .parts:
      close(to: count)
      openParts()
    }
    return true
  }

  /// Opens the parts in which what has no place in a table or list gets one.
  private mutating func openParts() {
    while let last = open.last, last.content == .parts {
      guard let element = last.element else { return }
      if let part = element.impliedPart {
        openElement(HTMLElement(name: part))
      } else {
        close(to: open.count - 1)
      }
    }
  }
}
