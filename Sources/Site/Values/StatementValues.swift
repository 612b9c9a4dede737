import CommonMark
import Folding
import Knowledge
import Templates

extension PageValues {
  /// Who says something, where and in which words.
  func statement(_ provenance: Provenance, qualifiers: [ReferenceItem.Qualifier] = []) -> Value {
    let source = provenance.source?.target
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
    [
      "name": .text(qualifier.name), "label": .text(qualifier.label), "text": .text(words(qualifier.value)),
    ]
  }

  /// A value without markup, in the middle of a line.
  func words(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .localized(let texts): texts.best(for: language)?.text ?? ""
    case .markdown(let document, let source): graph.document(document).firstParagraph ?? source
    case .date(let date): date.display(language: language)
    case .quantity(let quantity): quantity.display(language: language)
    case .flag(let flag): word(flag ? "yes" : "no", group: "flag")
    case .reference(let item): item.reference.entity.map(graph.title) ?? ""
    case .record(let record): words(record)
    case .list(let items): items.map(words).joined(separator: ", ")
    }
  }

  /// The first text in it, Markdown before all else. Records nest four deep at most: the schema's reader sees to it.
  private func words(_ record: Record) -> String {
    let markdown = record.facts.first { if case .markdown = $0.value { true } else { false } }
    return (markdown ?? record.facts.first).map { words($0.value) } ?? record.id ?? ""
  }
}

extension FieldValue {
  fileprivate var asText: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
