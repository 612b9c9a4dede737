/// A field of a kind, of a record, or a qualifier of a relation. A class, as much that is shown has its field.
package final class Field: Hashable, Sendable {
  package let name: String
  package let type: FieldType
  package let label: String
  package let help: String?
  package let isList: Bool
  package let isRequired: Bool
  /// Whether a text may be given by language: `{en: …, zh: …}`.
  package let hasLanguages: Bool
  /// The sort of alias that its texts are, where they name the entity.
  package let aliasSort: String?
  /// Whether an item of a relation that doesn't write it has it from its quote, where that is a name of the item's target.
  package let isFromQuote: Bool
  /// The values that say of an entity that it is only proposed: what it changes holds on no day.
  package let proposedValues: [String]
  /// Whether a date may be `never`: what is said of a duty that nobody has fulfilled.
  package let allowsNever: Bool

  package init(
    name: String, type: FieldType, label: String, help: String? = nil, isList: Bool = false,
    isRequired: Bool = false, hasLanguages: Bool = false, aliasSort: String? = nil, isFromQuote: Bool = false,
    proposedValues: [String] = [], allowsNever: Bool = false
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.help = help
    self.isList = isList
    self.isRequired = isRequired
    self.hasLanguages = hasLanguages
    self.aliasSort = aliasSort
    self.isFromQuote = isFromQuote
    self.proposedValues = proposedValues
    self.allowsNever = allowsNever
  }

  /// What a date that has not come about is written as.
  package static let never = "never"

  package var relation: Relation? {
    if case .reference(let relation) = type { relation } else { nil }
  }

  package var recordFields: [Field]? {
    if case .record(let fields) = type { fields } else { nil }
  }

  package static func == (a: Field, b: Field) -> Bool {
    a === b
      || a.name == b.name && a.type == b.type && a.label == b.label && a.help == b.help
        && a.isList == b.isList && a.isRequired == b.isRequired && a.hasLanguages == b.hasLanguages
        && a.aliasSort == b.aliasSort && a.isFromQuote == b.isFromQuote
        && a.proposedValues == b.proposedValues && a.allowsNever == b.allowsNever
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(type)
    hasher.combine(label)
  }
}

/// What a reference field points to, and how that reads from the other end.
package struct Relation: Hashable, Sendable {
  /// The names of the kinds that it may name.
  package var targets: [String]
  package var inverse: Inverse?
  /// What an item of the relation may say beside its target, its source and its quote.
  package var qualifiers: [Field]
  /// Whether a chain of such references must not come back to where it began.
  package var isAcyclic: Bool
  /// What it does to its targets.
  package var effect: Effect?

  package enum Effect: String, Hashable, Sendable, CaseIterable {
    case ends, amends, follows
  }

  package init(
    targets: [String], inverse: Inverse? = nil, qualifiers: [Field] = [], isAcyclic: Bool = false,
    effect: Effect? = nil
  ) {
    self.targets = targets
    self.inverse = inverse
    self.qualifiers = qualifiers
    self.isAcyclic = isAcyclic
    self.effect = effect
  }

  package struct Inverse: Hashable, Sendable {
    package var name: String
    package var label: String

    package init(name: String, label: String) {
      self.name = name
      self.label = label
    }
  }
}
