import ArgumentParser
import Diagnostics
import Files
import Knowledge
import Links
import Pipeline
import Progress
import Site

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reports what is wrong, and writes nothing.")

  @OptionGroup var location: ReadOptions
  @OptionGroup var check: CheckOptions
  @OptionGroup var links: ExternalOptions

  @Flag(help: "Also report what is due for review on the day of --as-of.")
  var due = false

  @Option(
    help: ArgumentHelp(
      "A folder with the sources' texts: every quote must occur in its source's text.", valueName: "folder"),
    completion: .directory)
  var evidence: String?

  func run() async throws {
    let options = try check.buildOptions(location)
    let (base, diagnostics, report) = try await location.progress.line().during { progress in
      try await check(options, progress)
    }
    let all = diagnostics + (report?.diagnostics ?? [])
    let output = DiagnosticOutput(
      format: check.format, sources: base.sources, root: location.root, isWhole: location.progress.verbose)
    try output.print(all)
    if check.format == .text, !location.progress.quiet { try Terminal.output(summary(base, all, report)) }
    try options.finish(diagnostics)
    // What others took away is no mistake in the content, however strict.
    if all.contains(where: { $0.id == .deadLink }) { throw CommandError.deadLinks }
  }

  private func check(
    _ options: BuildOptions, _ progress: ProgressMeter?
  ) async throws -> (KnowledgeBase, [Diagnostic], LinkReport?) {
    let base = try await Build(root: location.root, options: options).read(progress: progress)
    let quotes = try option("evidence") {
      try evidence.map { try base.checkEvidence(in: $0, progress: progress) } ?? []
    }
    let drafts = location.drafts ? base.site.heldBack.map(\.note) : []
    let found = base.diagnostics + quotes + drafts + (due ? base.graph.checkReviews() : [])
    // Some mistakes show only when a page is made; so that a build of the same files finds nothing else.
    let rendering = options.accepts(base.diagnostics) ? await base.site.renderAll(progress: progress) : []
    return (base, found + rendering, links.external ? try await checkLinks(of: base, progress) : nil)
  }

  private func checkLinks(of base: KnowledgeBase, _ progress: ProgressMeter?) async throws -> LinkReport {
    try await links.check.report(
      on: base.graph.externalLinks(in: base.sources), cache: LinkCache.File(links.cache, of: location.root),
      maximumAge: links.maxAge, progress: progress)
  }

  private func summary(_ base: KnowledgeBase, _ diagnostics: [Diagnostic], _ report: LinkReport?) -> String {
    var parts = [counted(base.graph.entities.count, "entity", "entities")]
    if let held = heldBack(base.heldBack) { parts.append(held) }
    if let report {
      parts.append(
        counted(report.links, "link", "links") + ": \(report.asked) checked, \(report.dead) dead")
    }
    parts.append(counted(diagnostics.count(of: .error), "error", "errors"))
    parts.append(counted(diagnostics.count(of: .warning), "warning", "warnings"))
    return parts.joined(separator: "; ") + "\n"
  }
}
