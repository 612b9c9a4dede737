import Diagnostics
import Knowledge
import Site
import TestSite

/// A knowledge base as it is built, and what does not hold of that.
struct BuiltBase {
  private let files: [SourceText]
  private let built: TestSite
  /// Files of which nothing may be shown.
  private let hidden: Set<String>

  init(_ files: [SourceText]) async {
    self.files = files
    built = await TestSite(files)
    hidden = Set(built.entities.filter { !$0.isPublished }.map(\.path))
  }

  var problem: Problem? { printedProblem ?? pageProblem }

  /// Of what commands print, errors or not.
  private var printedProblem: Problem? {
    if let problem = PrintedDiagnostics(built.diagnostics, of: files).problem { return problem }
    let (site, graph) = (built.site, built.graph)
    let whole = KnowledgeJSON(graph, url: site.routes.path)(
      title: site.configuration.title, asOf: site.configuration.asOf)
    if let problem = PrintedText.problem(inJSON: whole.text) ?? leak(in: Array(whole.text.utf8), "export") {
      return problem
    }
    if let problem = PrintedText.problem(inJSON: FrontMatterSchema.all(graph.schema).text) { return problem }
    for entity in graph.entities.indices {
      let text = EntityText.of(EntityID(entity), in: graph)
      if let problem = PrintedText.problem(in: text) {
        return Problem("no control character is printed", "show: " + problem)
      }
    }
    return nil
  }

  /// Of the pages, which are made where there is no error.
  private var pageProblem: Problem? {
    guard !built.diagnostics.hasErrors else { return nil }
    let site = built.site
    var pages = BuiltPages()
    var found: [Diagnostic] = []
    for entry in site.plan.entries {
      let page = site.render(entry)
      found += page.diagnostics
      if let problem = pages.add(page.bytes, at: entry.path) ?? leak(in: page.bytes, entry.path) {
        return problem
      }
    }
    if let problem = PrintedDiagnostics(found, of: files).problem { return problem }
    // With a warning, a link may lead nowhere.
    return (built.diagnostics + found).isEmpty ? pages.linkProblem : nil
  }

  /// What stands only in a file that is not published stands on no page.
  private func leak(in bytes: [UInt8], _ path: String) -> Problem? {
    guard !hidden.isEmpty else { return nil }
    let shown = Set(
      files.filter { !hidden.contains($0.path) }.flatMap { KnownWords.all(in: $0.bytes, "hush") })
    return KnownWords.all(in: bytes, "hush").first { !shown.contains($0) }
      .map { Problem("nothing leaks", "\(path) has \($0)") }
  }
}
