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
  /// Of the entity's file, afterwards.
  package let path: String

  /// - Throws: `FileError`; nothing is changed then.
  package func carryOut(in root: String) throws {
    let changes = files.map { file in
      FileChange(
        file.old.path, to: file.newPath,
        bytes: file.old.stored == nil ? (file.old.bytes, file.new.bytes) : nil)
    }
    try changeFiles(changes, in: root)
  }

  /// The changes as a patch, from the folder as it is.
  package func patch(in root: String) async -> [UInt8] {
    // Outside a repository a patch is read from the folder itself.
    let prefix = (try? await GitRepository(root: root))?.folder ?? ""
    return Patch(files, prefix: prefix).bytes
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
    if !isSchemaBroken, let move = try await base.handMove(of: name, to: newName, in: root) {
      let bridge = await KnowledgeBase(move.tree, build.options)
      if let renaming = Renaming(bridge.graph, move.standIn, moved: move.moved) {
        return try await build.rename(renaming, in: bridge, insteadOf: base)
      }
    }
    let settings = base.errors.filter(\.isOfSettings)
    guard settings.isEmpty else { return .refused(settings, base.sources) }
    let renaming = try Renaming(base.graph, name, to: newName, paths: base.sources.content.map(\.path))
    return try await build.rename(renaming, in: base, insteadOf: base)
  }

  /// - Parameters:
  ///   - base: in which all names are found: with stand-ins where files were moved by hand.
  ///   - there: what the files say.
  private func rename(
    _ renaming: Renaming, in base: KnowledgeBase, insteadOf there: KnowledgeBase
  ) async throws -> RenameAnswer {
    var renaming = renaming
    let settings = base.errors.filter(\.isOfSettings)
    guard settings.isEmpty else { return .refused(settings, base.sources) }
    let unread = base.errors(thatMayHide: renaming)
    guard unread.isEmpty else { return .refused(unread, base.sources) }
    var attempt = await RenameAttempt(renaming, in: base, of: there, options)
    let pages = base.site.movedPages(to: attempt.base.site, later: attempt.graph.later)
    if base.graph.hasLinks(to: pages) {
      renaming = renaming.moving(pages)
      attempt = await RenameAttempt(renaming, in: base, of: there, options)
    }
    let problems = attempt.files.diagnostics + attempt.mistakes(since: there, base.site)
    guard problems.isEmpty else { return .refused(problems, attempt.sources(with: base)) }
    return .plan(
      RenamePlan(
        oldID: renaming.oldID, newID: renaming.newID, files: attempt.files.edits,
        path: renaming.newPath(of: renaming.graph[renaming.ownEntity].path)))
  }
}

/// A renaming, done in memory.
private struct RenameAttempt {
  let renaming: Renaming
  let files: RenamedFiles
  let base: KnowledgeBase
  let graph: RenamedGraph

  /// - Parameter old: what the files say.
  init(_ renaming: Renaming, in base: KnowledgeBase, of old: KnowledgeBase, _ options: BuildOptions) async {
    self.renaming = renaming
    files = RenamedFiles(renaming, in: base.site, old.sources.files)
    let changed = Dictionary(files.edits.map { ($0.old.path, $0.new) }) { first, _ in first }
    self.base = await KnowledgeBase(old.sources.replacing(changed), options, after: old)
    graph = RenamedGraph(renaming, self.base.graph)
  }

  /// What would be wrong that was not.
  ///
  /// - Parameter site: in which all names were found.
  func mistakes(since old: KnowledgeBase, _ site: SiteModel) -> [Diagnostic] {
    guard files.diagnostics.isEmpty else { return [] }
    let known = Dictionary(grouping: old.diagnostics) { $0.id }
    let new = Dictionary(grouping: base.diagnostics) { $0.id }
    let more = new.filter { $0.value.count > known[$0.key]?.count ?? 0 }.flatMap { id, found in
      let messages = Set((known[id] ?? []).map(\.message))
      return found.filter { !messages.contains($0.message) }
    }
    if !more.isEmpty {
      return more.sorted() + [refusal("this would be wrong afterwards")]
    }
    return graph.difference(site, base.site).map { [refusal("more than the id would change: \($0)")] }
      ?? []
  }

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      .cannotRename, "'\(renaming.oldID)' cannot be called '\(renaming.newID)': \(reason)", at: nil,
      help: "nothing was changed; choose another id, or change those places by hand first")
  }

  /// The files as they were, and those that would be new.
  func sources(with old: KnowledgeBase) -> [String: SourceText] {
    Dictionary((base.sources.files + old.sources.files).map { ($0.path, $0) }) { _, old in old }
  }
}

extension KnowledgeBase {
  /// The move by hand that an old and a new id are of, if they are of one. Git is asked where the new id is there.
  fileprivate func handMove(of name: String, to newName: String, in root: String) async throws -> HandMove? {
    guard graph.entityIDs.contains(where: { newName.contains(graph[$0].slug) }) else { return nil }
    let committed = await GoneFiles.committedPaths(in: root)
    return try await knowingWhatIsGone(from: root).handMove(of: name, to: newName, committed: committed)
  }

  /// The errors in files that speak of the entity, or may: what can't be read can't be rewritten.
  fileprivate func errors(thatMayHide renaming: Renaming) -> [Diagnostic] {
    let own = renaming.graph[renaming.ownEntity].path
    let standIn = renaming.movedEntity != nil ? renaming.graph[renaming.entity].path : nil
    let name = (renaming.oldID.divided(atLast: "/")?.after ?? "").foldedFileName
    return errors.filter { error in
      guard let path = error.place?.path, path != standIn, error.id != .formerIDInUse || path != own else {
        return false
      }
      // A name that leads nowhere was read, and hides no other: several files may have been moved by hand.
      if [.unknownReference, .unknownSource, .brokenLink, .brokenAnchor].contains(error.id) { return false }
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
