/// Every text of an entity's facts and names, one behind the other, to be compared to the byte.
struct EntityTexts: Hashable {
  private var bytes: [UInt8] = []

  init(_ facts: [WrittenFact], _ aliases: [WrittenAlias], others: [String]) {
    for fact in facts { add(fact) }
    for alias in aliases {
      add([alias.name.text, alias.language, alias.sort, alias.onlyIn?.name.text])
      add(alias.provenance)
    }
    add(others)
  }

  private mutating func add(_ texts: [String?]) {
    for text in texts {
      bytes += Array((text ?? "").utf8)
      // No text has these bytes.
      bytes.append(text == nil ? 0xFE : 0xFF)
    }
  }

  private mutating func add(_ fact: WrittenFact) {
    add([
      fact.assessment?.discrepancyClass, fact.assessment?.state, fact.assessment?.weight?.rawValue,
      fact.assessment?.reason,
      fact.assessment?.prefer?.reference.name.text,
    ])
    for claim in fact.claims {
      add(claim.value)
      add(claim.provenance)
    }
  }

  private mutating func add(_ saying: WrittenSaying) {
    for provenance in [saying.own] + saying.around.map(\.provenance) {
      add([provenance.source?.name.text, provenance.quote?.text, provenance.at])
      add([provenance.scope, provenance.note, provenance.validity?.by?.name.text])
    }
  }

  /// Recursion is safe here, since reading has bounded the depth.
  private mutating func add(_ value: WrittenValue) {
    switch value {
    case .text(let text): add([text])
    case .localized(let texts): add(texts.flatMap { [$0.language, $0.text] })
    case .markdown(_, let source): add([source])
    case .date(let date): add([date.description])
    case .quantity(let quantity):
      add([
        quantity.writtenNumber?.written, quantity.scale?.written, quantity.unit, quantity.currency,
        quantity.scope, quantity.words,
      ])
    case .flag: break
    case .reference(let item):
      add([item.reference.name.text])
      for qualifier in item.qualifiers { add(qualifier.value) }
      add(item.provenance)
    case .record(let record):
      add([record.anchor])
      for fact in record.facts { add(fact) }
      add(record.provenance)
    case .list(let items): for item in items { add(item) }
    }
  }
}
