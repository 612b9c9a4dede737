import Knowledge
import Templates

extension PageValues {
  /// Who says something, where and in which words.
  func statement(_ provenance: Provenance, qualifiers: [ReferenceItem.Qualifier] = []) -> Value {
    let source = provenance.source.flatMap { graph.target(of: $0, in: entity) }
    let role = qualifiers.first { $0.name == "role" }?.value.asText
    return [
      "source": source.map(link) ?? .nothing,
      "quote": optional(provenance.quote?.text),
      "at": optional(provenance.at),
      "scope": optional(provenance.scope),
      "as_of": optional(provenance.asOf?.display(language: language)),
      "note": optional(provenance.note),
      "is_inferred": .flag(provenance.isInferred),
      "has_detail": .flag(provenance.quote != nil || provenance.at != nil || provenance.note != nil),
      "qualifiers": .list(qualifiers.filter { $0.name != "role" }.map(qualifier)),
      "role": optional(role.map { word($0, group: "value") }),
      "role_name": optional(role),
    ]
  }

  private func qualifier(_ qualifier: ReferenceItem.Qualifier) -> Value {
    let text =
      switch qualifier.value {
      case .text(let text): text
      case .date(let date): date.display(language: language)
      case .quantity(let quantity): quantity.display(language: language)
      case .flag(let flag): word(flag ? "yes" : "no", group: "flag")
      default: ""
      }
    return [
      "name": .text(qualifier.name), "label": .text(word(qualifier.name, group: "qualifier")),
      "text": .text(text),
    ]
  }
}

extension FieldValue {
  fileprivate var asText: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
