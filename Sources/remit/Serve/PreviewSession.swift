import Diagnostics
import Files
import Knowledge
import Preview
import Site

/// The knowledge base while somebody writes: read once, and brought up to date with each change on disk.
struct PreviewSession {
  /// What the server asks for pages.
  let pages: PreviewPages
  private let build: Build
  private let editor: EditorLink
  private var tree: SourceTree
  private var snapshot: Snapshot
  /// Why the folder cannot be read, while that is so.
  private var failure: Diagnostic?

  /// - Throws: where there is no knowledge base.
  init(_ build: Build, editor: EditorLink) async throws {
    self.build = build
    self.editor = editor
    tree = try build.load()
    snapshot = Snapshot(await build.read(tree), accepting: build.options, after: nil)
    pages = PreviewPages(snapshot)
    report()
  }

  /// Takes up what changed on disk.
  ///
  /// - Returns: a line about it; `nil` where nothing is different.
  mutating func update(_ changed: ChangedPaths) async -> String? {
    let start = ContinuousClock.now
    do {
      let changes = try tree.refresh(changed, root: build.root)
      if changes.isEmpty, failure == nil { return nil }
      failure = tree.hasContent ? nil : Diagnostic(.unreadableFile, "there is no folder content/", at: nil)
      let base = await build.read(tree, after: snapshot.base)
      snapshot = Snapshot(base, accepting: build.options, after: snapshot, failure: failure)
      pages.show(snapshot)
      report()
      let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
      return "\(changes.description): \(summary); \(milliseconds) ms\n"
    } catch {
      failure = Diagnostic(.unreadableFile, "\(error)", at: nil)
      snapshot = Snapshot(snapshot.base, accepting: build.options, after: snapshot, failure: failure)
      report()
      return "\(error)\n"
    }
  }

  var summary: String {
    [
      count(snapshot.base.graph.entities.count, "entity", "entities"),
      count(snapshot.diagnostics.count(of: .error), "error", "errors"),
      count(snapshot.diagnostics.count(of: .warning), "warning", "warnings"),
    ].joined(separator: "; ")
  }

  /// What open pages are to be told.
  var state: PreviewState {
    let root = resolvedPath(build.root)
    let printer = TextPrinter { [tree] in tree[$0] }
    return PreviewState(
      version: String(snapshot.number), assets: String(snapshot.assetsNumber),
      problems: snapshot.diagnostics.sorted().prefix(200).map { diagnostic in
        PreviewProblem(diagnostic, printer, editor, root: root)
      })
  }

  private func report() {
    Terminal.error(
      TextPrinter(colour: Terminal.usesColour) { [tree] in tree[$0] }.print(snapshot.diagnostics))
  }
}

extension SourceChanges {
  /// What changed, in a few words.
  fileprivate var description: String {
    let files =
      (settings ? ["remit.yaml"] : []) + (schema ? ["schema.yaml"] : [])
      + [content, templates].flatMap { $0.added + $0.modified + $0.removed }
    guard let first = files.first else { return "changed" }
    return files.count == 1 ? first : "\(first) and \(files.count - 1) more"
  }
}
