package import Diagnostics
import FrontMatter
package import Knowledge

/// All of a knowledge base but its content: settings, schema, templates and views.
///
/// Immutable; a class so that a later build sees at a glance that nothing of it changed.
package final class ParsedSettings: Sendable {
  package let configuration: Configuration
  package let schema: Schema
  package let theme: Theme
  package let views: DeclaredViews
  package let diagnostics: [Diagnostic]
  /// The same in the further languages of the site.
  let translations: [ParsedSettings]
  private let files: [SourceText]
  private let options: BuildOptions

  /// These settings as they are now: the earlier ones, where no file of them changed.
  ///
  /// - Parameters:
  ///   - files: those outside `content/`.
  ///   - others: those of `content/` that are no Markdown; some views are made from such files.
  static func read(
    _ files: [SourceText], others: [SourceText], _ options: BuildOptions, after previous: ParsedSettings?
  ) -> ParsedSettings {
    let ofViews = others.filter { $0.path.hasSuffix(ChangesView.suffix) }
    if let previous, previous.options == options,
      previous.files.elementsEqual(files + ofViews, by: { $0.isSame(as: $1) })
    {
      return previous
    }
    return ParsedSettings(files, ofViews, options)
  }

  private convenience init(_ files: [SourceText], _ ofViews: [SourceText], _ options: BuildOptions) {
    var diagnostics: [Diagnostic] = []
    let written = WrittenSettings(files, &diagnostics)
    self.init(files, ofViews, options, written, in: nil, diagnostics)
  }

  /// - Parameter language: one of the further languages; `nil` for the site's own.
  private init(
    _ files: [SourceText], _ ofViews: [SourceText], _ options: BuildOptions, _ written: WrittenSettings,
    in language: String?, _ problems: [Diagnostic]
  ) {
    self.files = files + ofViews
    self.options = options
    var diagnostics = problems
    let own = written.language
    let words = ThemeWords(files, language: language ?? own, contentLanguage: own)
    var configuration = written.configuration(in: language ?? own, words, &diagnostics)
    configuration.asOf = options.clock ?? configuration.asOf
    self.configuration = configuration
    schema = written.schema(in: language ?? own, words, &diagnostics).declaring(
      configuration.pageFields, formerAddresses: configuration.formerAddresses)
    theme = Theme(files, words, schema: schema)
    diagnostics += words.diagnostics + theme.diagnostics
    // What the schema lacks because it can't be read is no mistake of the views.
    let hasSchema = !diagnostics.hasErrors(in: "schema.yaml")
    views = DeclaredViews(hasSchema ? configuration.views : [], schema: schema, content: ofViews)
    translations =
      language == nil
      ? configuration.furtherLanguages.map { ParsedSettings(files, ofViews, options, written, in: $0, []) }
      : []
    // A mistake that both languages have is one.
    self.diagnostics = (diagnostics + views.diagnostics + translations.flatMap(\.diagnostics)).unique
  }
}

/// The files of the settings, as they are written: in all languages at once.
private struct WrittenSettings {
  let language: String
  private let languages: [String]
  private let configuration: YAMLNode?
  private let schema: (root: YAMLNode, path: String)?

  init(_ files: [SourceText], _ diagnostics: inout [Diagnostic]) {
    func read(_ path: String) -> YAMLNode? {
      guard let file = files.first(where: { $0.path == path }) else { return nil }
      let (root, problems) = readYAML(file)
      diagnostics += problems
      return root
    }
    configuration = read(Configuration.path)
    schema = read("schema.yaml").map { ($0, "schema.yaml") }
    // The languages are known once they are read; nothing else of this reading counts.
    let first = configuration.map { Configuration.read($0).configuration } ?? Configuration()
    language = first.language
    let languages = [first.language] + first.furtherLanguages
    let foreign = [(configuration, Configuration.path), (schema?.root, "schema.yaml")].flatMap { root, path in
      (root?.foreignLanguages(besides: languages) ?? []).map { (entry: $0, path: path) }
    }
    // The mistake is that the site has no such language, and not that a text is given by language.
    self.languages = languages + foreign.map(\.entry.key).unique
    for tag in foreign.map(\.entry.key).unique {
      let texts = foreign.filter { $0.entry.key == tag }
      guard let first = texts.first else { continue }
      let number = texts.count == 1 ? "there is a text" : "there are \(texts.count) texts"
      diagnostics.append(
        Diagnostic(
          .invalidSetting, "\(number) in '\(tag)', a language that the site does not have",
          at: Place(first.path, first.entry.keyPosition, length: tag.utf8.count),
          help:
            "add it in remit.yaml, languages: [\(tag)], or remove \(texts.count == 1 ? "the text" : "them")"))
    }
  }

  func configuration(in tag: String, _ words: ThemeWords, _ diagnostics: inout [Diagnostic]) -> Configuration
  {
    guard let configuration else { return Configuration() }
    let read = Configuration.read(configuration.read(in: tag, of: languages))
    diagnostics += read.diagnostics
    return tag == language ? read.configuration : read.configuration.translated(to: tag, words)
  }

  func schema(in tag: String, _ words: ThemeWords, _ diagnostics: inout [Diagnostic]) -> Schema {
    guard let schema else { return Schema(kinds: []) }
    let read = SchemaReader.read(schema.root.read(in: tag, of: languages), path: schema.path)
    diagnostics += read.diagnostics
    return tag == language ? read.schema : read.schema.translated { words($0) }
  }
}

extension Configuration {
  fileprivate func translated(to language: String, _ words: ThemeWords) -> Configuration {
    var configuration = self
    configuration.language = language
    configuration.title = words(title)
    configuration.description = words(description)
    configuration.licence = licence.map { words($0) }
    configuration.pageFields = pageFields.map { field in
      PageField(name: field.name, sort: field.sort, label: field.label.map { words($0) })
    }
    configuration.views = views.map { entry in
      var entry = entry
      entry.value = entry.value.translated(words)
      return entry
    }
    return configuration
  }
}

extension YAMLNode {
  /// What readers see of a view's settings.
  private static let shownKeys = ["title", "description"]

  /// In the words of another language.
  fileprivate func translated(_ words: ThemeWords) -> YAMLNode {
    var node = self
    switch content {
    case .scalar: break
    case .sequence(let items): node.content = .sequence(items.map { $0.translated(words) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map { entry in
          var entry = entry
          if Self.shownKeys.contains(entry.key), case .scalar(let text, let isQuoted) = entry.value.content {
            entry.value.content = .scalar(words(text), isQuoted: isQuoted)
          } else {
            entry.value = entry.value.translated(words)
          }
          return entry
        })
    }
    return node
  }
}

extension [Diagnostic] {
  fileprivate func hasErrors(in path: String) -> Bool {
    contains { $0.severity == .error && $0.place?.path == path }
  }
}
