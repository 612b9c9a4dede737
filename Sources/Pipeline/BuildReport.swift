package import Diagnostics
package import Files
import Knowledge
package import Site

/// What a build found and did.
package struct BuildReport {
  package let entities: Int
  /// What of the content is not in the site.
  package let heldBack: [HeldBackFile]
  package let diagnostics: [Diagnostic]
  /// `nil` where nothing was written because of what was found.
  package let written: WriteReport?
  /// The files that were read, by path: for excerpts.
  package let sources: SourceTree

  init(_ base: KnowledgeBase, written: WriteReport? = nil, rendering: [Diagnostic] = []) {
    entities = base.graph.entities.count
    heldBack = base.heldBack
    diagnostics = base.diagnostics + rendering
    self.written = written
    sources = base.sources
  }

  /// Of a build that had nothing to do.
  init(_ last: LastBuild, _ tree: SourceTree) {
    entities = last.entities
    heldBack = []
    diagnostics = []
    written = WriteReport(unchanged: last.files)
    sources = tree
  }

  /// Whether a later build that makes nothing would say the same.
  var hasNothingToTell: Bool { diagnostics.isEmpty && heldBack.isEmpty && written != nil }
}
