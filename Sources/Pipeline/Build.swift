import Diagnostics
package import Files
import Knowledge
package import Progress
package import Site

/// The whole program: a folder of Markdown becomes a website, or a list of what is wrong in it.
package struct Build: Sendable {
  /// The folder of the knowledge base.
  package var root: String
  package var options: BuildOptions

  package init(root: String, options: BuildOptions = BuildOptions()) {
    self.root = root
    self.options = options
    self.options.root = root
  }

  /// Load, parse, resolve, validate, render, write: every page that changed, or with errors nothing. Where nothing has
  /// changed since the last build, loading is all.
  ///
  /// - Parameter progress: is told how far it is; so everywhere below.
  package func publish(
    to output: OutputLocation, progress: ProgressMeter? = nil
  ) async throws -> BuildReport {
    let tree = try loadTree(progress: progress)
    let inputs = await BuildInputs(tree, options)
    let last = inputs == nil ? nil : LastBuild.remembered(in: root)
    if let inputs, let last, last.isLast(of: inputs), try last.isInPlace(output) {
      progress?.end()
      return BuildReport(last, tree)
    }
    let base = await read(tree, progress: progress)
    guard options.accepts(base.diagnostics) else { return BuildReport(base) }
    guard let inputs else { return try await write(base, to: output, progress: progress).report }
    let texts = await LastBuild.texts(base, inputs, after: last)
    let arrangement = SHA256.hexDigest(of: base.site.arrangement)
    let written = try await write(base, to: output, progress: progress) { writer in
      guard let last, last.isInPlace(writer), let changed = last.changes(to: inputs, texts, arrangement)
      else {
        return nil
      }
      return KeptPages(base, texts: changed.map { inputs.texts[$0].path })
    }
    if written.isRemembered {
      try LastBuild.remember(written.report, inputs, texts, arrangement, root: root, output: output)
    }
    return written.report
  }

  /// - Parameter kept: which pages needn't be made.
  /// - Returns: also whether a later build may keep the pages: what is told of one, it could not tell again.
  private func write(
    _ base: KnowledgeBase, to output: OutputLocation, progress: ProgressMeter?,
    keeping kept: (SiteWriter) -> KeptPages? = { _ in nil }
  ) async throws -> (report: BuildReport, isRemembered: Bool) {
    let writer = try SiteWriter(output: output.path)
    let pages = try await base.site.write(to: writer, keeping: kept(writer), progress: progress)
    return (
      BuildReport(base, written: pages.report, rendering: pages.diagnostics),
      pages.report != nil && pages.diagnostics.isEmpty
    )
  }

  /// Load, parse, resolve, validate. Where names lead nowhere, git is asked what had them.
  package func read(progress: ProgressMeter? = nil) async throws -> KnowledgeBase {
    await read(try loadTree(progress: progress), progress: progress)
  }

  private func read(_ tree: SourceTree, progress: ProgressMeter?) async -> KnowledgeBase {
    await KnowledgeBase(tree, options, progress: progress)
      .knowingWhatIsGone(from: root, progress: progress)
  }

  /// What the files alone say.
  func readFiles(progress: ProgressMeter? = nil) async throws -> KnowledgeBase {
    await KnowledgeBase(try loadTree(progress: progress), options, progress: progress)
  }

  func loadTree(progress: ProgressMeter? = nil) throws -> SourceTree {
    let tree = try SourceTree.load(root: root, layout: Build.layout, progress: progress)
    // A folder without content would become a site without pages, and take a published one's away.
    guard tree.hasContent || tree.diagnostics.hasErrors else {
      throw PipelineError(
        "'\(root)' is not a knowledge base: it has no folder content/; 'remit init' starts one")
    }
    return tree
  }

  /// Load, parse: each file by itself, and nothing linked.
  func parse() async throws -> (tree: SourceTree, site: ParsedSite) {
    let tree = try loadTree()
    return (tree, await ParsedSite(tree.inUTF8.files, options))
  }

  /// Files that nobody looks into are not read.
  package static let layout = SourceTree.Layout(isRead: ContentPath.isRead)
}

extension KnowledgeBase {
  /// Parse, resolve, validate.
  ///
  /// - Parameter previous: what an earlier state of the files gave: what still holds is kept. The result is the same
  ///   without it.
  package init(
    _ tree: SourceTree, _ options: BuildOptions = BuildOptions(), after previous: KnowledgeBase? = nil,
    progress: ProgressMeter? = nil
  ) async {
    let tree = tree.inUTF8
    let parsed = await ParsedSite(tree.files, options, after: previous?.parsed, progress: progress)
    let graph = await KnowledgeGraph(parsed, root: options.root, after: previous?.graph, progress: progress)
    progress?.begin(.layOut)
    let site = await SiteModel(parsed, graph, after: previous?.site)
    progress?.begin(.check)
    self.init(parsed: parsed, graph: graph, site: site, sources: tree)
    progress?.end()
  }
}

extension SourceTree {
  /// With its pages in UTF-8, as far as their encodings can be told.
  fileprivate var inUTF8: SourceTree {
    var tree = self
    let page = settings.flatMap(Configuration.encoding)
    for index in tree.content.indices where tree.content[index].isMarkdown {
      tree.content[index] = tree.content[index].inUTF8(named: page)
    }
    return tree
  }
}

extension KnowledgeGraph {
  /// What was parsed, linked.
  fileprivate convenience init(
    _ parsed: ParsedSite, root: String, after previous: KnowledgeGraph?, progress: ProgressMeter?
  ) async {
    await self.init(
      parsed.entities, schema: parsed.schema, assets: Set(parsed.assets.map(\.contentPath)),
      heldBack: Dictionary(
        parsed.ignored.map { ($0.path.belowContent, $0.why.wayOut) }
      ) { first, _ in first },
      made: parsed.generatedPages, language: parsed.configuration.language,
      readerWords: parsed.settings.theme.words.forReaders,
      asOf: parsed.configuration.asOf,
      includesDrafts: parsed.includesDrafts, root: root, after: previous, progress: progress)
  }
}
