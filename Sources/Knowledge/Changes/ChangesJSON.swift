package import Diagnostics

extension KnowledgeChanges {
  /// The members of the JSON that `remit diff` prints and that records of changes hold: what there is none of is
  /// left out.
  package var json: [JSON.Member] {
    JSON.members([
      "discrepancies": .list(discrepancies.map(\.json)),
      "entities": .list(entities.map(\.json)),
      "schema": .list(schema.map(\.json)),
      "settings": .list(settings.map(\.json)),
    ])
  }
}

extension JSON {
  fileprivate static func list(_ items: [JSON]) -> JSON { items.isEmpty ? .null : .array(items) }

  fileprivate static func optional(_ number: Int?) -> JSON { number.map(JSON.integer) ?? .null }
}

extension NamedEntity {
  fileprivate var json: JSON {
    .compact(["id": .string(id), "title": .string(title), "anchor": .optional(anchor)])
  }
}

extension EntityChange {
  fileprivate var json: JSON {
    .compact([
      "change": .string(sort.rawValue), "id": .string(entity.id), "former_id": .optional(formerID),
      "title": .string(entity.title), "kind": .string(kind), "details": .list(details.map(\.json)),
    ])
  }
}

extension ChangeDetail {
  fileprivate var json: JSON {
    .compact([
      "change": .string(action.rawValue), "of": .string(topic.rawValue), "field": .optional(field),
      "label": .optional(label), "record": .optional(record), "language": .optional(language),
      "old": .optional(old), "new": .optional(new), "target": target.map(\.json) ?? .null,
      "source": source.map(\.json) ?? .null, "scope": .optional(scope), "as_of": .optional(asOf),
      "aspects": .list(aspects.map(\.json)), "words_added": .optional(wordsAdded),
      "words_removed": .optional(wordsRemoved),
    ])
  }
}

extension ChangeDetail.Aspect {
  fileprivate var json: JSON {
    .compact([
      "name": .string(name), "label": .string(label), "old": .optional(old), "new": .optional(new),
    ])
  }
}

extension DiscrepancyChange {
  fileprivate var json: JSON {
    .compact([
      "change": .string(sort.rawValue), "id": .string(entity.id), "title": .string(entity.title),
      "anchor": .optional(entity.anchor), "field": .optional(field), "class": .string(discrepancyClass),
      "old": .optional(oldState), "new": .optional(newState), "claims": .list(claims.map(\.json)),
    ])
  }
}

extension SaidValue {
  fileprivate var json: JSON { .compact(["value": .string(value), "source": source.map(\.json) ?? .null]) }
}

extension SchemaChange {
  fileprivate var json: JSON {
    .compact([
      "change": .string(action.rawValue), "kind": .string(kind), "field": .optional(field),
      "old": .optional(old), "new": .optional(new),
    ])
  }
}

extension SettingChange {
  fileprivate var json: JSON {
    .compact(["name": .string(name), "old": .optional(old), "new": .optional(new)])
  }
}

extension PageChanges {
  /// `added`, `removed` and `changed`, all of them also where there are none.
  package var json: JSON {
    .object(
      JSON.member("added", .array(added.map(JSON.string)))
        + JSON.member("removed", .array(removed.map(JSON.string)))
        + JSON.member("changed", .array(changed.map(JSON.string))))
  }
}
