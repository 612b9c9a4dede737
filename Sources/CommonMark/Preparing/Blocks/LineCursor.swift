/// Where in a line the block scanner is, with libcmark's notion of columns and of tabs used in part.
struct LineCursor {
  let start: Int
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  /// Columns of the tab at `offset` that a container has used up.
  private(set) var hasPartialTab = false
  private(set) var nonspace: Int
  private(set) var nonspaceColumn = 0

  /// Columns of white space before the next byte that is none.
  var indent: Int { nonspaceColumn - column }
  var isBlank: Bool { nonspace >= end }

  init(_ source: [UInt8], from start: Int, to end: Int) {
    self.start = start
    self.end = end
    offset = start
    nonspace = start
    findNonspace(source)
  }

  mutating func findNonspace(_ source: [UInt8]) {
    if nonspace > offset { return }
    nonspace = offset
    nonspaceColumn = column
    while nonspace < end {
      if source[nonspace] == .space {
        nonspaceColumn += 1
      } else if source[nonspace] == .tab {
        nonspaceColumn += 4 - nonspaceColumn % 4
      } else {
        break
      }
      nonspace += 1
    }
  }

  mutating func advanceToNonspace() {
    offset = nonspace
    column = nonspaceColumn
    hasPartialTab = false
  }

  mutating func advance(_ source: [UInt8], bytes count: Int) {
    for _ in 0..<count where offset < end {
      column += source[offset] == .tab ? 4 - column % 4 : 1
      offset += 1
    }
    hasPartialTab = false
    findNonspace(source)
  }

  mutating func advance(_ source: [UInt8], columns count: Int) {
    var count = count
    while count > 0, offset < end {
      if source[offset] == .tab {
        let width = 4 - column % 4
        hasPartialTab = width > count
        column += min(width, count)
        if !hasPartialTab { offset += 1 }
        count -= min(width, count)
      } else {
        hasPartialTab = false
        column += 1
        offset += 1
        count -= 1
      }
    }
    findNonspace(source)
  }
}
