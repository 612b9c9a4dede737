import Diagnostics
import Files
import Knowledge
import Pipeline
import Preview
import Progress
import Site

/// The knowledge base while somebody writes: read once, and brought up to date with each change on disk.
struct PreviewSession {
  /// What the server asks for pages.
  let pages: PreviewPages
  private let build: Build
  private let editor: EditorLink
  private var snapshot: Snapshot
  /// What changed while the folder could not be read.
  private var unread = ChangedPaths()
  private var printed: [Diagnostic] = []

  /// - Throws: where there is no knowledge base.
  init(_ build: Build, editor: EditorLink, progress: ProgressMeter? = nil) async throws {
    self.build = build
    self.editor = editor
    snapshot = Snapshot(try await build.read(progress: progress), accepting: build.options, after: nil)
    pages = PreviewPages(snapshot)
  }

  /// Takes up what changed on disk.
  ///
  /// - Returns: a line about it; `nil` where nothing is different.
  mutating func update(_ changed: ChangedPaths, progress: ProgressMeter? = nil) async -> String? {
    let start = ContinuousClock.now
    unread.formUnion(changed)
    do {
      var tree = snapshot.base.sources
      let changes = try tree.refresh(unread, root: build.root, layout: Build.layout)
      unread = ChangedPaths()
      if changes.isEmpty, snapshot.failure == nil { return nil }
      let base = await KnowledgeBase(tree, build.options, after: snapshot.base, progress: progress)
        .knowingWhatIsGone(from: build.root, after: snapshot.base, progress: progress)
      show(base, failure: tree.hasContent ? nil : "there is no folder content/")
      let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
      return "\(changes.description): \(summary); \(milliseconds) ms\n"
    } catch {
      show(snapshot.base, failure: "\(error)")
      return "\(error)\n"
    }
  }

  private mutating func show(_ base: KnowledgeBase, failure: String?) {
    snapshot = Snapshot(base, accepting: build.options, after: snapshot, failure: failure)
    pages.show(snapshot)
  }

  var summary: String {
    [
      counted(snapshot.base.graph.entities.count, "entity", "entities"),
      counted(snapshot.diagnostics.count(of: .error), "error", "errors"),
      counted(snapshot.diagnostics.count(of: .warning), "warning", "warnings"),
    ].joined(separator: "; ")
  }

  /// What open pages are to be told.
  var state: PreviewState {
    let sources = snapshot.base.sources
    let printer = TextPrinter { sources[$0] }
    return PreviewState(
      version: String(snapshot.number), assets: String(snapshot.assetsNumber), isStale: snapshot.isStale,
      problems: snapshot.problems(build.options).prefix(PreviewSession.mostProblems).map { diagnostic in
        PreviewProblem(diagnostic, printer, editor, root: build.root)
      })
  }

  /// More would be nobody's to read.
  private static let mostProblems = 500

  /// Tells on the terminal what is wrong, where that is something else than was told last.
  mutating func printProblems() {
    let found = snapshot.diagnostics.sorted()
    guard found != printed else { return }
    printed = found
    let sources = snapshot.base.sources
    Terminal.error(found, isWhole: false) { sources[$0] }
  }
}

extension SourceChanges {
  /// What changed, in a few words.
  fileprivate var description: String {
    let files =
      (settings ? ["remit.yaml"] : []) + (schema ? ["schema.yaml"] : [])
      + [content, templates].flatMap { $0.added + $0.modified + $0.removed }
    guard let first = files.first else { return "changed" }
    return files.count == 1 ? first.printable : "\(first.printable) and \(files.count - 1) more"
  }
}
