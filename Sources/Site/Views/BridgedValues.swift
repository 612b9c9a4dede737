import Knowledge
import Templates

/// What views that build their values by name get of what is described by records.
extension PageContext {
  func linkValue(_ target: Target) -> Value { ShownLink.record.value(link(target)) }

  func linkValue(_ entity: EntityID) -> Value { linkValue(Target(entity)) }

  func statementValue(_ provenance: Provenance) -> Value {
    ShownStatement.record.value(statement(provenance))
  }

  func factValue(_ fact: Fact, _ field: Field, anchor: String? = nil) -> Value {
    ShownFact.record.value(self.fact(fact, field, anchor: anchor))
  }


  func count(_ number: Int) -> Value { .number(number) }

  func optional(_ text: String?) -> Value { text.map(Value.text) ?? .nothing }
}

extension Shape: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Shape)...) {
    self = .object(Dictionary(elements) { first, _ in first })
  }
}
