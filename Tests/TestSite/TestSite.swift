package import Diagnostics
package import Files
package import Foundation
package import Knowledge
import Pipeline
package import Site

/// A small knowledge base, and the website that is made of it: in memory, by the stages that the program goes through.
///
/// ```swift
/// let site = await TestSite(["content/a.md": "# A\n\n[[b]]\n"])
/// #expect(site.printedDiagnostics.contains("no page 'b'"))
/// ```
package struct TestSite: Sendable {
  private let base: KnowledgeBase
  private let options: BuildOptions

  /// - Parameter previous: an earlier state to go on from, as the preview does.
  package init(_ tree: SourceTree, drafts: Bool = false, after previous: TestSite? = nil) async {
    var options = BuildOptions()
    options.includesDrafts = drafts
    self.options = options
    base = await KnowledgeBase(tree, options, after: previous?.base)
  }

  package init(_ files: [SourceText], drafts: Bool = false, after previous: TestSite? = nil) async {
    await self.init(SourceTree(files), drafts: drafts, after: previous)
  }

  /// - Parameter files: texts by their paths, such as `content/a.md`.
  package init(_ files: [String: String], drafts: Bool = false, after previous: TestSite? = nil) async {
    await self.init(
      files.map { SourceText(path: $0.key, text: $0.value) }, drafts: drafts, after: previous)
  }

  /// Of a folder on disk.
  package init(folder: URL) async throws {
    await self.init(try SourceTree.load(root: folder.path, layout: Build.layout))
  }

  /// What the files say, one by one: those that are held back too.
  package var entities: [WrittenEntity] { base.parsed.entities }

  /// What the pages of others may show of each file, by path.
  package var outlines: [String: [UInt8]] {
    Dictionary(base.parsed.files.map { ($0.path, $0.outline) }) { first, _ in first }
  }

  package var graph: KnowledgeGraph { base.graph }

  package var site: SiteModel { base.site }

  /// What `remit fmt` would make of each file, by path.
  package var formatted: [String: FormattedFile] {
    let formatter = base.parsed.formatter
    return Dictionary(base.parsed.files.map { ($0.path, $0.formatted(formatter)) }) { first, _ in first }
  }

  /// What is wrong before a page is made.
  package var diagnostics: [Diagnostic] { base.diagnostics }

  package var printedDiagnostics: String { print(diagnostics) }

  /// The paths of the website's files, in the order of its plan.
  package var paths: [String] { site.allPages.map(\.path) }

  /// One file of the website, although another may have a mistake; `nil` where there is none at that path.
  package func file(at path: String) -> [UInt8]? { site.page(at: path).map { $0.render().bytes } }

  /// What a build would write: with errors nothing.
  package func published() async -> PublishedFiles {
    guard options.accepts(diagnostics) else {
      return PublishedFiles([:], diagnostics, printed: printedDiagnostics, told: digest(diagnostics))
    }
    let made = await site.render { path, content in
      switch content {
      case .bytes(let bytes): (path, bytes)
      case .copy(let file): (path, file.bytes)
      }
    }
    let all = diagnostics + made.diagnostics
    return PublishedFiles(
      Dictionary(made.files) { first, _ in first }, all, printed: print(all), told: digest(all))
  }

  private func digest(_ diagnostics: [Diagnostic]) -> String {
    let sources = base.sources
    return TextPrinter { sources[$0] }.digest(diagnostics)
  }

  private func print(_ diagnostics: [Diagnostic]) -> String {
    let sources = base.sources
    return TextPrinter { sources[$0] }.print(diagnostics)
  }
}
