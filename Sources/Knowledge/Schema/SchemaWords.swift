extension Schema {
  /// The same schema in other words: labels, descriptions and help, wherever readers see them.
  package func translated(_ word: (String) -> String) -> Schema {
    var schema = self
    schema.kinds = kinds.map { kind in
      var kind = kind
      kind.label = Kind.Label(one: word(kind.label.one), many: word(kind.label.many))
      kind.description = kind.description.map(word)
      kind.fields = kind.fields.map { $0.translated(word) }
      return kind
    }
    return schema
  }
}

extension Field {
  fileprivate func translated(_ word: (String) -> String) -> Field {
    Field(
      name: name, type: type.translated(word), label: word(label), help: help.map(word), isList: isList,
      isRequired: isRequired, hasLanguages: hasLanguages, aliasSort: aliasSort, isFromQuote: isFromQuote,
      proposedValues: proposedValues, allowsNever: allowsNever)
  }
}

extension FieldType {
  fileprivate func translated(_ word: (String) -> String) -> FieldType {
    switch self {
    case .reference(var relation):
      relation.inverse = relation.inverse.map { Relation.Inverse(name: $0.name, label: word($0.label)) }
      relation.qualifiers = relation.qualifiers.map { $0.translated(word) }
      return .reference(relation)
    // Records nest four deep at most: the schema's reader sees to it.
    case .record(let fields): return .record(fields.map { $0.translated(word) })
    default: return self
    }
  }
}
