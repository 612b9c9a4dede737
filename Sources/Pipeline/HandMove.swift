import Diagnostics
import Files
import Folding
import Knowledge
import Renaming
import Site

/// A file that somebody moved or gave another name, while others mean its entity by the old id still.
struct HandMove: Sendable {
  /// By the old paths: the new ones of the file and of what lies beside an index, below `content/`.
  let moved: [String: String]
  let standIn: StandIn
  /// The files that are there, with stand-ins where the moved ones were.
  let tree: SourceTree
  /// The file's path now.
  let path: String
}

extension KnowledgeBase {
  /// The move that an old and a new id are of; `nil` where they are of none: where the new id is free, or where nothing
  /// says that there was anything by the old one.
  ///
  /// - Parameter committed: the paths of the last commit; empty where there is none.
  /// - Throws: `RenameRefusal` where the new id has been another entity's.
  func handMove(
    of name: String, to newName: String, committed: Set<String>
  ) throws(RenameRefusal) -> HandMove? {
    var found: [(entity: EntityID, old: OldPlace)] = []
    for id in graph.entityIDs where newName.contains(graph[id].slug) {
      guard let old = OldPlace(name, of: id, newName, in: graph), sources[old.path] == nil,
        graph.entity(atPath: old.path.belowContent) == nil
      else { continue }
      let isNamed = !graph.unknownNames.isDisjoint(with: old.names)
      if old.isKnown || isNamed || committed.contains(old.path) { found.append((id, old)) }
    }
    guard found.count == 1 else { return nil }
    let (entity, old) = found[0]
    let path = graph[entity].path
    if !old.isKnown, committed.contains(old.path), committed.contains(path) {
      throw RenameRefusal(
        "'\(graph.id(of: entity))' is taken: the last commit had it beside '\(old.id)'"
          + "\n  help: choose another id; or, if it is to replace both, add former_ids: [\(old.id)] to \(path)"
      )
    }
    return sources[path].map { move(of: entity, $0, from: old) }
  }

  private func move(of entity: EntityID, _ file: SourceText, from old: OldPlace) -> HandMove {
    let gone = (self.gone?.entities ?? []).first { $0.id == old.id }
    let names = graph.unknownNames.filter { name in
      gone.map { $0.isCalled(name) && !old.names.contains(name) } ?? false
    }
    let standIn = StandIn(for: file, at: old.path, id: old.id, names: names.sorted())
    let paths = sources.content.map(\.path)
    let back = Renaming.movedPaths(of: graph[entity], in: graph, newSlug: old.slug, among: paths)
    let there = Set(paths.map(\.belowContent))
    var moved = [old.path.belowContent: file.path.belowContent]
    for (new, old) in back where !there.contains(old) { moved[old] = moved[old] ?? new }
    let files = moved.keys.filter { $0 != old.path.belowContent }.map {
      SourceText(path: ContentFolder.prefix + $0, bytes: [])
    }
    return HandMove(
      moved: moved, standIn: standIn, tree: sources.adding([standIn.file] + files), path: file.path)
  }
}

/// Where an entity's file was by an old id.
private struct OldPlace {
  let slug: String
  let id: String
  let path: String
  /// Whether the entity says that it had the id.
  let isKnown: Bool
  /// How others call it: by id and path.
  let names: Set<String>

  /// `nil` where the new name is not the entity's own id, or the old one can be none of its kind.
  init?(_ name: String, of entity: EntityID, _ newName: String, in graph: KnowledgeGraph) {
    let own = graph[entity]
    let kind = graph.schema[own.kind]
    func asked(_ name: String) -> String? {
      do throws(QueryError) {
        return try Slug.asked(name, of: kind, in: graph.schema)
      } catch {
        // It may be a title.
        return nil
      }
    }
    guard asked(newName) == own.slug, let slug = asked(name), slug != own.slug else { return nil }
    let suffix = own.path.dropFirst((MarkdownPath.stem(own.path) ?? own.path).count)
    let stem = (kind.isPlainPage ? "" : kind.folder + "/") + slug
    self.slug = slug
    id = kind.name + "/" + slug
    path = ContentFolder.prefix + stem + suffix
    let id = self.id
    isKnown = own.formerIDs.contains { $0.text == id || $0.text == slug }
    names = [id, slug, stem, stem + suffix, stem + ".html"]
  }
}
