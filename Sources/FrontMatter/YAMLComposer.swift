import Diagnostics
import Yams

/// What Yams makes of a text.
enum Composition {
  /// `badKeys` are offsets in the text, of keys that are empty; `invisible` are those of texts in which an escape stands
  /// for a character that may not stand in YAML.
  case node(YAMLNode?, badKeys: [Int], invisible: [(offset: Int, character: Unicode.Scalar)])
  case fault(YAMLFault)
}

/// A syntax error as libyaml tells it; offsets are bytes of the text.
struct YAMLFault {
  /// The `problem` of a text in which Yams found a key twice.
  static let duplicateKeys = "duplicate keys"

  var problem: String
  var offset: Int
  /// Where the broken thing begins.
  var contextOffset: Int?
}

/// Turns a text into nodes by Yams; the only part of Remit that knows it.
struct YAMLComposer {
  private let text: [UInt8]
  private let sort: YAMLSort
  private let firstLine: Position
  private let skippedKeys: Set<Int>
  private var offsets: MarkOffsets
  private var badKeys: [Int] = []
  private var invisible: [(offset: Int, character: Unicode.Scalar)] = []

  /// - Parameters:
  ///   - text: UTF-8 that `checkText` and `YAMLScanner` have found harmless.
  ///   - firstLine: Where the text begins in its file.
  ///   - skippedKeys: The offsets of keys that are left out with their values.
  init(_ text: [UInt8], _ sort: YAMLSort, firstLine: Position, skippedKeys: Set<Int> = []) {
    self.text = text
    self.sort = sort
    self.firstLine = firstLine
    self.skippedKeys = skippedKeys
    offsets = MarkOffsets(text)
  }

  mutating func compose() -> Composition {
    do {
      // The encoding is given, for else Yams asks the environment. Without rules it resolves no types.
      let root = try Yams.compose(yaml: String(decoding: text, as: UTF8.self), .basic, .default, .utf8)
      return .node(root.map { node($0) }, badKeys: badKeys, invisible: invisible)
    } catch let error as YamlError {
      return .fault(fault(error))
    } catch {
      return .fault(YAMLFault(problem: String(describing: error), offset: 0))
    }
  }

  /// Recursion is safe here, since `YAMLScanner` has bounded the depth.
  private mutating func node(_ node: Node) -> YAMLNode {
    let offset = offset(node.mark)
    let position = position(offset)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      if scalar.style == .doubleQuoted, let wrong = scalar.string.unicodeScalars.first(where: isInvisible) {
        invisible.append((offset, wrong))
        let shown = scalar.string.unicodeScalars.map { isInvisible($0) ? "\u{FFFD}" : $0 }
        return YAMLNode(
          .scalar(String(String.UnicodeScalarView(shown)), isQuoted: true), at: position,
          length: length(of: scalar, at: offset))
      }
      return YAMLNode(
        .scalar(text.joinedLines(of: scalar.string, at: offset), isQuoted: isQuoted), at: position,
        length: length(of: scalar, at: offset))
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(self.node(item)) }
      return YAMLNode(.sequence(items), at: position)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping { if let entry = entry(key, value) { entries.append(entry) } }
      return YAMLNode(.mapping(entries), at: position)
    case .alias:
      // Yams makes these for encoding only.
      return YAMLNode(.scalar("", isQuoted: false), at: position)
    }
  }

  /// Of what a program wrote as JSON, only what no page can hold is replaced.
  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    sort == .json
      ? scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) : !isAllowed(scalar, next: 0)
  }

  private mutating func entry(_ key: Node, _ value: Node) -> YAMLNode.Entry? {
    let keyOffset = offset(key.mark)
    // The scanner has refused other keys.
    guard case .scalar(let scalar) = key else { return nil }
    let value = node(value)
    let isPlain = scalar.style == .plain
    if scalar.string.isEmpty { badKeys.append(keyOffset) }
    if let wrong = scalar.string.unicodeScalars.first(where: isInvisible) {
      invisible.append((keyOffset, wrong))
    }
    // Merge keys are reported by the scanner.
    let isLeftOut =
      scalar.string.isEmpty || (isPlain && scalar.string == "<<") || skippedKeys.contains(keyOffset)
    return isLeftOut
      ? nil : YAMLNode.Entry(key: scalar.string, keyPosition: position(keyOffset), value: value)
  }

  private func length(of scalar: Node.Scalar, at offset: Int) -> Int {
    switch scalar.style {
    case .literal, .folded: 1
    case .singleQuoted, .doubleQuoted: text.lengthOfQuotedText(at: offset)
    default: max(1, text.lengthOnLine(from: offset, limit: scalar.string.utf8.count))
    }
  }

  private mutating func offset(_ mark: Mark?) -> Int {
    mark.map { offsets.offset(line: $0.line, column: $0.column) } ?? 0
  }

  private func position(_ offset: Int) -> Position {
    offsets.position(of: offset, from: firstLine)
  }

  private mutating func fault(_ error: YamlError) -> YAMLFault {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      YAMLFault(
        problem: problem, offset: offset(mark), contextOffset: context.map { offset($0.mark) })
    case .duplicatedKeysInMapping(_, let context):
      YAMLFault(problem: YAMLFault.duplicateKeys, offset: offset(context.mark))
    case .reader(let problem, _, _, _):
      YAMLFault(problem: problem, offset: 0)
    default:
      YAMLFault(problem: String(describing: error), offset: 0)
    }
  }
}
