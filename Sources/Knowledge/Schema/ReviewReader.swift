import Diagnostics
import FrontMatter

extension SchemaReader {
  /// `review: {date: reviewed, every: 6 months}`
  mutating func review(_ node: YAMLNode, of kind: Kind) -> ReviewRule? {
    var reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "'review'")
    guard case .mapping = node.content else {
      diagnostics += reader.diagnostics
      return nil
    }
    let date = reviewField("date", usual: "reviewed", .date, of: kind, &reader)
    let field = reviewField("field", usual: "review_every", .quantity, of: kind, &reader)
    let every = term(&reader)
    if date == nil, reader.node("date") == nil {
      reader.report(
        .invalidSchema,
        "'review' needs 'date': the date field of '\(kind.name)' that says when it was last reviewed",
        at: node,
        help: "write date: …, or name the field 'reviewed'")
    }
    if every == nil, field == nil, reader.node("every") == nil, reader.node("field") == nil {
      reader.report(
        .invalidSchema, "'review' needs 'every': how often", at: node, help: "write \(Term.howItIsWritten)")
    }
    reader.finish(unknown: .invalidSchema, what: "'review'")
    diagnostics += reader.diagnostics
    return date.map { ReviewRule(date: $0, field: field, every: every) }
  }

  /// A field that is named, else the one with the usual name.
  private func reviewField(
    _ key: String, usual: String, _ need: FieldNeed, of kind: Kind, _ reader: inout MappingReader
  ) -> Int? {
    guard let written = reader.text(key, wrong: .invalidSchema), let node = reader.node(key) else {
      return kind.fieldIndex(named: usual).flatMap { need.accepts(kind.fields[$0]) ? $0 : nil }
    }
    do {
      return try kind.fieldIndex(named: written, for: need)
    } catch {
      reader.report(.invalidSchema, error.message, at: node, help: error.help)
      return nil
    }
  }

  private func term(_ reader: inout MappingReader) -> Term? {
    guard let text = reader.text("every", wrong: .invalidSchema), let node = reader.node("every") else {
      return nil
    }
    if case .success(let quantity) = Quantity.parse(text), let term = Term(quantity) { return term }
    reader.report(
      .invalidSchema, "'\(text)' does not say how often", at: node, help: "write \(Term.howItIsWritten)")
    return nil
  }
}
