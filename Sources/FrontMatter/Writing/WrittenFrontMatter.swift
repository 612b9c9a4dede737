package import Diagnostics
package import Folding

/// A file whose front matter can be written anew: its tree, and what stays as it is.
package struct WrittenFrontMatter: Sendable {
  package var tree: YAMLTree
  /// Every comment in it, with its `#`, sorted.
  package let comments: [ExactText]
  private let source: SourceText
  private let body: Int
  private let lineEnd: String

  /// Why front matter can't be written anew.
  package enum Obstacle: Error, Hashable, Sendable {
    /// There is none, or nothing is in it: nothing is to be done.
    case nothing
    /// Its lines end in several ways.
    case lineEnds
  }

  /// In columns; what can be on one line is, if it's no longer.
  package static let width = 120

  /// - Parameter matter: the file's, read without errors.
  package init(_ source: SourceText, _ matter: FrontMatter) throws(Obstacle) {
    let fed = source.withLineFeeds
    let start = lengthOfByteOrderMark(fed.bytes)
    guard let root = matter.root, case .mapping(let entries) = root.content, !entries.isEmpty,
      let block = FrontMatterBlock(fed, from: start)
    else { throw .nothing }
    guard let lineEnd = LineEnds.one(in: source.bytes[..<block.body]) else { throw .lineEnds }
    self.source = source
    self.lineEnd = lineEnd
    body = block.body
    var reader = YAMLTreeReader(Array(fed.bytes[block.range]), firstLine: fed.position(at: start))
    tree = reader.tree(root)
    comments = reader.comments
  }

  /// The file's text with the tree as its front matter.
  package var text: [UInt8] {
    let mark = source.bytes[..<lengthOfByteOrderMark(source.bytes)]
    let lines = ["---"] + YAMLWriter(tree, width: WrittenFrontMatter.width).lines + ["---"]
    return mark + lines.flatMap { Array(($0 + lineEnd).utf8) } + source.bytes[body...]
  }

  /// Whether a file says what the tree says, in the same order.
  package func isSaid(in matter: FrontMatter) -> Bool {
    guard !matter.diagnostics.hasErrors, let root = matter.root else { return false }
    return tree.means(root)
  }
}

/// How lines end.
private enum LineEnds {
  /// The one way in which all lines of a text end; `nil` where there are several.
  static func one(in bytes: ArraySlice<UInt8>) -> String? {
    var found: Set<String> = []
    var previous: UInt8?
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        found.insert(previous == UInt8(ascii: "\r") ? "\r\n" : "\n")
      } else if previous == UInt8(ascii: "\r") {
        found.insert("\r")
      }
      previous = byte
    }
    if previous == UInt8(ascii: "\r") { found.insert("\r") }
    return found.count > 1 ? nil : found.first ?? "\n"
  }
}
