import FrontMatter

extension WrittenEntity {
  /// Whether its title is another one on another day.
  var hasTimedTitle: Bool {
    fact(Kind.titleField)?.claims.contains { $0.provenance.folded.validity != nil } ?? false
  }

  /// Whether other entities hang on the same as they did: on whether it's only proposed, on its date where it's a
  /// source, and on its own title's times.
  func saysSameTimes(as other: WrittenEntity, in schema: Schema) -> Bool {
    guard !hasTimedTitle, !other.hasTimedTitle else { return false }
    return schema[kind].fields.indices.allSatisfy { number in
      let bears =
        !schema[kind].fields[number].proposedValues.isEmpty
        || kind == schema.sourceKind && number == schema.sourceDate
      return !bears || times(of: number) == other.times(of: number)
    }
  }

  private struct Said: Hashable {
    var value: WrittenValue
    var from: EDTFDate?
    var until: EDTFDate?
    var by: String?
  }

  private func times(of field: Int) -> [Said] {
    (fact(field)?.claims ?? []).map { claim in
      let validity = claim.provenance.folded.validity
      return Said(
        value: claim.value, from: validity?.from, until: validity?.until, by: validity?.by?.name.text)
    }
  }
}

extension Resolver {
  /// The title of the day.
  mutating func title(of id: EntityID) -> String {
    let entity = entities[Int(id.index)]
    guard let fact = entity.fact(Kind.titleField), let value = valueOfDay(fact) else {
      return entity.title(language: language)
    }
    return entity.title(value, language: language)
  }
}
