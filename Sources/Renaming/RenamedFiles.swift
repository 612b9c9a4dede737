import CommonMark
package import Diagnostics
import Folding
import FrontMatter
import Knowledge
package import Site

/// What a renaming does to each file.
package struct RenamedFiles: Sendable {
  /// Those that change or go elsewhere, by their old paths.
  package private(set) var edits: [FileEdit] = []
  /// The places that would have to change, and can't.
  package private(set) var diagnostics: [Diagnostic] = []
  private let renaming: Renaming

  /// - Parameter files: of the whole knowledge base, without stand-ins.
  package init(_ renaming: Renaming, in site: SiteModel, _ files: [SourceText]) {
    self.renaming = renaming
    let texts = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    for entity in renaming.graph.entities {
      if let file = texts[entity.path] { add(edits(of: entity, in: file), to: file) }
    }
    if let settings = texts[Configuration.path] { add(edits(of: site, in: settings), to: settings) }
    // What lies beside an index goes along.
    let changed = Set(edits.map(\.old.path))
    for file in files where !changed.contains(file.path) { add([], to: file) }
    edits.sort { $0.old.path < $1.old.path }
  }

  private mutating func add(_ changes: Set<TextEdit>, to file: SourceText) {
    let newPath = renaming.newPath(of: file.path)
    guard !changes.isEmpty || newPath != file.path else { return }
    edits.append(FileEdit(file, newPath: newPath, changes))
  }

  private mutating func edits(of entity: Entity, in file: SourceText) -> Set<TextEdit> {
    let names = FrontMatterNames(of: entity, leadingTo: renaming.entity, in: renaming.graph)
    var edits: Set<TextEdit> = []
    for written in names.names {
      guard let part = renaming.part(of: written.text) else { continue }
      guard let edit = file.replacingName(part.old, with: part.new, inScalarAt: written.position) else {
        report(part.old, Place(file.path, written.position, length: written.text.utf8.count))
        continue
      }
      edits.insert(edit)
    }
    for position in names.preferences {
      for (old, new) in [(renaming.oldID, renaming.newID), (renaming.oldSlug, renaming.shortName)] {
        guard let edit = file.replacingName(old, with: new, inScalarAt: position) else { continue }
        edits.insert(edit)
        break
      }
    }
    let isOwn = entity.id == renaming.ownEntity
    let hasLinks = entity.documents.contains { !$0.links.isEmpty }
    guard isOwn || hasLinks else { return edits }
    let matter = readFrontMatter(file)
    let links = LinkEdits(renaming, in: file, of: entity)
    diagnostics += links.diagnostics
    return edits.union(links.edits).union(isOwn ? ownEdits(file, matter) : [])
  }

  private mutating func ownEdits(_ file: SourceText, _ matter: FrontMatter) -> [TextEdit] {
    let kind = renaming.graph.schema[renaming.graph[renaming.entity].kind].name
    let edit = FormerIDEdit(file, matter, kind: kind, old: renaming.oldID, new: renaming.newID)
    if let edits = edit.edits { return edits }
    diagnostics.append(
      Diagnostic(
        .cannotRename, "'former_ids' cannot be added to this front matter", at: Place(file.path),
        help: "add former_ids: [\(renaming.oldID)] to it, on a line of its own, and try again"))
    return []
  }

  private mutating func edits(of site: SiteModel, in file: SourceText) -> Set<TextEdit> {
    var edits: Set<TextEdit> = []
    for setting in site.settingNames where setting.entity == renaming.entity {
      let path = renaming.graph[renaming.entity].path.belowContent
      let new =
        setting.name == path
        ? renaming.moved[path]
        : renaming.part(of: setting.name).map { part in
          part.new + setting.name.dropFirst(part.old.count)
        }
      guard let new else { continue }
      let before = String(setting.text.dropLast(setting.name.count))
      let whole = setting.text.ends(with: setting.name) ? before + new : setting.text
      if let edit = file.replacingName(setting.text, with: whole, inScalarAt: setting.position) {
        edits.insert(edit)
      } else {
        report(setting.name, Place(file.path, setting.position, length: setting.text.utf8.count))
      }
    }
    return edits
  }

  private mutating func report(_ name: String, _ place: Place) {
    diagnostics.append(
      Diagnostic(
        .cannotRename, "'\(name)' must change here, but cannot be found as it is written", at: place,
        help: "write the name on one line, without escapes and comments, and try again"))
  }
}
