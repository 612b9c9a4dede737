/// Where each entity stands among those of its kind, by the `order` of the schema; nothing for those whose kind has none or
/// that say nothing in that field.
struct OrderKeys {
  /// By the place of an entity among those that were given.
  private(set) var keys: [SortKey?]
  /// Those of which the day decides what they say there.
  let timed: [Int]
  private let schema: Schema
  private let language: String

  init(_ entities: [WrittenEntity], schema: Schema, language: String) {
    self.schema = schema
    self.language = language
    guard schema.kindIDs.contains(where: { schema[$0].order != nil }) else {
      (keys, timed) = ([], [])
      return
    }
    keys = entities.map { entity in
      guard let field = schema[entity.kind].order?.field else { return nil }
      if field == Kind.titleField { return SortKey(text: entity.title(language: language)) }
      return entity.fact(field).flatMap { $0.value.orderKey(schema[entity.kind].fields[field], language) }
    }
    timed = entities.indices.filter { place in
      let fact = schema[entities[place].kind].order.flatMap { entities[place].fact($0.field) }
      return fact?.claims.contains { $0.provenance.folded.validity != nil } ?? false
    }
  }

  subscript(place: Int) -> SortKey? { keys.isEmpty ? nil : keys[place] }

  /// Goes by what holds on the day, now that names can be looked up.
  ///
  /// - Parameter roster: a first order of the same entities.
  mutating func goByDay(_ entities: [WrittenEntity], _ roster: Roster, _ resolver: inout Resolver) {
    for place in timed {
      let entity = entities[place]
      guard let id = roster.numbers[place], let field = schema[entity.kind].order?.field,
        let fact = entity.fact(field)
      else { continue }
      keys[place] =
        field == Kind.titleField
        ? SortKey(text: resolver.title(of: id))
        : resolver.valueOfDay(fact)?.orderKey(schema[entity.kind].fields[field], language)
    }
  }
}

extension WrittenValue {
  /// Words of an enumeration stand in the order of the schema.
  fileprivate func orderKey(_ field: Field, _ language: String) -> SortKey? {
    switch (self, field.type) {
    case (.text(let word), .enumeration(let values)):
      values.firstIndex(of: word).map { SortKey(text: String($0)) }
    case (.text(let text), _): SortKey(text: text)
    case (.localized(let texts), _): texts.best(for: language).map { SortKey(text: $0.text) }
    case (.date(let date), _): SortKey(date)
    case (.quantity(let quantity), _): SortKey(quantity)
    case (.flag(let flag), _): SortKey(text: flag ? "0" : "1")
    default: nil
    }
  }
}
