package import Diagnostics
import Folding
package import Knowledge

/// Why an entity can't have a new id: what was asked for makes no sense.
package struct RenameRefusal: Error {
  package let message: PlainMessage

  package init(_ message: PlainMessage) { self.message = message }
}

extension Renaming {
  /// A renaming that was asked for, where nothing speaks against it.
  ///
  /// - Parameters:
  ///   - name: an id, a slug, a title or an alias of the entity.
  ///   - newName: the new id, or the new slug alone.
  ///   - paths: of all files of `content/`.
  package init(
    _ graph: KnowledgeGraph, _ name: String, to newName: String, paths: [String]
  ) throws(RenameRefusal) {
    let entity = try Renaming.entity(named: name, in: graph)
    let kind = graph.schema[graph[entity].kind]
    let slug = try Renaming.slug(newName, of: kind, in: graph.schema)
    let files = MovedFiles(graph[entity], kind, newSlug: slug, among: paths)
    self.init(graph, entity, newSlug: slug, moved: files.moved)
    if newID == oldID { throw RenameRefusal("'\(newID)' is already its id") }
    try checkNames()
    if let obstacle = files.obstacle {
      throw RenameRefusal("'\(newID)' is taken: '\(obstacle)' already exists\n  help: choose another id")
    }
  }

  /// The paths below `content/` that another slug of an entity changes, with the new ones.
  ///
  /// - Parameter paths: of all files of `content/`.
  package static func movedPaths(
    of entity: Entity, in graph: KnowledgeGraph, newSlug: String, among paths: [String]
  ) -> [String: String] {
    MovedFiles(entity, graph.schema[entity.kind], newSlug: newSlug, among: paths).moved
  }

  private static func entity(named name: String, in graph: KnowledgeGraph) throws(RenameRefusal) -> EntityID {
    let target = try asking { () throws(QueryError) in try graph.target(named: name) }
    guard target.anchor == nil else {
      throw RenameRefusal("'\(name)' is a part of a page; only a whole page's id can be changed")
    }
    return target.entity
  }

  private static func slug(_ name: String, of kind: Kind, in schema: Schema) throws(RenameRefusal) -> String {
    if let parts = name.divided(at: "/"), let asked = schema.kind(named: String(parts.before)),
      schema[asked].name != kind.name
    {
      throw RenameRefusal(
        "'\(name)' would be of another kind, but an entity keeps its kind: its fields and relations depend on it"
          + "\n  help: write \(kind.name)/…, or start a new file with 'remit new'")
    }
    return try asking { () throws(QueryError) in try Slug.asked(name, of: kind, in: schema) }
  }

  /// What makes no sense to ask makes no sense to do.
  private static func asking<Answer>(_ question: () throws(QueryError) -> Answer) throws(RenameRefusal)
    -> Answer
  {
    do throws(QueryError) {
      return try question()
    } catch {
      throw RenameRefusal(("\(error.message)" as PlainMessage).help(error.help.map { "\($0)" }))
    }
  }

  /// Nothing else may be called so: not now, and not before.
  private func checkNames() throws(RenameRefusal) {
    let folded = [newID.foldedName, newSlug.foldedName]
    let kind = graph.schema[graph[entity].kind].name + "/"
    for other in graph.entityIDs where other != entity {
      let id = graph.id(of: other)
      if id.foldedName == folded[0] { throw RenameRefusal("'\(newID)' is taken: \(id) already exists") }
      if let name = graph.names(of: other).first(where: { folded.contains($0.foldedName) }) {
        throw RenameRefusal(
          "'\(newID)' is taken: '\(name)' is a name of \(id), and links by it would lead elsewhere"
            + "\n  help: choose another id")
      }
      let former = graph[other].formerIDs.map(\.text)
      let own = graph.schema[graph[other].kind].name + "/"
      if former.contains(where: { $0 == newID || own == kind && $0 == newSlug }) {
        throw RenameRefusal(
          "'\(newID)' is taken: it is a former id of \(id), and the old address leads there"
            + "\n  help: choose another id, or remove it from former_ids in \(graph[other].path)")
      }
    }
  }
}

/// The files that get other paths with an entity: its own and, where it is the index of a folder, what lies in that.
private struct MovedFiles {
  private(set) var moved: [String: String] = [:]
  /// A file that is in the way.
  private(set) var obstacle: String?

  /// - Parameter paths: of all files of `content/`.
  init(_ entity: Entity, _ kind: Kind, newSlug: String, among paths: [String]) {
    let old = entity.path.belowContent
    let folder = kind.isPlainPage ? "" : kind.folder + "/"
    let stem = MarkdownPath.stem(old) ?? old
    let suffix = old.dropFirst(stem.count)
    var new = folder + newSlug
    // Hugo's name for the page of a folder.
    if stem.ends(with: "/_index"), let parent = new.without(end: "/index") { new = parent + "/_index" }
    moved[old] = new + suffix
    addAssets(from: MarkdownPath.folder(of: old), to: MarkdownPath.folder(of: new), stem, new, paths)
    let taken = Dictionary(paths.map { ($0.belowContent.foldedPath, $0) }) { first, _ in first }
    let going = Set(moved.keys.map(\.foldedPath))
    obstacle =
      moved.values.sorted().lazy.compactMap { path in
        let folded = path.foldedPath
        return going.contains(folded) ? nil : taken[folded]
      }.first
  }

  /// Where nothing else is in the folder that has a page, all that lies there belongs to the index.
  private mutating func addAssets(
    from old: String, to new: String, _ oldStem: String, _ newStem: String, _ paths: [String]
  ) {
    guard oldStem.ends(with: "/index"), newStem.ends(with: "/index") else { return }
    let inside = paths.map(\.belowContent).filter { $0.begins(with: old) && moved[$0] == nil }
    guard !inside.contains(where: MarkdownPath.isMarkdown) else { return }
    for path in inside { moved[path] = new + path.dropFirst(old.count) }
  }
}
