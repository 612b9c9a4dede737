import Diagnostics
import Site

/// A state of the knowledge base while it is written.
struct Snapshot: Sendable {
  let base: KnowledgeBase
  /// The newest site without errors; `nil` while there was none.
  let site: SiteModel?
  let diagnostics: [Diagnostic]
  /// One more with each snapshot; begins at a number of its own for each start of the program.
  let number: UInt64
  /// The number of the snapshot that brought the style sheets and files that are shown.
  let assetsNumber: UInt64

  /// - Parameters:
  ///   - options: say which diagnostics a site may be shown with.
  ///   - failure: why the files are not to be trusted, where that is so.
  init(
    _ base: KnowledgeBase, accepting options: BuildOptions, after previous: Snapshot?,
    failure: Diagnostic? = nil
  ) {
    self.base = base
    diagnostics = base.diagnostics + (failure.map { [$0] } ?? [])
    site = options.accepts(diagnostics) ? base.site : previous?.site
    number = (previous?.number ?? UInt64.random(in: 1...1 << 40)) + 1
    if let previous, let old = previous.site, let site, old.hasSameAssets(as: site) {
      assetsNumber = previous.assetsNumber
    } else {
      assetsNumber = number
    }
  }
}
