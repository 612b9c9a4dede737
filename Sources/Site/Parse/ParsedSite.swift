package import CommonMark
package import Diagnostics
import FrontMatter
package import Knowledge

/// Every file of a knowledge base, parsed one by one: nothing is linked yet.
package struct ParsedSite: Sendable {
  package var configuration: Configuration
  package var schema: Schema
  package var entities: [Entity]
  /// The files of `content/` that are no Markdown; they're published as they are.
  package var assets: [SourceText]
  package var theme: Theme
  package var views: DeclaredViews
  package var diagnostics: [Diagnostic]

  /// - Parameter files: of the whole knowledge base, by paths relative to its folder.
  package init(_ files: [SourceText], _ options: BuildOptions = BuildOptions()) async {
    var diagnostics: [Diagnostic] = []
    configuration = ParsedSite.configuration(files, &diagnostics)
    configuration.asOf = options.clock ?? configuration.asOf
    schema = ParsedSite.schema(files, &diagnostics)
    theme = Theme(files, language: configuration.language, schema: schema)
    diagnostics += theme.diagnostics
    // What the schema lacks because it can't be read is no mistake of the views.
    let hasSchema = !diagnostics.hasErrors(in: "schema.yaml")
    let content = files.filter { $0.path.hasPrefix(ContentPath.root) }
    views = DeclaredViews(hasSchema ? configuration.views : [], schema: schema, content: content)
    diagnostics += views.diagnostics
    let ofViews = views.files
    assets = content.filter { !$0.isMarkdown && !ofViews.contains($0.path) }
    let markdown = MarkdownOptions(unsafeHTML: configuration.allowsUnsafeHTML)
    let schema = schema
    let read = await content.filter(\.isMarkdown).concurrentMap { file in
      ParsedSite.entity(file, schema: schema, options: markdown)
    }
    entities = read.map(\.entity)
    self.diagnostics = diagnostics + read.flatMap(\.diagnostics)
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

  /// One Markdown file: what `serve` does again when it changes.
  package static func entity(
    _ file: SourceText, schema: Schema, options: MarkdownOptions
  ) -> (entity: Entity, diagnostics: [Diagnostic]) {
    let path = ContentPath(file.path, schema: schema)
    let frontMatter = readFrontMatter(file)
    let body = parseMarkdown(
      file.bytes[frontMatter.bodyRange], path: file.path,
      at: Position(line: frontMatter.bodyFirstLine, column: 1), options: options)
    var (entity, problems) = EntityReader.read(
      frontMatter, body: body, kind: path.kind, slug: path.slug, path: file.path, schema: schema,
      markdown: options)
    problems += checkSlug(entity, schema: schema)
    guard schema[path.kind].isLenient else {
      return (entity, frontMatter.diagnostics + body.diagnostics + problems)
    }
    // What somebody else keeps back stays back, even where his front matter can't be read.
    if frontMatter.isSkipped, saysDraft(file.bytes[..<frontMatter.bodyRange.lowerBound]) {
      entity.isPublished = false
    }
    return (entity, frontMatter.diagnostics.map(softened) + body.diagnostics + problems)
  }

  /// The page can be built from its text: what is wrong before it is a warning.
  private static func softened(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.severity = max(diagnostic.severity, .warning)
    return diagnostic
  }

  /// Whether a line says `draft: true` or `publish: false`, in YAML, TOML or JSON.
  private static func saysDraft(_ frontMatter: ArraySlice<UInt8>) -> Bool {
    frontMatter.split(separator: UInt8(ascii: "\n")).contains { line in
      let words = line.filter { !" \t\r\",=:".utf8.contains($0) }
      return words.elementsEqual("drafttrue".utf8) || words.elementsEqual("publishfalse".utf8)
    }
  }

  /// A slug becomes an id that people type, so an entity's is kept plain; a plain page's may be anything.
  private static func checkSlug(_ entity: Entity, schema: Schema) -> [Diagnostic] {
    guard !schema[entity.kind].isLenient else { return [] }
    let isPlain = entity.slug.unicodeScalars.allSatisfy { scalar in
      "-_./0123456789".unicodeScalars.contains(scalar)
        || scalar.properties.isAlphabetic && !scalar.properties.isUppercase
    }
    guard !isPlain else { return [] }
    let suffix = entity.path.lastIndex(of: ".").map { entity.path[$0...] } ?? ""
    return [
      Diagnostic(
        .invalidSlug, "the file name '\(entity.slug)\(suffix)' makes no id", at: Place(entity.path),
        help: "use small letters, digits, '-', '_' and '.' only")
    ]
  }
}

extension FrontMatter {
  /// Whether there is a block that was not read, but perhaps for its title.
  fileprivate var isSkipped: Bool {
    root == nil && !diagnostics.isEmpty || diagnostics.contains { $0.id == .foreignFrontMatter }
  }
}

extension [Diagnostic] {
  fileprivate func hasErrors(in path: String) -> Bool {
    contains { $0.severity == .error && $0.place?.path == path }
  }
}
