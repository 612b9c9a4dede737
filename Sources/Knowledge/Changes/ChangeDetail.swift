/// One thing that is different about an entity.
package struct ChangeDetail: Hashable, Sendable {
  package enum Action: String, Hashable, Sendable, CaseIterable {
    case added, removed, changed

    package var mirrored: Action {
      switch self {
      case .added: .removed
      case .removed: .added
      case .changed: .changed
      }
    }
  }

  package enum Topic: String, Hashable, Sendable, CaseIterable {
    /// A value: `old`, `new` or both.
    case fact
    /// An item of a relation: `target`, and its qualifiers in `aspects`.
    case relation
    /// Who says what is said as before, and in which words: in `aspects`. Added or removed is a source.
    case evidence
    /// How the author sees a disagreement: in `aspects`.
    case assessment
    /// An alias.
    case name
    /// A record as a whole.
    case record
    /// The text below the front matter.
    case text
    /// A link in running text to `target`.
    case mention
  }

  /// A part of a statement beside its value: a qualifier of a relation, a quote, a state.
  package struct Aspect: Hashable, Sendable {
    package var name: String
    package var label: String
    package var old: String?
    package var new: String?

    package init(name: String, label: String, old: String?, new: String?) {
      self.name = name
      self.label = label
      self.old = old
      self.new = new
    }
  }

  package var action: Action
  package var topic: Topic
  /// The field's name in `schema.yaml`, with dots before the fields of records.
  package var field: String?
  /// The field's label, with those of the records before it.
  package var label: String?
  /// The id of the record that it's about or stands in.
  package var record: String?
  /// Of a text that is given by language.
  package var language: String?
  package var old: String?
  package var new: String?
  package var target: NamedEntity?
  /// Who says so; in the later state, where both have it.
  package var source: NamedEntity?
  package var scope: String?
  package var asOf: String?
  package var aspects: [Aspect] = []
  /// Of a text.
  package var wordsAdded: Int?
  package var wordsRemoved: Int?

  package init(_ action: Action, _ topic: Topic) {
    self.action = action
    self.topic = topic
  }
}
