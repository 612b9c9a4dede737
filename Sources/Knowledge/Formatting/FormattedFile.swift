package import CommonMark
package import Diagnostics
import FrontMatter

/// What becomes of a content file whose front matter is written in the one form.
package enum FormattedFile: Sendable {
  /// It's in that form already, or has nothing to be formed.
  case unchanged
  case changed([UInt8])
  /// It's better left as it is: what is wrong in it, or why not.
  case leftAlone([Diagnostic])
}

/// Writes content files in the one form.
package struct FileFormatter: Sendable {
  private let schema: Schema
  private let markdown: MarkdownOptions
  private let asOf: EDTFDate?

  package init(schema: Schema, markdown: MarkdownOptions = MarkdownOptions(), asOf: EDTFDate? = nil) {
    self.schema = schema
    self.markdown = markdown
    self.asOf = asOf
  }

  /// A file with its front matter in the one form. The result is read again: where it doesn't say the same, or would
  /// change once more, the file is left alone.
  ///
  /// - Parameters:
  ///   - entity: the file, read before.
  ///   - diagnostics: what was found wrong in reading it.
  package func format(_ source: SourceText, _ entity: WrittenEntity, _ diagnostics: [Diagnostic])
    -> FormattedFile
  {
    let matter = readFrontMatter(source)
    // On plain pages these are warnings, and yet not all could be read.
    let mistakes = (diagnostics + matter.diagnostics).filter { $0.severity == .error }
    guard mistakes.isEmpty else { return .leftAlone(mistakes.unique) }
    do throws(WrittenFrontMatter.Obstacle) {
      let written = try WrittenFrontMatter(source, matter)
      var result = FormattedFile.unchanged
      // What is said once for several may mean more than it's meant to: then all stays where it is.
      for form in forms(of: entity) {
        result = try self.result(source, matter, entity, written, form)
        if case .leftAlone = result { continue }
        break
      }
      return result
    } catch {
      switch error {
      case .nothing: return .unchanged
      case .lineEnds:
        return .leftAlone([
          .leftAlone(source, "its lines end in several ways", help: "save it with one sort of line ends")
        ])
      }
    }
  }

  /// The forms in which a file may be written, the best one first.
  private func forms(of entity: WrittenEntity) -> [@Sendable (YAMLTree) -> YAMLTree] {
    let form = EntityForm(kind: schema[entity.kind])
    let plain: @Sendable (YAMLTree) -> YAMLTree = { form.formed($0) }
    guard schema.sourceKind != nil else { return [plain] }
    let grouped: @Sendable (YAMLTree) -> YAMLTree = { DrawnGroups().drawn(in: form.formed($0)) }
    return [
      { DrawnDefaults().drawn(in: grouped($0)) }, { DrawnDefaults().drawn(in: plain($0)) }, grouped, plain,
    ]
  }

  private func result(
    _ source: SourceText, _ matter: FrontMatter, _ entity: WrittenEntity, _ old: WrittenFrontMatter,
    _ form: (YAMLTree) -> YAMLTree
  ) throws(WrittenFrontMatter.Obstacle) -> FormattedFile {
    let written = old.formed(form)
    let text = written.text
    if text == source.bytes { return .unchanged }
    let result = SourceText(path: source.path, bytes: text)
    let again = readFrontMatter(result)
    guard written.isSaid(in: again), result.bytes[again.bodyRange] == source.bytes[matter.bodyRange],
      isAlike(again, entity)
    else { return .leftAlone([.leftAlone(source, "its new form would not say the same")]) }
    let later = try WrittenFrontMatter(result, again)
    guard later.comments == written.comments else {
      return .leftAlone([.leftAlone(source, "its new form would lack a comment")])
    }
    guard later.formed(form).text == text else {
      return .leftAlone([.leftAlone(source, "its new form would change once more")])
    }
    return .changed(text)
  }

  /// Whether a file says what an entity has been read from.
  private func isAlike(_ matter: FrontMatter, _ entity: WrittenEntity) -> Bool {
    guard let body = entity.body else { return false }
    let (read, _) = EntityReader.read(
      matter, body: body, kind: entity.kind, slug: entity.slug, path: entity.path, schema: schema,
      markdown: markdown, asOf: asOf)
    return EntityContent(read) == EntityContent(entity)
  }
}

extension WrittenFrontMatter {
  fileprivate func formed(_ form: (YAMLTree) -> YAMLTree) -> WrittenFrontMatter {
    var written = self
    written.tree = form(tree)
    return written
  }
}

extension Diagnostic {
  fileprivate static func leftAlone(_ source: SourceText, _ reason: String, help: String? = nil) -> Diagnostic
  {
    Diagnostic(
      .notFormatted, .warning, "this file is left as it is: \(reason)", at: Place(source.path),
      help: help ?? "please report it: this is a fault of Remit's")
  }
}
