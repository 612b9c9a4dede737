import CommonMark
package import Diagnostics
import FrontMatter
package import Knowledge

/// A Markdown file of `content/`, read by itself. Immutable; a class so that sites can share it.
package final class ParsedFile: Sendable {
  let source: SourceText
  /// Where in the file its body begins.
  let bodyStart: Int
  package let entity: WrittenEntity
  package let diagnostics: [Diagnostic]

  /// - Parameter isIncluded: whether its name keeps nothing back.
  init(
    _ file: SourceText, schema: Schema, options: MarkdownOptions, asOf: EDTFDate?, isIncluded: Bool = false
  ) {
    source = file
    let path = ContentPath(file.path, schema: schema)
    let isLenient = schema[path.kind].isPlainPage
    let encoding = WrittenEncoding(file, isLenient: isLenient)
    var frontMatter = readFrontMatter(file)
    if let unreadable = encoding.unreadable { frontMatter.unreadable = unreadable }
    bodyStart = frontMatter.bodyRange.lowerBound
    let body = parseMarkdown(
      file.bytes[frontMatter.bodyRange], path: file.path,
      at: Position(line: frontMatter.bodyFirstLine, column: 1), options: options, tellsLeftovers: isLenient)
    let (entity, problems) = EntityReader.read(
      frontMatter, body: body, kind: path.kind, slug: path.slug, path: file.path, schema: schema,
      markdown: options, asOf: asOf, isIncluded: isIncluded)
    self.entity = entity
    let early = isLenient ? frontMatter.diagnostics.map(ParsedFile.softened) : frontMatter.diagnostics
    let misplaced = isLenient ? MisplacedFile.check(file.path, frontMatter, schema: schema) : []
    diagnostics =
      encoding.diagnostics + encoding.filtered(early + body.diagnostics) + problems
      + ParsedFile.checkSlug(entity, schema: schema) + misplaced
  }

  package var path: String { source.path }

  /// Whether its text is that of the file on disk.
  package var isInUTF8: Bool { source.encoding == nil }

  /// The file with its front matter in the one form.
  package func formatted(_ formatter: FileFormatter) -> FormattedFile {
    formatter.format(source, entity, diagnostics)
  }

  /// What a file says by itself that is no part of the knowledge base any more.
  package static func entity(of file: SourceText, schema: Schema) -> WrittenEntity {
    ParsedFile(file, schema: schema, options: MarkdownOptions(), asOf: nil).entity
  }

  /// The page can be built from its text: what is wrong before it is a warning.
  private static func softened(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.severity = max(diagnostic.severity, .warning)
    return diagnostic
  }

  private static func checkSlug(_ entity: WrittenEntity, schema: Schema) -> [Diagnostic] {
    guard !schema[entity.kind].isPlainPage, let reason = Slug.oddSign(in: entity.slug) else { return [] }
    let suffix = entity.path.lastIndex(of: ".").map { entity.path[$0...] } ?? ""
    return [
      Diagnostic(
        .invalidSlug, "the file name '\(entity.slug)\(suffix)' cannot be an id: \(reason)",
        at: Place(entity.path), help: Slug.help)
    ]
  }
}
