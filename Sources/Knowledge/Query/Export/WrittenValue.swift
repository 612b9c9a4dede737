extension KnowledgeGraph {
  /// A value on one line, much as an author writes it; a reference by the id of what it names.
  ///
  /// - Parameter field: the value's own; needed for records only, which have their fields' names.
  package func written(_ value: FieldValue, _ field: Field? = nil) -> String {
    switch value {
    case .text(let text), .markdown(_, let text): text.onOneLine
    case .localized(let texts): texts.map { $0.text.onOneLine }.joined(separator: " / ")
    case .date(let date): date.description
    case .quantity(let quantity): quantity.description
    case .flag(let flag): flag ? "true" : "false"
    case .reference(let item):
      item.target.map(written) ?? item.reference.name.text
    case .record(let record): written(record, field?.recordFields ?? [])
    case .list(let items): items.map { written($0, field) }.joined(separator: "; ")
    }
  }

  /// The id, with the record's behind it where it's one of the entity's records.
  package func written(_ target: Target) -> String {
    id(of: target.entity) + (target.anchor.map { "#" + $0 } ?? "")
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private func written(_ record: Record, _ fields: [Field]) -> String {
    record.facts.map { fact in
      let field = fields[fact.field]
      let values = fact.claims.map { written($0.value, field) }
      return "\(field.name): " + values.joined(separator: " | ")
    }.joined(separator: "; ")
  }
}
