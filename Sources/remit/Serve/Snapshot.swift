import Diagnostics
import Pipeline
import Site

/// A state of the knowledge base while it is written.
struct Snapshot: Sendable {
  let base: KnowledgeBase
  /// The newest site without errors; `nil` while there was none.
  let site: SiteModel?
  /// Whether the site is that of an earlier state.
  let isStale: Bool
  let diagnostics: [Diagnostic]
  /// Why the files cannot be trusted, where that is so.
  let failure: String?
  /// One more with each snapshot; begins at a number of its own for each start of the program.
  let number: UInt64
  /// The number of the snapshot that brought the style sheets and files that are shown.
  let assetsNumber: UInt64
  /// What goes wrong with templates only when they are filled in; `nil` where that has not been tried.
  private let samples: Samples?
  /// What keeps the newest state from being shown.
  let held: [Diagnostic]

  private struct Samples {
    let settings: ParsedSettings
    let diagnostics: [Diagnostic]
  }

  /// - Parameter options: say which diagnostics a site may be shown with.
  init(
    _ base: KnowledgeBase, accepting options: BuildOptions, after previous: Snapshot?, failure: String? = nil
  ) {
    self.base = base
    self.failure = failure
    var found = base.diagnostics + (failure.map { [Diagnostic(.unreadableFile, $0, at: nil)] } ?? [])
    let settings = base.parsed.settings
    if let known = previous?.samples, known.settings === settings {
      samples = known
    } else if options.accepts(found) {
      samples = Samples(settings: settings, diagnostics: base.site.renderSamples())
    } else {
      samples = nil
    }
    found += samples?.diagnostics ?? []
    diagnostics = found
    held = found.filter { !options.accepts([$0]) }
    let isGood = held.isEmpty
    site = isGood ? base.site : previous?.site
    isStale = !isGood && site != nil
    number = (previous?.number ?? UInt64.random(in: 1...1 << 40)) + 1
    if let previous, let old = previous.site, let site, old.hasSameAssets(as: site) {
      assetsNumber = previous.assetsNumber
    } else {
      assetsNumber = number
    }
  }

  /// What is wrong, the worst first. What keeps a site from being shown counts as an error.
  func problems(_ options: BuildOptions) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if !options.accepts([diagnostic]) { diagnostic.severity = .error }
      return diagnostic
    }.sorted { ($0.severity, $0) < ($1.severity, $1) }
  }
}
