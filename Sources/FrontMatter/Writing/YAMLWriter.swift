/// Writes a tree as lines of YAML: two blanks for each level, collections on one line where they fit.
struct YAMLWriter {
  private let width: Int
  private(set) var lines: [String] = []
  /// How many lines there were behind the last text to which all empty lines that follow belong.
  private var keepingEnd: Int?

  init(_ root: YAMLTree, width: Int) {
    self.width = width
    write(notes: root.opening, indent: 0)
    if !root.opening.isEmpty { lines.append("") }
    write(root, indent: 0)
  }

  /// The entries or items of a collection, each on lines of its own. Recursion is safe here, since reading has bounded the
  /// depth.
  private mutating func write(_ tree: YAMLTree, indent: Int) {
    let first = lines.count
    switch tree.content {
    case .scalar: break
    case .mapping(let entries):
      for entry in entries {
        // A key that can't be on one line isn't read as one.
        let key = entry.key.line(inFlow: false) ?? entry.key.text
        let place = place(entry.notes, entry.value, after: blanks(indent) + key + ":")
        write(notes: place.above, indent: indent, isFirst: lines.count == first)
        write(entry.value, place, indent: indent)
      }
    case .sequence(let items):
      let dash = blanks(indent) + "-"
      let mayBeLines =
        tree.form != .alike || items.allSatisfy { place($0.notes, $0.value, after: dash).isLine }
      for item in items {
        var place = place(item.notes, item.value, after: dash, mayBeLine: mayBeLines)
        var value = item.value
        if !place.isLine {
          place.handDown(to: &value)
          place.takeInner(value)
        }
        write(notes: place.above, indent: indent, isFirst: lines.count == first)
        write(value, place, indent: indent, isItem: true)
      }
    }
    write(notes: tree.closing, indent: indent, isFirst: lines.count == first)
  }

  /// A value behind its key or dash: on the same line where it can be, else below.
  private mutating func write(_ tree: YAMLTree, _ place: Place, indent: Int, isItem: Bool = false) {
    let comment = place.behind.map { " " + $0 } ?? ""
    if case .scalar(let scalar) = tree.content {
      write(scalar, after: place.start, comment, indent: indent)
    } else if let flow = place.flow {
      lines.append(place.start + " " + flow + comment)
    } else if isItem, tree.isMapping {
      // The first entry stands behind the dash; its comments are above.
      let line = lines.count
      var mapping = tree
      mapping.entries[0].notes.above = []
      write(mapping, indent: indent + 2)
      lines[line] = place.start + " " + lines[line].dropFirst(indent + 2)
    } else {
      lines.append(place.start + comment)
      write(tree, indent: indent + 2)
    }
  }

  private mutating func write(_ scalar: YAMLScalar, after start: String, _ comment: String, indent: Int) {
    let source = scalar.line(inFlow: false).map { [$0] } ?? scalar.source
    let first = lines.count
    lines.append(source[0].isEmpty ? start : start + " " + source[0])
    for line in source.dropFirst() { lines.append(line.isEmpty ? "" : blanks(indent + 2) + line) }
    // A comment can't stand within a text.
    lines[scalar.isBlock ? first : lines.count - 1] += comment
    if scalar.isKeepingBlanks { keepingEnd = lines.count }
  }

  private mutating func write(notes: [String], indent: Int, isFirst: Bool = false) {
    var mayBeEmpty = !isFirst
    for note in notes {
      if !note.isEmpty {
        lines.append(blanks(indent) + note)
        mayBeEmpty = true
      } else if mayBeEmpty, lines.last != "", lines.count != keepingEnd {
        lines.append("")
      }
    }
  }

  // MARK: - Lines

  /// Where a value stands, and the comments of its entry or item.
  private struct Place {
    /// The key or dash, with what indents it.
    var start: String
    var above: [String]
    var behind: String?
    /// The collection, where it's on one line.
    var flow: String?
    var isLine = true

    /// What stands behind all of an item stands behind the last line of it.
    mutating func handDown(to tree: inout YAMLTree) {
      guard let comment = behind, let last = tree.entries.last, last.notes.behind == nil,
        last.value.scalar?.isOnOneLine ?? false
      else { return }
      tree.entries[tree.entries.count - 1].notes.behind = comment
      behind = nil
    }

    /// What can't stand behind a dash stands before it.
    mutating func takeInner(_ tree: YAMLTree) {
      above += behind.map { [$0] } ?? []
      above += tree.entries.first?.notes.above.filter { !$0.isEmpty } ?? []
      behind = nil
    }
  }

  private func place(_ notes: YAMLTree.Notes, _ tree: YAMLTree, after start: String, mayBeLine: Bool = true)
    -> Place
  {
    var place = Place(start: start, above: notes.above, behind: notes.behind)
    guard tree.scalar == nil else { return place }
    guard let flow = line(tree), mayBeLine && fits(start + " " + flow) || tree.isEmpty else {
      place.isLine = false
      return place
    }
    place.flow = flow
    if let comment = notes.behind, !fits(start + " " + flow + " " + comment) {
      place.above.append(comment)
      place.behind = nil
    }
    return place
  }

  /// A collection on one line, as it may stand in a list or behind a key; `nil` where it is to have more.
  private func line(_ tree: YAMLTree) -> String? {
    switch tree.form {
    case .block, .alike: tree.isEmpty ? flow(tree) : nil
    case .line: flow(tree)
    case .automatic: tree.items.contains { $0.value.isMapping } ? nil : flow(tree)
    }
  }

  /// A value between brackets, or a text as it stands there; `nil` where a comment or a long text is in it.
  private func flow(_ tree: YAMLTree) -> String? {
    guard tree.closing.isEmpty, tree.form != .block else { return nil }
    switch tree.content {
    case .scalar(let scalar): return scalar.line(inFlow: true)
    case .sequence(let items):
      var texts: [String] = []
      for item in items {
        guard !item.notes.hasComment, let text = flow(item.value) else { return nil }
        texts.append(text)
      }
      return "[" + texts.joined(separator: ", ") + "]"
    case .mapping(let entries):
      var texts: [String] = []
      for entry in entries {
        guard !entry.notes.hasComment, let key = entry.key.line(inFlow: true), let text = flow(entry.value)
        else {
          return nil
        }
        texts.append(key + ": " + text)
      }
      return "{" + texts.joined(separator: ", ") + "}"
    }
  }

  private func fits(_ line: String) -> Bool { line.unicodeScalars.count <= width }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension YAMLTree {
  fileprivate var isEmpty: Bool { content == .sequence([]) || content == .mapping([]) }
}
