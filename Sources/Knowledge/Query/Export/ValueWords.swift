import CommonMark

/// How a value is put into words.
package enum ValueStyle: Sendable {
  /// On one line, much as an author writes it: references by ids, records with all their fields.
  case written
  /// For a cell of data: as it's written, with the lines that it has; a record by its id.
  case cell
  /// For a page, in the middle of a line: by titles, in the site's language.
  case page
  /// For a change, on one line: by titles, in all languages.
  case change
  /// For a terminal: Markdown as it's written, texts with their languages.
  case terminal

  fileprivate var isForReaders: Bool {
    switch self {
    case .written, .cell: false
    case .page, .change, .terminal: true
    }
  }

  fileprivate func line(_ text: String) -> String {
    switch self {
    case .written, .change: text.onOneLine
    case .cell, .page, .terminal: text
    }
  }
}

extension KnowledgeGraph {
  /// A value in words.
  ///
  /// - Parameters:
  ///   - field: the value's own; needed for records that are written whole, which have their fields' names.
  ///   - flag: the word for yes and no, for readers.
  package func words(
    _ value: FieldValue, _ field: Field? = nil, as style: ValueStyle,
    flag: (Bool) -> String = { $0 ? "yes" : "no" }
  ) -> String {
    switch value {
    case .text(let text): style.line(text)
    case .localized(let texts): words(texts, as: style)
    case .markdown(let document, let source): words(document, source, as: style)
    case .date(let date): style.isForReaders ? date.display(in: readerWords) : date.description
    case .quantity(let quantity): words(quantity, as: style)
    case .flag(let isSet): style.isForReaders ? flag(isSet) : String(isSet)
    case .reference(let item): words(item.reference, as: style)
    case .record(let record): words(record, field?.recordFields ?? [], as: style, flag: flag)
    case .list(let items):
      items.map { words($0, field, as: style, flag: flag) }.joined(
        separator: style.isForReaders ? ", " : "; ")
    }
  }

  package func written(_ value: FieldValue, _ field: Field? = nil) -> String {
    words(value, field, as: .written)
  }

  /// The id, with the record's behind it where it's one of the entity's records.
  package func written(_ target: Target) -> String {
    id(of: target.entity) + (target.anchor.map { "#" + $0 } ?? "")
  }
}

extension KnowledgeGraph {
  private func words(_ texts: [LocalizedText], as style: ValueStyle) -> String {
    switch style {
    case .written, .change: texts.map(\.text.onOneLine).joined(separator: " / ")
    case .cell, .page: texts.best(for: language)?.text ?? ""
    case .terminal: texts.map { "\($0.text) (\($0.language))" }.joined(separator: ", ")
    }
  }

  private func words(_ document: DocumentID, _ source: String, as style: ValueStyle) -> String {
    switch style {
    case .written, .cell, .terminal: return style.line(source)
    case .page: return self.document(document).firstParagraph ?? source
    case .change:
      let text = self.document(document).plainText(of: 0).onOneLine
      return text.isEmpty ? source.onOneLine : text
    }
  }

  private func words(_ quantity: Quantity, as style: ValueStyle) -> String {
    let words = style.isForReaders ? quantity.display(in: readerWords) : quantity.description
    switch style {
    // The former say the scope themselves, a page shows it beside the value.
    case .written, .cell, .page: return words
    case .change, .terminal: return words + (quantity.scope.map { " (\(style.line($0)))" } ?? "")
    }
  }

  private func words(_ reference: Reference, as style: ValueStyle) -> String {
    guard let target = reference.target else { return style.line(reference.name.text) }
    return style.isForReaders ? title(of: target.entity) : written(target)
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private func words(
    _ record: Record, _ fields: [Field], as style: ValueStyle, flag: (Bool) -> String
  ) -> String {
    switch style {
    case .written:
      return record.facts.map { fact in
        let field = fields[fact.field]
        let values = fact.claims.map { words($0.value, field, as: style, flag: flag) }
        return "\(field.name): " + values.joined(separator: " | ")
      }.joined(separator: "; ")
    case .cell: return record.id ?? ""
    case .page, .change, .terminal:
      // The first text in it, Markdown before all else.
      let markdown = record.facts.first { if case .markdown = $0.value { true } else { false } }
      guard let fact = markdown ?? record.facts.first else { return record.id ?? "" }
      let field = fields.indices.contains(fact.field) ? fields[fact.field] : nil
      return words(fact.value, field, as: style, flag: flag)
    }
  }
}
