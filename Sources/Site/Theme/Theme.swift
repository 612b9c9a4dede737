package import Diagnostics
import Folding
import FrontMatter
package import Knowledge
package import Templates

/// The templates, the strings and the assets that pages are made with: the knowledge base's own files, and the
/// built-in ones where it has none of that name. A class, as every word of a page is asked of it.
package final class Theme: Sendable {
  package let templates: TemplateSet
  package let words: ThemeWords
  /// With paths below `assets/`.
  package let assets: [SourceText]
  package let diagnostics: [Diagnostic]
  /// What templates see; the texts of the strings are in the order of their keys.
  let records: PageRecords
  let stringTexts: [String]
  private let templateNames: Set<String>
  private let templateIDs: TemplateIDs

  static let folder = "templates/"
  static let assetFolder = folder + "assets/"
  /// Where its assets are in the website.
  static let publishedFolder = "assets/"
  /// The templates that are no single kind's.
  private static let pageTemplates = Set(
    [
      "layout", "entity", "entity-part", "page", "page-list", "list", "home", "404", "redirect", "search",
      "view",
    ]
      + ViewTypes.all.map { $0.type })

  /// - Parameter words: those of the site's language, of the same files.
  package init(_ files: [SourceText], _ words: ThemeWords, schema: Schema) {
    let own = files.filter { $0.path.hasPrefix(Theme.folder) }
    let all = (own + Theme.builtInFiles(beside: own)).sorted { $0.path < $1.path }
    assets = all.filter { $0.path.hasPrefix(Theme.assetFolder) }.map {
      SourceText(path: String($0.path.dropFirst(Theme.assetFolder.count)), bytes: $0.bytes)
    }
    let strings = words.strings
    self.words = words
    let keys = strings.keys.sorted()
    stringTexts = keys.map { strings[$0] ?? "" }
    let records = PageRecords(schema, strings: keys)
    self.records = records
    let shapes = { names in records.shapes(names: names, schema) }
    let sources = all.filter { Theme.isTemplate($0.path) }
    var compiled = CompiledTemplates(sources, shapes, words.constants)
    // A built-in template of one kind was written for the policy schema's kind of that name.
    let ownPaths = Set(own.map(\.path))
    let unfit = Set(compiled.diagnostics.compactMap(\.place?.path)).filter {
      Theme.isOfOneKind($0) && !ownPaths.contains($0)
    }
    if !unfit.isEmpty {
      compiled = CompiledTemplates(
        sources.filter { !unfit.contains($0.path) }, shapes, words.constants)
    }
    templates = compiled.templates
    templateNames = compiled.names
    diagnostics = compiled.diagnostics
    templateIDs = TemplateIDs(sources.map { (Theme.name(of: $0.path), $0) })
  }

  private struct CompiledTemplates {
    let names: Set<String>
    let templates: TemplateSet
    let diagnostics: [Diagnostic]

    init(
      _ sources: [SourceText], _ shapes: (Set<String>) -> [String: [Shape]], _ constants: Constants
    ) {
      names = Set(sources.map { Theme.name(of: $0.path) })
      let compiled = TemplateSet.compile(
        sources.map { Theme.template($0) }, shapes: shapes(names),
        constants: constants)
      templates = compiled.set
      diagnostics = compiled.diagnostics
    }
  }

  /// The texts of the frame, by their keys.
  package var strings: [String: String] { words.strings }

  /// The ids that the pages of a template have, whatever they show.
  func ids(in template: String) -> Set<String> { templateIDs[template] }

  /// The templates whose pages show the sections that belong on them.
  var showsSections: Set<String> { templateIDs.showSections }

  /// Whether pages have a place for the cards of marks: a layout that was made before there were any has none.
  var showsNotes: Bool { templateIDs.showsNotes }

  /// The template of a kind's pages: its own, else the one for plain pages or for every kind.
  func template(for kind: Kind) -> String {
    if templateNames.contains(kind.name), !Theme.pageTemplates.contains(kind.name) { return kind.name }
    return kind.isPlainPage ? "page" : "entity"
  }

  /// Whether it has a file of that name below `assets/`.
  func hasAsset(_ path: String) -> Bool { assets.contains { $0.path == path } }

  /// The built-in files that the knowledge base doesn't replace. With an `entity.html` of its own, that one
  /// serves every kind: the built-in templates of single kinds would not fit to it. Beside an icon of its own, the
  /// built-in one's pictures would be another website's.
  private static func builtInFiles(beside own: [SourceText]) -> [SourceText] {
    let ownPaths = Set(own.map(\.path))
    let hasOwnEntity = ownPaths.contains(folder + "entity.html")
    let hasOwnIcon = ownPaths.contains(assetFolder + "icon.svg")
    return BuiltInTheme.files.filter { file in
      !ownPaths.contains(file.path) && !(hasOwnEntity && isOfOneKind(file.path))
        && !(hasOwnIcon && file.path.hasSuffix(".png"))
    }
  }

  /// Files for programs are made from the templates of the built-in names only.
  private static func isTemplate(_ path: String) -> Bool {
    guard !path.hasPrefix(assetFolder) else { return false }
    return path.hasSuffix(".html")
      || path.hasSuffix(".xml") && BuiltInTheme.files.contains { $0.path == path }
  }

  private static func template(_ file: SourceText) -> TemplateSource {
    var template = TemplateSource(file, below: folder)
    template.name = name(of: file.path)
    return template
  }

  private static func isOfOneKind(_ path: String) -> Bool {
    let name = Theme.name(of: path)
    return path.hasSuffix(".html") && !name.contains("/") && !pageTemplates.contains(name)
  }

  /// Without `.html`: a page for people and a file for programs may be called alike.
  private static func name(of path: String) -> String {
    String((path.without(end: ".html") ?? path[...]).dropFirst(folder.count))
  }
}
