import CommonMark
import Diagnostics
import Knowledge

/// What a renaming changes within a wiki link: the name, and the source in whose words it is meant.
struct WikiLinkParts {
  /// Ranges of the construct as it is written, brackets included.
  private(set) var edits: [TextEdit] = []
  private let link: MarkdownLink
  private let written: [UInt8]
  private let renaming: Renaming

  init(
    _ link: MarkdownLink, _ target: LinkTarget, _ written: [UInt8], _ renaming: Renaming, from entity: Entity
  ) {
    self.link = link
    self.written = written
    self.renaming = renaming
    switch target {
    case .entity(let target): addName(target, from: entity)
    case .asset(let path, _):
      if let new = renaming.moved[path], new != link.target, !("/" + new).hasSuffix("/" + link.target) {
        addName(link.target, new)
      }
    case .samePage, .external, .broken: break
    }
    addSource()
  }

  private mutating func addName(_ target: Target, from entity: Entity) {
    let name = nameAsRead(target)
    if target.entity == renaming.entity, let new = renaming.name(insteadOf: name) {
      addName(name, new)
    } else if isPath(name, from: entity), target.entity == renaming.entity || entity.id == renaming.entity {
      addName(name, target.entity == renaming.entity ? renaming.newID : renaming.graph.id(of: target.entity))
    }
  }

  /// The part of the link that was found to be a name: one may have `#` or `@` in it.
  private func nameAsRead(_ target: Target) -> String {
    guard let whole = link.whole else { return link.target }
    for reading in AnchoredName.readings(whole) where reading.anchor == nil || link.source == nil {
      if renaming.graph.names.find(reading.name) == .found(target.entity) { return reading.name }
    }
    return link.target
  }

  /// Whether it is no name of anything, but the path of a file.
  private func isPath(_ name: String, from entity: Entity) -> Bool {
    guard renaming.graph.schema[entity.kind].isPlainPage, link.source == nil else { return false }
    if case .found = renaming.graph.names.find(name) { return false }
    return true
  }

  private mutating func addName(_ old: String, _ new: String) {
    let opening = written.firstIndex { $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: "[") } ?? 0
    let start = written[opening...].firstIndex { $0 > 0x20 } ?? opening
    guard written[start...].starts(with: old.utf8) else { return }
    edits.append(TextEdit(start..<start + old.utf8.count, new))
  }

  private mutating func addSource() {
    guard let name = link.source, let kind = renaming.graph.schema.sourceKind,
      renaming.graph.names.find(name, kinds: [kind]) == .found(renaming.entity),
      let new = renaming.name(insteadOf: name)
    else { return }
    let end = written.firstIndex(of: UInt8(ascii: "|")) ?? written.count
    guard let at = written[..<end].lastIndex(of: UInt8(ascii: "@")),
      written[(at + 1)...].starts(with: name.utf8)
    else { return }
    edits.append(TextEdit(at + 1..<at + 1 + name.utf8.count, new))
  }
}
