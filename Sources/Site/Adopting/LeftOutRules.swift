import Folding

/// Which files another tool's settings leave out of its website: by patterns as in `.gitignore` (MkDocs), or as shells have them
/// (Jekyll). What is said of a folder holds for all in it, and of the patterns that say something the last decides.
///
/// Where a pattern is finer than this, more is left out rather than less.
package struct LeftOutRules: Sendable {
  package enum Style: Sendable { case gitignore, shell }

  private struct Rule {
    let glob: PathGlob
    /// Whether it holds for whole paths, and not for names in any folder.
    let isAnchored: Bool
    let isOfFoldersOnly: Bool
    let isException: Bool
  }

  private let rules: [Rule]

  package init(_ patterns: [String], _ style: Style) {
    rules = patterns.compactMap { LeftOutRules.rule($0, style) }
  }

  private static func rule(_ pattern: String, _ style: Style) -> Rule? {
    var text = pattern.trimmedOfBlanks
    guard !text.isEmpty, style == .shell || !text.hasPrefix("#") else { return nil }
    let isException = style == .gitignore && text.hasPrefix("!")
    if isException { text.removeFirst() }
    let isOfFoldersOnly = text.hasSuffix("/")
    var parts = text.parts(at: "/", omittingEmpty: true).filter { $0 != "." }
    let isAnywhere = parts.first == "**"
    if isAnywhere { parts.removeFirst() }
    guard !parts.isEmpty else { return nil }
    let isAnchored = style == .shell || !isAnywhere && (text.hasPrefix("/") || parts.count > 1)
    return Rule(
      glob: PathGlob(parts.joined(separator: "/"), crossesFolders: style == .shell), isAnchored: isAnchored,
      isOfFoldersOnly: isOfFoldersOnly && style == .gitignore, isException: isException)
  }

  /// - Parameter path: below the folder of the tool's pages.
  package func leaveOut(_ path: String) -> Bool {
    let parts = path.parts(at: "/").map { String($0) }
    var isOut = false
    for rule in rules where holds(rule, parts) { isOut = !rule.isException }
    return isOut
  }

  /// Whether a rule says something of a file or of a folder around it.
  private func holds(_ rule: Rule, _ parts: [String]) -> Bool {
    parts.indices.contains { last in
      if rule.isOfFoldersOnly, last == parts.count - 1 { return false }
      return rule.glob.matches(rule.isAnchored ? parts[...last].joined(separator: "/") : parts[last])
    }
  }

  /// The paths to name for all that is left out: a folder where that is all in it.
  package func paths(among files: [String]) -> [String] {
    var kept: Set<String> = []
    for file in files where !leaveOut(file) { kept.formUnion(LeftOutRules.folders(above: file)) }
    var seen: Set<String> = []
    return files.filter(leaveOut).compactMap { file in
      let path = LeftOutRules.folders(above: file).first { !kept.contains($0) } ?? file
      return seen.insert(path).inserted ? path : nil
    }
  }

  /// The outermost first.
  private static func folders(above path: String) -> [String] {
    let parts = path.parts(at: "/")
    return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
  }
}

/// A path with signs in it that stand for others: `?` and `[…]` for one, `*` for any number.
private struct PathGlob: Sendable {
  private enum Part {
    case sign(UInt8)
    case one
    case many(crossesFolders: Bool)
  }

  private let parts: [Part]

  /// - Parameter crossesFolders: whether `*` stands for a slash too, as `**` does.
  init(_ text: String, crossesFolders: Bool) {
    var parts: [Part] = []
    var rest = Array(text.utf8)[...]
    while let sign = rest.popFirst() {
      switch sign {
      case UInt8(ascii: "*"):
        let isDouble = rest.first == sign
        rest = rest.drop { $0 == sign }
        if isDouble, rest.first == UInt8(ascii: "/") { rest.removeFirst() }
        parts.append(.many(crossesFolders: crossesFolders || isDouble))
      case UInt8(ascii: "?"): parts.append(.one)
      case UInt8(ascii: "["):
        if let end = rest.firstIndex(of: UInt8(ascii: "]")) { rest = rest[(end + 1)...] }
        parts.append(.one)
      default: parts.append(.sign(sign))
      }
    }
    self.parts = parts
  }

  /// Part by part, with all places to which the parts so far may lead: no pattern takes more than its length times the path's.
  func matches(_ path: String) -> Bool {
    let (bytes, slash) = (Array(path.utf8), UInt8(ascii: "/"))
    var reached = [Bool](repeating: false, count: bytes.count + 1)
    reached[0] = true
    for part in parts {
      var next = [Bool](repeating: false, count: bytes.count + 1)
      switch part {
      case .sign(let sign):
        for index in bytes.indices where reached[index] && bytes[index] == sign { next[index + 1] = true }
      case .one:
        for index in bytes.indices where reached[index] && bytes[index] != slash { next[index + 1] = true }
      case .many(let crossesFolders):
        var isOpen = false
        for index in reached.indices {
          if index > 0, bytes[index - 1] == slash, !crossesFolders { isOpen = false }
          isOpen = isOpen || reached[index]
          next[index] = isOpen
        }
      }
      reached = next
    }
    return reached[bytes.count]
  }
}

extension String {
  fileprivate var trimmedOfBlanks: String {
    let start = drop { $0.isWhitespace }
    return String(start.dropLast(start.reversed().prefix { $0.isWhitespace }.count))
  }
}
