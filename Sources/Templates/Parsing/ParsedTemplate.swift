import Diagnostics

/// One step of a template as it is written. Sections, blocks and calls say at which node they end, so nothing
/// that walks a template needs recursion.
enum Node: Sendable {
  /// A stretch of the template's `literals`.
  case text(Range<Int>)
  /// A line of the template begins here: the place for the indentation of a partial.
  case lineStart
  case insert(Path, raw: Bool, tag: Range<Int>)
  case section(Section)
  case endSection
  case block(Block)
  case endBlock
  case call(Call)
  case endOverride

  var isText: Bool { if case .text = self { true } else { false } }
  var isLineStart: Bool { if case .lineStart = self { true } else { false } }
}

struct Section: Sendable {
  var path: Path
  var isInverted: Bool
  var tag: Range<Int>
  /// The index of its `endSection`.
  var end = 0
}

/// A place that a child may fill, with what stands there otherwise.
struct Block: Sendable {
  var name: String
  var tag: Range<Int>
  var indent: Indent
  /// The index of its `endBlock`.
  var end = 0
}

/// A partial, or a parent with overrides of its blocks.
struct Call: Sendable {
  enum Target: Sendable {
    case template(String)
    /// The value of this path names the template.
    case named(Path)
  }

  var target: Target
  /// The bytes that name the target.
  var name: Range<Int>
  var tag: Range<Int>
  var indent: Indent
  var isParent = false
  var overrides: [Override] = []
  /// The index of the node behind it and its overrides.
  var end = 0
}

/// What a child puts in the place of a block.
struct Override: Sendable {
  var name: String
  var nameRange: Range<Int>
  var tag: Range<Int>
  /// Whether its text begins on a line of its own, so that its lines bring their indentation themselves.
  var startsLine: Bool
  var nodes: Range<Int>
}

/// Blanks that stand before each line of what is called.
struct Indent: Sendable {
  /// In the template's `literals`.
  var blanks: Range<Int>
  /// Whether the indentation so far ends here, as it does for a call in the middle of a line.
  var resets: Bool

  static let none = Indent(blanks: 0..<0, resets: true)
}

/// A dotted name; without components it is `.`, the top of the context stack.
struct Path: Sendable {
  /// Where its words stand.
  var components: [Range<Int>]
  var range: Range<Int>
}

/// One template file, read but not yet linked with the others.
struct ParsedTemplate: Sendable {
  var name: String
  var escaping: Escaping
  var path: String
  var source: [UInt8]
  var lines: Lines
  var literals: [UInt8] = []
  var nodes: [Node] = []
  /// Whether it has mistakes after which its structure is a guess.
  var isBroken = false

  func text(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  func name(of path: Path) -> String { path.components.map { text($0) }.joined(separator: ".") }

  func place(_ range: Range<Int>) -> Place {
    lines.place(range, in: path)
  }
}
