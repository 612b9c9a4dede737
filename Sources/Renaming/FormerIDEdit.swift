import Diagnostics
import Folding
import FrontMatter
import Knowledge

/// What is to be written so that an entity keeps its old id in `former_ids`, and not the one that it gets.
struct FormerIDEdit {
  private let file: SourceText
  private let matter: FrontMatter
  private let kind: String
  private let old: String
  private let new: String

  init(_ file: SourceText, _ matter: FrontMatter, kind: String, old: String, new: String) {
    self.file = file
    self.matter = matter
    self.kind = kind
    self.old = old
    self.new = new
  }

  private static let key = "former_ids"

  /// `nil` where the front matter is of a form into which nothing can be written.
  var edits: [TextEdit]? {
    guard let root = matter.root, !isForeign else { return block }
    guard case .mapping(let entries) = root.content else { return nil }
    guard let entry = entries.first(where: { $0.key == Self.key }) else { return line(in: root, entries) }
    let items = items(of: entry.value)
    // An id that the entity has is none that it had.
    let own = items.filter { id($0) == new }
    if items.contains(where: { id($0) == old }) { return own.isEmpty ? [] : nil }
    if let first = own.first, own.count == 1, let text = first.text {
      return file.replacingName(text, with: old, inScalarAt: first.position).map { [$0] }
    }
    return own.isEmpty ? added(to: entry, items) : nil
  }

  /// Whether what stands above the text is TOML or JSON.
  private var isForeign: Bool {
    guard let first = file.line(1) else { return false }
    let text = first.drop { [0xEF, 0xBB, 0xBF].contains($0) }
    return !text.starts(with: "---".utf8) || text.contains { !"- \t".utf8.contains($0) }
  }

  /// The id with its kind, however it is written.
  private func id(_ node: YAMLNode) -> String {
    let text = node.text ?? ""
    return text.begins(with: kind + "/") ? text : kind + "/" + text
  }

  private func items(of node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let items) = node.content { return items }
    return node.isNull ? [] : [node]
  }

  // MARK: - Where there is none yet

  /// A block of front matter, for a file that has none.
  private var block: [TextEdit]? {
    guard !isForeign || matter.bodyRange.lowerBound <= 3 else { return nil }
    let start = matter.bodyRange.lowerBound
    let end = file.lineEnd
    return [TextEdit(start..<start, "---\(end)\(Self.key): [\(old)]\(end)---\(end)")]
  }

  /// A line above the one that ends the front matter.
  private func line(in root: YAMLNode, _ entries: [YAMLNode.Entry]) -> [TextEdit]? {
    if let offset = file.offset(of: root.position), file.has("{".utf8, at: offset) {
      return [TextEdit(offset + 1..<offset + 1, "\(Self.key): [\(old)]" + (entries.isEmpty ? "" : ", "))]
    }
    guard let closing = file.line(matter.bodyFirstLine - 1) else { return nil }
    let indent = String(repeating: " ", count: max(Int(entries.first?.keyPosition.column ?? 1) - 1, 0))
    let line = "\(indent)\(Self.key): [\(old)]\(file.lineEnd)"
    return [TextEdit(closing.startIndex..<closing.startIndex, line)]
  }

  // MARK: - Where there are some

  private func added(to entry: YAMLNode.Entry, _ items: [YAMLNode]) -> [TextEdit]? {
    guard let start = file.offset(of: entry.value.position) else { return nil }
    if file.has("[".utf8, at: start) {
      guard let last = items.last else { return [TextEdit(start + 1..<start + 1, old)] }
      return end(of: last).map { [TextEdit($0..<$0, ", " + old)] }
    }
    if case .sequence = entry.value.content { return items.last.flatMap(newLine) }
    guard let item = items.first else {
      return end(ofKey: entry).map { [TextEdit($0..<$0, " [\(old)]")] }
    }
    return end(of: item).map { [TextEdit(start..<start, "["), TextEdit($0..<$0, ", \(old)]")] }
  }

  /// A line below the last item of a list with dashes.
  private func newLine(below item: YAMLNode) -> [TextEdit]? {
    guard let line = file.line(Int(item.position.line)), end(of: item) != nil else { return nil }
    let before = line.prefix(Int(item.position.column) - 1)
    let isPlain = before.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    guard isPlain, let text = String(validating: before, as: UTF8.self) else { return nil }
    return [TextEdit(line.endIndex..<line.endIndex, file.lineEnd + text + old)]
  }

  /// `nil` of what does not end on its first line.
  private func end(of item: YAMLNode) -> Int? {
    guard let text = item.text, let start = file.offset(of: item.position),
      file.has(text.utf8, at: file.startOfScalar(at: start)), !file.has("|".utf8, at: start),
      !file.has(">".utf8, at: start)
    else { return nil }
    return start + item.length
  }

  private func end(ofKey entry: YAMLNode.Entry) -> Int? {
    guard let start = file.offset(of: entry.keyPosition), file.has("\(Self.key):".utf8, at: start) else {
      return nil
    }
    return start + Self.key.utf8.count + 1
  }
}

extension SourceText {
  /// How the file's first line ends.
  fileprivate var lineEnd: String {
    guard let first = line(1), let second = line(2) else { return "\n" }
    return String(decoding: bytes[first.endIndex..<second.startIndex], as: UTF8.self)
  }
}
