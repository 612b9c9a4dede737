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
  /// change whenever it's written, the file is left alone.
  ///
  /// - Parameters:
  ///   - entity: the file, read before.
  ///   - diagnostics: what was found wrong in reading it.
  package func format(_ source: SourceText, _ entity: WrittenEntity, _ diagnostics: [Diagnostic])
    -> FormattedFile
  {
    var file = ReadFile(source: source, matter: readFrontMatter(source), entity: entity)
    // On plain pages these are warnings, and yet not all could be read.
    let mistakes = (diagnostics + file.matter.diagnostics).filter { $0.severity == .error }
    guard mistakes.isEmpty else { return .leftAlone(mistakes.unique) }
    do throws(WrittenFrontMatter.Obstacle) {
      // In its new form more may be drawn out of a file, or other things.
      for _ in 0..<FileFormatter.mostRounds {
        switch try formed(file) {
        case .same: return file.source.bytes == source.bytes ? .unchanged : .changed(file.source.bytes)
        case .other(let new): file = new
        case .wrong(let reason): return .leftAlone([.leftAlone(source, reason)])
        }
      }
      return .leftAlone([.leftAlone(source, "its new form would change again at the next run")])
    } catch {
      switch error {
      case .nothing: return .unchanged
      case .lineEnds:
        return .leftAlone([
          .leftAlone(
            source, "it mixes several kinds of line ends", help: "save it with one kind of line ends")
        ])
      }
    }
  }

  /// After so many a file that is still not as it would be written is left alone.
  private static let mostRounds = 5

  /// A file in the best form in which it says the same.
  private func formed(_ file: ReadFile) throws(WrittenFrontMatter.Obstacle) -> Round {
    let written = try WrittenFrontMatter(file.source, file.matter)
    var result = Round.same
    // What is said once for several may mean more than it's meant to: then all stays where it is.
    for form in forms(of: file.entity) {
      result = try self.result(file, written.formed(form))
      if case .wrong = result { continue }
      break
    }
    return result
  }

  /// The forms in which a file may be written, the best one first.
  private func forms(of entity: WrittenEntity) -> [@Sendable (YAMLTree) -> YAMLTree] {
    let form = EntityForm(kind: schema[entity.kind])
    let plain: @Sendable (YAMLTree) -> YAMLTree = { form.formed($0).withCommentsAboveItems }
    guard schema.sourceKind != nil else { return [plain] }
    let grouped: @Sendable (YAMLTree) -> YAMLTree = { DrawnGroups().drawn(in: form.formed($0)) }
    return [
      { DrawnDefaults().drawn(in: grouped($0)) }, { DrawnDefaults().drawn(in: plain($0)) }, grouped, plain,
    ]
  }

  private func result(_ file: ReadFile, _ written: WrittenFrontMatter) throws(WrittenFrontMatter.Obstacle)
    -> Round
  {
    let text = written.text
    if text == file.source.bytes { return .same }
    let source = SourceText(path: file.source.path, bytes: text)
    let matter = readFrontMatter(source)
    guard written.isSaid(in: matter), text[matter.bodyRange] == file.source.bytes[file.matter.bodyRange],
      let entity = entity(matter, like: file.entity)
    else { return .wrong("its new form would say something else") }
    guard try WrittenFrontMatter(source, matter).comments == written.comments else {
      return .wrong("its new form would lose a comment")
    }
    return .other(ReadFile(source: source, matter: matter, entity: entity))
  }

  /// What a file says; `nil` where that is something else than an entity has been read from, or there are mistakes in it.
  private func entity(_ matter: FrontMatter, like entity: WrittenEntity) -> WrittenEntity? {
    guard let body = entity.body else { return nil }
    let (read, diagnostics) = EntityReader.read(
      matter, body: body, kind: entity.kind, slug: entity.slug, path: entity.path, schema: schema,
      markdown: markdown, asOf: asOf)
    return !diagnostics.hasErrors && EntityContent(read) == EntityContent(entity) ? read : nil
  }
}

/// A file, and what was read in it.
private struct ReadFile {
  let source: SourceText
  let matter: FrontMatter
  let entity: WrittenEntity
}

/// What one writing of a file gives.
private enum Round {
  case same
  case other(ReadFile)
  case wrong(String)
}

extension WrittenFrontMatter {
  fileprivate func formed(_ form: (YAMLTree) -> YAMLTree) -> WrittenFrontMatter {
    var written = self
    // What was taken out may have stood before a comment.
    written.tree = form(tree).withCommentsAboveItems
    return written
  }
}

extension Diagnostic {
  fileprivate static func leftAlone(_ source: SourceText, _ reason: String, help: String? = nil) -> Diagnostic
  {
    Diagnostic(
      .notFormatted, .warning, "this file is left as it is: \(reason)", at: Place(source.path),
      help: help ?? "please report it: this is a bug in Remit")
  }
}
