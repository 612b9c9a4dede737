package import Diagnostics
package import Knowledge

/// What a build is told beside the files.
package struct BuildOptions: Hashable, Sendable {
  /// Whether what is held back is part of the site.
  package var includesDrafts = false
  /// Whether a warning is as bad as an error.
  package var isStrict = false
  /// The date from which outcomes and "latest" count, in place of the configuration's `as_of`.
  package var clock: EDTFDate?

  package init() {}

  /// Whether a site may be written although these were found.
  package func accepts(_ diagnostics: [Diagnostic]) -> Bool {
    !diagnostics.contains { $0.severity == .error || isStrict && $0.severity == .warning }
  }
}

extension KnowledgeGraph {
  /// The resolve stage: what was parsed, linked.
  ///
  /// - Parameter previous: the graph of an earlier state, of which is kept what still holds.
  package convenience init(
    _ parsed: ParsedSite, _ options: BuildOptions, after previous: KnowledgeGraph? = nil
  ) {
    self.init(
      parsed.entities, schema: parsed.schema, assets: Set(parsed.assets.map(\.contentPath)),
      heldBack: Dictionary(
        parsed.ignored.map { (String($0.path.dropFirst(ContentPath.root.count)), $0.why.reason) }
      ) { first, _ in first },
      made: parsed.madePages, language: parsed.configuration.language,
      includesDrafts: options.includesDrafts, after: previous)
  }
}

extension ParsedSite {
  /// The lists of the kinds that have entities, the narrowed ones too, and the views.
  fileprivate var madePages: MadePages {
    var isUsed = [Bool](repeating: false, count: schema.kinds.count)
    for entity in entities { isUsed[entity.kind.index] = true }
    let lists = schema.kindIDs.filter { isUsed[$0.index] && !schema[$0].isLenient }.map {
      schema[$0].folder + "/index.html"
    }
    let names = settings.views.all.map(\.name)
    let pages = names.flatMap { name in
      [name + ".html", name + ".xml"] + ViewData.Format.allCases.map { "\(name).\($0.rawValue)" }
    }
    let narrowed = schema.kinds.flatMap { kind in kind.facets.map { "\(kind.folder)/by-\($0)/" } }
    // The home page is there whether a file makes it or not.
    return MadePages(paths: Set(lists + pages + [Routes.home]), folders: names.map { $0 + "/" } + narrowed)
  }
}
