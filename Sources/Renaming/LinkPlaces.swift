import CommonMark
import Diagnostics
import Folding
import FrontMatter
import Knowledge

/// Where the names and paths of links begin in a file.
///
/// The parser tells it: the file is read once more with a mark wherever one may begin, and each link has the mark that is
/// its own, also by a definition or over several lines. What only looks like a link, as in code, has no mark.
struct LinkPlaces {
  /// What is sought: bytes of a link with the offset in them at which its name or path begins.
  struct Pattern: Hashable {
    var bytes: [UInt8]
    var mark: Int
    /// Whether it's the path of an ordinary link or a definition.
    var isPath = false
  }

  /// By document and link.
  private var offsets: [[Int?]]

  init(of patterns: Set<Pattern>, in file: SourceText, of entity: Entity, _ schema: Schema) {
    offsets = entity.documents.map { $0.links.map { _ in nil } }
    guard !patterns.isEmpty else { return }
    let marked = MarkedText(file, patterns)
    let documents = marked.documents(of: entity, schema)
    guard documents.count == offsets.count else { return }
    for (number, (old, new)) in zip(entity.documents, documents).enumerated()
    where old.links.count == new.links.count {
      offsets[number] = zip(old.links, new.links).map { marked.offset($0, $1) }
    }
  }

  /// In the file; `nil` where it can't be told.
  subscript(document: Int, link: Int) -> Int? { offsets[document][link] }
}

/// A file with a mark before each name and path that may be a link's.
private struct MarkedText {
  private let text: SourceText
  private var offsets: [Int] = []
  private let word: String

  init(_ file: SourceText, _ patterns: Set<LinkPlaces.Pattern>) {
    let byStart = Dictionary(grouping: patterns) { $0.bytes.first }
    for (offset, byte) in file.bytes.enumerated() {
      for pattern in byStart[byte] ?? [] where file.has(pattern.bytes, at: offset) {
        guard !pattern.isPath || file.isDestination(at: offset) else { continue }
        offsets.append(offset + pattern.mark)
      }
    }
    offsets = Set(offsets).sorted()
    var word = "remit-mark-"
    while file.bytes.firstRange(of: Array(word.utf8)) != nil { word += "x-" }
    self.word = word
    let edits = offsets.enumerated().map { TextEdit($1..<$1, "\(word)\($0)-") }
    text = SourceText(path: file.path, bytes: FileEdit.apply(edits, to: file.bytes[...]))
  }

  func documents(of entity: Entity, _ schema: Schema) -> [MarkdownDocument] {
    let matter = readFrontMatter(text)
    let options = entity.documents.first?.options ?? MarkdownOptions()
    let body = parseMarkdown(
      text.bytes[matter.bodyRange], path: text.path, at: Position(line: matter.bodyFirstLine, column: 1),
      options: options)
    return EntityReader.read(
      matter, body: body, kind: entity.kind, slug: entity.slug, path: entity.path, schema: schema,
      markdown: options
    ).entity.documents
  }

  /// Where the mark stands that a link has.
  func offset(_ link: MarkdownLink, _ marked: MarkdownLink) -> Int? {
    guard link.kind == marked.kind, let rest = marked.target.without(start: word),
      let parts = String(rest).divided(at: "-"), let number = Int(parts.before),
      offsets.indices.contains(number), parts.after == link.target
    else { return nil }
    return offsets[number]
  }
}

extension SourceText {
  /// Whether a link's destination may begin there: behind `](` or `]:`, and what may stand between, also in a quotation;
  /// or behind the `=` of an attribute.
  fileprivate func isDestination(at offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] <= 0x20 || "<>".utf8.contains(bytes[start - 1]) { start -= 1 }
    if has("](".utf8, at: start - 2) || has("]:".utf8, at: start - 2) { return true }
    if start > 0, "\"'".utf8.contains(bytes[start - 1]) { start -= 1 }
    return has("=".utf8, at: start - 1)
  }
}
