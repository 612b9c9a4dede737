import Knowledge

/// One thing that is different about an entity.
package struct ChangeDetail: Hashable, Sendable {
  /// What became of it.
  package enum Action: String, Hashable, Sendable, CaseIterable {
    case added, removed, changed
  }

  /// What it's about, which says what the members hold.
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

  /// What a change that was made did to a value.
  package enum Move: String, Hashable, Sendable, CaseIterable {
    case postponed
    case broughtForward = "brought-forward"
    case replaced

    /// Of two dates the later end counts.
    init(from old: FieldValue, to new: FieldValue) {
      guard case (.date(let old), .date(let new)) = (old, new), old.latest != new.latest else {
        self = .replaced
        return
      }
      self = old.latest < new.latest ? .postponed : .broughtForward
    }

    package var words: String {
      switch self {
      case .postponed: "postponed"
      case .broughtForward: "brought forward"
      case .replaced: "changed"
      }
    }
  }

  /// A part of a statement beside its value: a qualifier of a relation, a quote, a state.
  package struct Aspect: Hashable, Sendable {
    /// The qualifier's name in `schema.yaml`, or the key of the claim: "role", "quote".
    package var name: String
    /// The name for people; that of a claim's key is English.
    package var label: String
    /// `nil` where there was none.
    package var old: String?
    /// `nil` where there is none.
    package var new: String?

    /// Whether it's a key of claims or of an assessment and no field of the schema, so that its label is only its name in English.
    package var isKey: Bool {
      label == ClaimKey(rawValue: name)?.label ?? AssessmentKey(rawValue: name)?.label ?? name
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
  /// The language of a text that is given by language.
  package var language: String?
  /// What was said, in words, on one line.
  package var old: String?
  /// What is said, in words, on one line.
  package var new: String?
  /// What a change that was made did to it: from `old` to `new`. When and by what is in `aspects`.
  package var move: Move?
  /// What a relation or a mention leads to.
  package var target: NamedEntity?
  /// Who says so; in the later state, where both have it.
  package var source: NamedEntity?
  /// What the statement holds for.
  package var scope: String?
  /// The day, month or year for which the statement holds, in EDTF.
  package var asOf: String?
  /// What is different, or what came or went, beside the value.
  package var aspects: [Aspect] = []
  /// How many words a text has that it had not.
  package var wordsAdded: Int?
  /// How many words a text had that it has not.
  package var wordsRemoved: Int?

  init(_ action: Action, _ topic: Topic) {
    self.action = action
    self.topic = topic
  }
}

extension ChangeDetail: Recorded {
  static let what = "a detail"
  static let blank = ChangeDetail(.changed, .fact)
  static let members: [Member<ChangeDetail>] = [
    .choice("change", \.action), .choice("of", \.topic), .text("field", \.field), .text("label", \.label),
    .text("record", \.record), .text("language", \.language), .text("old", \.old), .text("new", \.new),
    .optionalChoice("move", \.move), .object("target", \.target), .object(ClaimKey.source.rawValue, \.source),
    .text(ClaimKey.scope.rawValue, \.scope), .text(ClaimKey.asOf.rawValue, \.asOf),
    .list("aspects", \.aspects), .number("words_added", \.wordsAdded),
    .number("words_removed", \.wordsRemoved),
  ]
}

extension ChangeDetail.Aspect: Recorded {
  static let what = "an aspect"
  static let blank = ChangeDetail.Aspect(name: "", label: "")
  static let members: [Member<ChangeDetail.Aspect>] = [
    .required("name", \.name), .text("label", \.label, orElse: \.name), .text("old", \.old),
    .text("new", \.new),
  ]
}
