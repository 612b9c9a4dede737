import CommonMark
import Diagnostics
import Knowledge

/// What a renaming changes in an entity's running texts.
struct LinkEdits {
  private let renaming: Renaming
  private let file: SourceText
  private(set) var edits: Set<TextEdit> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// A link that must change.
  private struct Change {
    var link: MarkdownLink
    /// The numbers of its document, and of the link in that.
    var document: Int
    var number: Int
    /// What stands there.
    var pattern: LinkPlaces.Pattern
    /// In the pattern's bytes.
    var edits: [TextEdit]
  }

  init(_ renaming: Renaming, in file: SourceText, of entity: Entity) {
    self.renaming = renaming
    self.file = file
    var changes: [Change] = []
    for (number, document) in entity.documents.enumerated() {
      let targets = renaming.graph.links(in: DocumentID(entity.id, number: number))
      let earlier = LinkEdits.targetsBeforeMove(renaming, of: entity, number)
      for (index, (link, target)) in zip(document.links, targets).enumerated() {
        var (target, source) = (target, entity)
        if case .broken = target, index < earlier.count {
          (target, source) = (earlier[index], renaming.graph[renaming.entity])
        }
        guard let (pattern, edits) = change(of: link, target, document, from: source) else { continue }
        changes.append(
          Change(link: link, document: number, number: index, pattern: pattern, edits: edits))
      }
    }
    let places = LinkPlaces(of: Set(changes.map(\.pattern)), in: file, of: entity, renaming.graph.schema)
    for change in changes where !make(change, at: places[change.document, change.number]) {
      report(change.link, entity.documents[change.document])
    }
  }

  /// Where the links of the text led before its file was moved by hand.
  private static func targetsBeforeMove(_ renaming: Renaming, of entity: Entity, _ document: Int)
    -> [LinkTarget]
  {
    guard entity.id == renaming.movedEntity, document == 0 else { return [] }
    return renaming.graph.links(in: DocumentID(renaming.entity, number: document))
  }

  /// What must change in a link as it is written; `nil` where nothing must.
  ///
  /// - Parameter entity: in whose file the link has its meaning.
  private func change(
    of link: MarkdownLink, _ target: LinkTarget, _ document: MarkdownDocument, from entity: Entity
  ) -> (LinkPlaces.Pattern, [TextEdit])? {
    switch link.kind {
    case .wiki:
      let written = Array(document.text[document.nodes[link.node].text])
      let parts = WikiLinkParts(link, target, written, renaming, from: entity).edits
      guard !parts.isEmpty else { return nil }
      // In a cell of a table, there is a backslash before the bar.
      let name = Array(written[..<(written.firstIndex(of: UInt8(ascii: "|")) ?? written.count)])
      let opening = name.prefix { $0 <= 0x20 || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "[") }.count
      return (LinkPlaces.Pattern(bytes: name, mark: opening), parts)
    case .citation:
      guard case .entity(let source) = target, source.entity == renaming.entity,
        let new = renaming.name(insteadOf: link.target)
      else { return nil }
      let written = Array("@\(link.target)".utf8)
      return (LinkPlaces.Pattern(bytes: written, mark: 1), [TextEdit(1..<written.count, new)])
    case .link, .image:
      guard let path = DestinationPath(link, target, renaming, from: entity) else { return nil }
      let old = Array(path.old.utf8)
      return (
        LinkPlaces.Pattern(bytes: old, mark: 0, isPath: true), [TextEdit(0..<old.count, path.new)]
      )
    }
  }

  /// Whether the link was found as it's written. One definition serves several links, and is changed once.
  private mutating func make(_ change: Change, at place: Int?) -> Bool {
    guard let place else { return false }
    let start = place - change.pattern.mark
    guard file.has(change.pattern.bytes, at: start) else { return false }
    for edit in change.edits {
      edits.insert(TextEdit(edit.range.lowerBound + start..<edit.range.upperBound + start, edit.new))
    }
    return true
  }

  private mutating func report(_ link: MarkdownLink, _ document: MarkdownDocument) {
    diagnostics.append(
      Diagnostic(
        .cannotRename, "this link must change, but cannot be found as it is written",
        at: document.place(of: link),
        help: "write it on one line and without backslashes, or change it by hand afterwards"))
  }
}
