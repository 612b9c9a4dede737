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

  /// - Parameters:
  ///   - isIncluded: whether its name keeps nothing back.
  ///   - includesDrafts: whether it's part of the site although it's held back.
  init(
    _ file: SourceText, schema: Schema, options: MarkdownOptions, asOf: EDTFDate?, isIncluded: Bool = false,
    includesDrafts: Bool = false
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
    let misplaced = isLenient ? MisplacedFile.check(file.path, frontMatter, schema: schema) : []
    let found = FileFaults(
      encoding: encoding.diagnostics, frontMatter: frontMatter.diagnostics, body: body.diagnostics,
      others: problems + ParsedFile.checkSlug(entity, schema: schema) + misplaced,
      unreadable: frontMatter.unreadable)
    diagnostics = found.told(of: entity, isLenient: isLenient, includesDrafts: includesDrafts)
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
