/// What changed in the knowledge between two states of a knowledge base. It says all in texts, ids and titles, so
/// that it can be kept in a file and be understood when neither state is at hand.
package struct KnowledgeChanges: Hashable, Sendable {
  /// In the order of the later state's entities; those that are gone come last, in the order of the earlier state.
  package var entities: [EntityChange]
  /// By what became of them, and then in the order of the later state; those that are gone as the entities.
  package var discrepancies: [DiscrepancyChange]
  /// In the order of the later state's kinds and fields; those that are gone come last.
  package var schema: [SchemaChange]
  package var settings: [SettingChange]

  package init(
    entities: [EntityChange] = [], discrepancies: [DiscrepancyChange] = [], schema: [SchemaChange] = [],
    settings: [SettingChange] = []
  ) {
    self.entities = entities
    self.discrepancies = discrepancies
    self.schema = schema
    self.settings = settings
  }

  /// Whether nothing changed.
  package var isEmpty: Bool {
    entities.isEmpty && discrepancies.isEmpty && schema.isEmpty && settings.isEmpty
  }

  /// Those of one sort, in their order.
  package func entities(_ sort: EntityChange.Sort) -> [EntityChange] { entities.filter { $0.sort == sort } }

  /// Those of one sort, in their order.
  package func discrepancies(_ sort: DiscrepancyChange.Sort) -> [DiscrepancyChange] {
    discrepancies.filter { $0.sort == sort }
  }
}

/// An entity, named so that it can be told of even when it's gone.
package struct NamedEntity: Hashable, Sendable {
  /// Such as `agency/sasac`.
  package var id: String
  /// On one line or several, as it's written.
  package var title: String
  /// The record of the entity that is meant.
  package var anchor: String?

  package init(id: String, title: String, anchor: String? = nil) {
    self.id = id
    self.title = title
    self.anchor = anchor
  }
}

/// What became of an entity.
package struct EntityChange: Hashable, Sendable {
  /// A renamed entity may have changed too; a changed one has its id still.
  package enum Sort: String, Hashable, Sendable, CaseIterable {
    case added, removed, renamed, changed
  }

  package var sort: Sort
  /// As it's called in the later state; of an entity that is gone, as it was called.
  package var entity: NamedEntity
  /// Where it is renamed.
  package var formerID: String?
  /// The label of its kind: "Measure".
  package var kind: String
  /// By field, in the schema's order; none of an entity that was added or removed.
  package var details: [ChangeDetail]

  package init(
    _ sort: Sort, _ entity: NamedEntity, formerID: String? = nil, kind: String, details: [ChangeDetail] = []
  ) {
    self.sort = sort
    self.entity = entity
    self.formerID = formerID
    self.kind = kind
    self.details = details
  }
}

/// What became of a disagreement.
package struct DiscrepancyChange: Hashable, Sendable {
  /// What a reader wants to know of it.
  package enum Sort: String, Hashable, Sendable, CaseIterable {
    /// It is open now.
    case opened
    /// It was open, and is settled or gone now.
    case settled
    /// It was not open and isn't: explained before and resolved now, say.
    case changed
  }

  package var sort: Sort
  /// Where it stands; with the record, where it stands in one.
  package var entity: NamedEntity
  /// The label of the fact; `nil` of an entity that tells of a disagreement itself.
  package var field: String?
  /// What it's about: "value", "date", "name".
  package var discrepancyClass: String
  /// A state as authors write it, such as `open`; `nil` where there was none.
  package var oldState: String?
  /// `nil` where there is none any more.
  package var newState: String?
  /// Those of the later state, while there is a disagreement.
  package var claims: [SaidValue]

  package init(
    _ sort: Sort, _ entity: NamedEntity, field: String?, discrepancyClass: String, oldState: String?,
    newState: String?, claims: [SaidValue]
  ) {
    self.sort = sort
    self.entity = entity
    self.field = field
    self.discrepancyClass = discrepancyClass
    self.oldState = oldState
    self.newState = newState
    self.claims = claims
  }
}

/// A value and who says so.
package struct SaidValue: Hashable, Sendable {
  /// In words, on one line.
  package var value: String
  /// `nil` where nobody is named.
  package var source: NamedEntity?

  package init(value: String, source: NamedEntity?) {
    self.value = value
    self.source = source
  }
}

/// A kind, or a field of one, that the schema has got, has lost or describes otherwise.
package struct SchemaChange: Hashable, Sendable {
  package var action: ChangeDetail.Action
  /// The kind's name in `schema.yaml`.
  package var kind: String
  /// With dots before the fields of records; `nil` for the kind itself.
  package var field: String?
  /// What is different, in words: "date", "list of agency".
  package var old: String?
  /// As `old`.
  package var new: String?

  package init(
    _ action: ChangeDetail.Action, kind: String, field: String? = nil, old: String? = nil, new: String? = nil
  ) {
    self.action = action
    self.kind = kind
    self.field = field
    self.old = old
    self.new = new
  }
}

/// A setting of `remit.yaml` that changes what pages say.
package struct SettingChange: Hashable, Sendable {
  /// The key: "as_of".
  package var name: String
  /// `nil` where it was not set.
  package var old: String?
  /// `nil` where it is not set any more.
  package var new: String?

  package init(name: String, old: String?, new: String?) {
    self.name = name
    self.old = old
    self.new = new
  }
}
