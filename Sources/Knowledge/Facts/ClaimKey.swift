/// The keys by which an author says who says something: of every claim, record, item of a relation and alias.
///
/// A new one needs a case here, a member in `Provenance`, a line in the reader (`SayingReader`), and one in
/// what templates get of a statement. Exports, queries, the JSON Schema and comparisons follow from these.
package enum ClaimKey: String, CaseIterable, Sendable {
  case source, quote, at, scope
  case asOf = "as_of"
  case from, until, by, inferred, note

  package static let names = allCases.map(\.rawValue)

  /// Those that nobody would write for a value of their own.
  static let unmistakable: [ClaimKey] = [.source, .quote, .at, .inferred]

  /// What an editor shows beside the key.
  var help: String {
    switch self {
    case .source: "The source that says so"
    case .quote: "Its exact words"
    case .at: "The place in it: a page, an article, a heading"
    case .scope: "The part it is about"
    case .asOf: "The date it refers to"
    case .from: "The day from which it holds; a month or a year counts from its first day"
    case .until: "The day on which it has ended, and the next value begins"
    case .by: "The policy, decision or event that made it so"
    case .inferred: "Whether no source says it outright"
    case .note: "A remark"
    }
  }

  /// For people, in the middle of a line.
  package var label: String { self == .asOf ? "as of" : rawValue }

  /// Whether it says when something holds.
  package var isOfTime: Bool { self == .from || self == .until || self == .by }

  /// The type of what it says; `nil` for a name where the schema has no kind for what it names.
  func type(in schema: Schema) -> FieldType? {
    switch self {
    case .source: schema.sourceKind.map { .reference(Relation(targets: [schema[$0].name])) }
    case .asOf, .from, .until: .date
    case .by:
      schema.changeKinds.isEmpty
        ? nil : .reference(Relation(targets: schema.changeKinds.map { schema[$0].name }))
    case .inferred: .flag
    case .quote, .at, .scope, .note: .text
    }
  }
}

extension ClaimKey {
  /// A value of a key that needs no looking up, in words: a text as it is, a flag as yes.
  package static func words(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .date(let date): date.description
    case .flag(let flag): flag ? "yes" : "no"
    default: ""
    }
  }
}

extension Provenance {
  /// What a key says, as the value of a field of its type; `nil` where it says nothing.
  package subscript(key: ClaimKey) -> FieldValue? {
    switch key {
    case .source: source.map { .reference(ReferenceItem(reference: $0)) }
    case .quote: (quote?.text).map(FieldValue.text)
    case .at: at.map(FieldValue.text)
    case .scope: scope.map(FieldValue.text)
    case .asOf: asOf.map(FieldValue.date)
    case .from: (validity?.from).map(FieldValue.date)
    case .until: (validity?.until).map(FieldValue.date)
    case .by: (validity?.by).map { .reference(ReferenceItem(reference: $0)) }
    case .inferred: isInferred ? .flag(true) : nil
    case .note: note.map(FieldValue.text)
    }
  }
}
