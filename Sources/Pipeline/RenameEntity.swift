package import Diagnostics
import Files
import Folding
import Knowledge
package import Renaming
import Site

/// What a renaming does to a knowledge base: found out and tried in memory, and not done yet.
package struct RenamePlan: Sendable {
  package let oldID: String
  package let newID: String
  /// By their old paths.
  package let files: [FileEdit]
  /// Whether the entity's file lies at its new place already.
  fileprivate let isMovedByHand: Bool

  /// - Throws: `FileError`; nothing is changed then.
  package func carryOut(in root: String) throws {
    let changes = files.map { file in
      let isThere = isMovedByHand && file.isMoved
      return FileChange(
        isThere ? file.newPath : file.old.path, to: file.newPath,
        bytes: file.old.stored == nil ? (file.old.bytes, file.new.bytes) : nil)
    }
    try changeFiles(changes, in: root)
  }

  /// The changes as a patch, from the folder as it is.
  package func patch(in root: String) async -> [UInt8] {
    // Outside a repository a patch is read from the folder itself.
    let prefix = (try? await GitRepository(root: root))?.folder ?? ""
    return Patch(isMovedByHand ? files.map(\.withoutMove) : files, prefix: prefix).bytes
  }
}

/// What came of the wish to rename something.
package enum RenameAnswer: Sendable {
  case plan(RenamePlan)
  /// What speaks against it, and the files that this is about.
  case refused([Diagnostic], any SourceTexts)
}

extension Build {
  /// Finds out what it means to give an entity another id. Where the file of the new id is there already and the old
  /// one is not, somebody has moved it, and the names are brought up to date.
  ///
  /// - Throws: `RenameRefusal` where that makes no sense; `FileError`.
  package func rename(_ name: String, to newName: String) async throws -> RenameAnswer {
    var build = self
    // What is held back names others too.
    build.options.includesDrafts = true
    let base = try await build.readFiles()
    let isSchemaBroken = base.errors.contains(where: \.isOfSchema)
    if !isSchemaBroken, let tree = base.beforeMove(of: name, to: newName) {
      return try await build.rename(
        name, to: newName, in: await KnowledgeBase(tree, build.options), isMovedByHand: true)
    }
    return try await build.rename(name, to: newName, in: base, isMovedByHand: false)
  }

  private func rename(
    _ name: String, to newName: String, in base: KnowledgeBase, isMovedByHand: Bool
  ) async throws -> RenameAnswer {
    let settings = base.errors.filter(\.isOfSettings)
    guard settings.isEmpty else { return .refused(settings, base.sources) }
    var renaming = try Renaming(base.graph, name, to: newName, paths: base.sources.content.map(\.path))
    let unread = base.errors(thatMayHide: renaming)
    guard unread.isEmpty else { return .refused(unread, base.sources) }
    var attempt = await RenameAttempt(renaming, in: base, options)
    let pages = base.site.movedPages(to: attempt.base.site, later: attempt.graph.later)
    if base.graph.hasLinks(to: pages) {
      renaming = renaming.moving(pages)
      attempt = await RenameAttempt(renaming, in: base, options)
    }
    let problems = attempt.files.diagnostics + attempt.mistakes(since: base)
    guard problems.isEmpty else { return .refused(problems, attempt.sources(with: base)) }
    return .plan(
      RenamePlan(
        oldID: renaming.oldID, newID: renaming.newID, files: attempt.files.edits, isMovedByHand: isMovedByHand
      ))
  }
}

/// A renaming, done in memory.
private struct RenameAttempt {
  let renaming: Renaming
  let files: RenamedFiles
  let base: KnowledgeBase
  let graph: RenamedGraph

  init(_ renaming: Renaming, in old: KnowledgeBase, _ options: BuildOptions) async {
    self.renaming = renaming
    files = RenamedFiles(renaming, in: old.site, old.sources.files)
    let changed = Dictionary(files.edits.map { ($0.old.path, $0.new) }) { first, _ in first }
    base = await KnowledgeBase(old.sources.replacing(changed), options, after: old)
    graph = RenamedGraph(renaming, base.graph)
  }

  /// What would be wrong that was not.
  func mistakes(since old: KnowledgeBase) -> [Diagnostic] {
    guard files.diagnostics.isEmpty else { return [] }
    let known = Dictionary(grouping: old.diagnostics) { $0.id }
    let new = Dictionary(grouping: base.diagnostics) { $0.id }
    let more = new.filter { $0.value.count > known[$0.key]?.count ?? 0 }.flatMap { id, found in
      let messages = Set((known[id] ?? []).map(\.message))
      return found.filter { !messages.contains($0.message) }
    }
    if !more.isEmpty {
      return more.sorted() + [refusal("what is told here would be wrong afterwards")]
    }
    return graph.difference(old.site, base.site).map { [refusal("more than the id would change: \($0)")] }
      ?? []
  }

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      .cannotRename, "'\(renaming.oldID)' can't be called '\(renaming.newID)': \(reason)", at: nil,
      help: "nothing was changed; choose another id, or change those places by hand first")
  }

  /// The files as they were, and those that would be new.
  func sources(with old: KnowledgeBase) -> [String: SourceText] {
    Dictionary((base.sources.files + old.sources.files).map { ($0.path, $0) }) { _, old in old }
  }
}

extension KnowledgeBase {
  /// The files as they were before somebody moved the one that has the new id now; `nil` where nobody did.
  fileprivate func beforeMove(of name: String, to newName: String) -> SourceTree? {
    guard case .found(let entity) = graph.names.find(newName), isFree(name, beside: entity) else {
      return nil
    }
    let kind = graph.schema[graph[entity].kind]
    guard newName == graph[entity].slug || newName == graph.id(of: entity) else { return nil }
    let slug = name.without(start: kind.name + "/").map { String($0) } ?? name
    let path = graph[entity].path
    let suffix = path.dropFirst((MarkdownPath.stem(path) ?? path).count)
    let old = ContentFolder.prefix + (kind.isPlainPage ? "" : kind.folder + "/") + slug + suffix
    guard let file = sources[path], sources[old] == nil, OutputPath.objection(to: old) == nil else {
      return nil
    }
    return sources.replacing([path: SourceText(path: old, bytes: file.bytes)])
  }

  /// Whether nothing has a name, or only the entity has it as a title or an alias, and others still mean an id by it.
  private func isFree(_ name: String, beside entity: EntityID) -> Bool {
    switch graph.names.find(name) {
    case .unknown, .renamed: return true
    case .found(entity):
      let own = graph[entity]
      guard name != own.slug, name != graph.id(of: entity) else { return false }
      return graph.unknownNames.contains(graph.schema[own.kind].name + "/" + name)
    default: return false
    }
  }

  /// The errors in files that speak of the entity, or may: what can't be read can't be rewritten.
  fileprivate func errors(thatMayHide renaming: Renaming) -> [Diagnostic] {
    let own = renaming.graph[renaming.entity].path
    let name = (renaming.oldID.divided(atLast: "/")?.after ?? "").foldedFileName
    return errors.filter { error in
      guard let path = error.place?.path, error.id != .formerIDInUse || path != own else { return false }
      guard path != own, let file = sources[path], file.stored == nil else { return true }
      return String(decoding: file.bytes, as: UTF8.self).foldedFileName.firstRange(of: name) != nil
    }
  }
}

extension KnowledgeGraph {
  fileprivate func hasLinks(to pages: [String: String]) -> Bool {
    guard !pages.isEmpty else { return false }
    return entitiesWithAssetLinks.contains { id in
      self[id].links.joined().contains { link in
        if case .asset(let path, _) = link { pages[path] != nil } else { false }
      }
    }
  }
}
