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

  private init(_ files: [SourceText], _ ofViews: [SourceText], _ options: BuildOptions) {
    self.files = files + ofViews
    self.options = options
    var diagnostics: [Diagnostic] = []
    var configuration = ParsedSettings.configuration(files, &diagnostics)
    configuration.asOf = options.clock ?? configuration.asOf
    self.configuration = configuration
    schema = ParsedSettings.schema(files, &diagnostics)
    theme = Theme(files, language: configuration.language, schema: schema)
    diagnostics += theme.diagnostics
    // What the schema lacks because it can't be read is no mistake of the views.
    let hasSchema = !diagnostics.hasErrors(in: "schema.yaml")
    views = DeclaredViews(hasSchema ? configuration.views : [], schema: schema, content: ofViews)
    self.diagnostics = diagnostics + views.diagnostics
  }

  private static func configuration(_ files: [SourceText], _ diagnostics: inout [Diagnostic]) -> Configuration
  {
    guard let file = files.first(where: { $0.path == Configuration.path }) else { return Configuration() }
    let (root, problems) = readYAML(file)
    diagnostics += problems
    guard let root else { return Configuration() }
    let read = Configuration.read(root)
    diagnostics += read.diagnostics
    return read.configuration
  }

  private static func schema(_ files: [SourceText], _ diagnostics: inout [Diagnostic]) -> Schema {
    guard let file = files.first(where: { $0.path == "schema.yaml" }) else { return Schema(kinds: []) }
    let (root, problems) = readYAML(file)
    diagnostics += problems
    guard let root else { return Schema(kinds: []) }
    let read = SchemaReader.read(root, path: file.path)
    diagnostics += read.diagnostics
    return read.schema
  }
}

extension [Diagnostic] {
  fileprivate func hasErrors(in path: String) -> Bool {
    contains { $0.severity == .error && $0.place?.path == path }
  }
}
