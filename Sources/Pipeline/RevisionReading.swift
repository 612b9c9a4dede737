package import Diagnostics
import Files
package import Knowledge
package import Progress
import Site

/// A knowledge base at a revision, or as it is in its folder.
package struct KnowledgeRevision: Sendable {
  /// What the revision is called; `nil` for the folder.
  package let name: String?
  package let base: KnowledgeBase

  /// The errors in it, each with the revision before its path.
  package var errors: [Diagnostic] { base.errors.map { $0.with { prefix + $0 } } }

  /// The files that `errors` name, by the same paths.
  package var sources: [String: SourceText] {
    Dictionary(base.sources.files.map { (prefix + $0.path, $0) }) { first, _ in first }
  }

  private var prefix: String { name.map { $0 + ":" } ?? "" }
}

extension Build {
  /// The two states that a range names; where it begins where two parted, that commit is called by the beginning of
  /// its id.
  ///
  /// - Throws: `PipelineError` where neither is a knowledge base; `GitError`, `FileError`.
  package func read(
    _ range: RevisionRange, progress: ProgressMeter? = nil
  ) async throws -> (before: KnowledgeRevision, after: KnowledgeRevision) {
    let repository = try await GitRepository(root: root)
    let start = try await repository.start(of: range)
    progress?.begin(subject: start.name)
    progress?.begin(.read)
    let old = try await repository.sourceTree(at: start.commit, layout: Build.layout)
    progress?.advance(by: old.files.count)
    progress?.begin(subject: range.to)
    progress?.begin(.read)
    let new =
      if let to = range.to {
        try await repository.sourceTree(at: repository.commit(to), layout: Build.layout)
      } else {
        try await repository.asObjects(
          SourceTree.load(root: root, layout: Build.layout, progress: progress), whereIn: old)
      }
    guard old.hasContent || new.hasContent else {
      throw PipelineError("neither state is a knowledge base: they have no folder content/")
    }
    progress?.begin(subject: start.name)
    let before = KnowledgeRevision(
      name: start.name, base: await KnowledgeBase(old, options, progress: progress))
    progress?.begin(subject: range.to)
    let after = KnowledgeRevision(name: range.to, base: await KnowledgeBase(new, options, progress: progress))
    progress?.begin(subject: nil)
    return (before, after)
  }

  /// The folder as it is, on two days.
  ///
  /// - Throws: `PipelineError` where it is no knowledge base; `FileError`.
  package func readFolder(
    on days: (from: EDTFDate, to: EDTFDate), progress: ProgressMeter? = nil
  ) async throws -> (before: KnowledgeBase, after: KnowledgeBase) {
    let tree = try loadTree(progress: progress)
    var options = options
    options.clock = days.from
    let before = await KnowledgeBase(tree, options, progress: progress)
    options.clock = days.to
    return (before, await KnowledgeBase(tree, options, progress: progress))
  }

  /// The folder as it is, even without content.
  package func readFolder() async throws -> KnowledgeRevision {
    let tree = try SourceTree.load(root: root, layout: Build.layout)
    return KnowledgeRevision(name: nil, base: await KnowledgeBase(tree, options))
  }
}

extension GitRepository {
  /// The commit that a range begins with, and what it's called: as the user wrote it, or where two parted, the
  /// beginning of its id.
  fileprivate func start(of range: RevisionRange) async throws -> (name: String, commit: String) {
    guard range.isFromMergeBase, let to = range.to else { return (range.from, try await commit(range.from)) }
    let commit = try await mergeBase(range.from, to)
    return (String(commit.prefix(12)), commit)
  }
}

extension Diagnostic {
  fileprivate func with(path rename: (String) -> String) -> Diagnostic {
    var diagnostic = self
    diagnostic.place?.path = rename(place?.path ?? "")
    for index in notes.indices {
      diagnostic.notes[index].place?.path = rename(notes[index].place?.path ?? "")
    }
    return diagnostic
  }
}
