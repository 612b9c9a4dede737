import CommonMark
import Diagnostics
import Knowledge

/// What a renaming changes in an entity's running texts.
struct LinkEdits {
  let renaming: Renaming
  let file: SourceText
  let entity: Entity
  /// Where the front matter ends.
  let bodyStart: Int
  private(set) var edits: Set<TextEdit> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where constructs were found already: each is another one.
  private var taken: Set<Int> = []

  init(_ renaming: Renaming, in file: SourceText, of entity: Entity, bodyStart: Int) {
    self.renaming = renaming
    self.file = file
    self.entity = entity
    self.bodyStart = bodyStart
    for (number, document) in entity.documents.enumerated() {
      let targets = renaming.graph.links(in: DocumentID(entity.id, number: number))
      let earlier = targetsBeforeMove(number)
      for (place, (link, target)) in zip(document.links, targets).enumerated() {
        if case .broken = target, place < earlier.count {
          add(link, earlier[place], document, number, from: renaming.graph[renaming.entity])
        } else {
          add(link, target, document, number, from: entity)
        }
      }
    }
  }

  /// Where the links of the text led before its file was moved by hand.
  private func targetsBeforeMove(_ document: Int) -> [LinkTarget] {
    guard entity.id == renaming.movedEntity, document == 0 else { return [] }
    return renaming.graph.links(in: DocumentID(renaming.entity, number: document))
  }

  private mutating func add(
    _ link: MarkdownLink, _ target: LinkTarget, _ document: MarkdownDocument, _ number: Int,
    from entity: Entity
  ) {
    // What lies in a field of the front matter may stand some lines below the place that is known.
    let end = number == 0 ? file.bytes.count : bodyStart
    guard let start = file.offset(of: link.position) else { return }
    let found: Bool
    switch link.kind {
    case .wiki:
      let written = Array(document.text[document.nodes[link.node].text])
      let parts = WikiLinkParts(link, target, written, renaming, from: entity).edits
      // In a cell of a table, there is a backslash before the bar.
      let name = Array(written[..<(written.firstIndex(of: UInt8(ascii: "|")) ?? written.count)])
      found = parts.isEmpty || replace(parts, in: name, from: start, end)
    case .citation:
      guard case .entity(let source) = target, source.entity == renaming.entity,
        let new = renaming.name(insteadOf: link.target)
      else { return }
      let written = Array("@\(link.target)".utf8)
      found = replace([TextEdit(1..<written.count, new)], in: written, from: start, end)
    case .link, .image:
      guard let path = DestinationPath(link, target, renaming, from: entity) else { return }
      found = replace(path, from: start, end)
    }
    if !found { report(link, document) }
  }

  private mutating func report(_ link: MarkdownLink, _ document: MarkdownDocument) {
    diagnostics.append(
      Diagnostic(
        .cannotRename, "this link must change, and can't be found as it is written",
        at: document.place(of: link),
        help: "write it on one line and without backslashes, or change it by hand afterwards"))
  }

  /// Replaces parts of a construct where it stands.
  private mutating func replace(
    _ parts: [TextEdit], in written: [UInt8], from start: Int, _ end: Int
  ) -> Bool {
    let file = file
    // Brackets end what they stand around; a name that is cut off before the bar ends there.
    let isWhole = { (offset: Int) in
      written.last == UInt8(ascii: "]")
        || !(file.bytes[offset...].dropFirst(written.count).first ?? 0).isOfName
    }
    guard let offset = place(of: written, from: start, end, isWhole) else { return false }
    taken.insert(offset)
    for part in parts {
      edits.insert(
        TextEdit(part.range.lowerBound + offset..<part.range.upperBound + offset, part.new))
    }
    return true
  }

  /// Replaces a path in `](path "title")`, or in the `[name]: path` that the link refers to.
  private mutating func replace(_ path: DestinationPath, from start: Int, _ end: Int) -> Bool {
    let old = Array(path.old.utf8)
    let file = file
    let beginning = file.line(Int(file.position(at: start).line))?.startIndex ?? start
    if let offset = place(
      of: old, from: beginning, end, { file.isDestination($0..<$0 + old.count, behind: "](") })
    {
      taken.insert(offset)
      edits.insert(TextEdit(offset..<offset + old.count, path.new))
      return true
    }
    // One definition serves several links.
    let whole = end == file.bytes.count ? bodyStart : 0
    guard
      let offset = place(
        of: old, from: whole, end, { file.isDestination($0..<$0 + old.count, behind: "]:") }, isShared: true)
    else {
      return false
    }
    edits.insert(TextEdit(offset..<offset + old.count, path.new))
    return true
  }

  /// So far a construct is sought from where the parser says that it is.
  private static let farthest = 1 << 16

  private func place(
    of bytes: [UInt8], from start: Int, _ end: Int, _ fits: (Int) -> Bool, isShared: Bool = false
  ) -> Int? {
    guard let first = bytes.first else { return nil }
    let end = isShared ? end : min(end, start + Self.farthest)
    var offset = start
    while offset + bytes.count <= end, let next = file.bytes[offset..<end].firstIndex(of: first) {
      if file.has(bytes, at: next), isShared || !taken.contains(next), fits(next) { return next }
      offset = next + 1
    }
    return nil
  }
}

extension SourceText {
  /// Whether a range is where a destination's path stands, with nothing but blanks and `<` between it and what opens it.
  fileprivate func isDestination(_ range: Range<Int>, behind opening: String) -> Bool {
    var start = range.lowerBound
    if start > 0, bytes[start - 1] == UInt8(ascii: "<") { start -= 1 }
    while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
    let next = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    return has(opening.utf8, at: start - opening.utf8.count) && (next <= 0x20 || ")>#?".utf8.contains(next))
  }
}
