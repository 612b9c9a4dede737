import Folding

extension Facts {
  /// A value of a field, typed by the schema.
  package indirect enum FieldValue: Hashable, Sendable {
    /// A text, a URL, one of an enumeration, or `never` in place of a date.
    case text(String)
    case localized([LocalizedText])
    case markdown(Form.Text, source: String)
    case date(EDTFDate)
    case quantity(Quantity)
    case flag(Bool)
    case reference(ReferenceItem)
    case record(Record)
    case list([FieldValue])

    /// The single values of a list, or the value itself.
    @inlinable package var items: [FieldValue] {
      if case .list(let items) = self { items } else { [self] }
    }

    /// Whether it says that there is no date yet; asked only of fields that may say so (`Field.allowsNever`).
    var isNever: Bool { self == .text(Field.never) }

    /// The texts of a text value, each with its language.
    package func texts(language: String) -> [LocalizedText] {
      switch self {
      case .text(let text): [LocalizedText(language: language, text: text)]
      case .localized(let texts): texts
      default: []
      }
    }
  }

  /// One item of a relation, with its qualifiers.
  package struct ReferenceItem: Hashable, Sendable {
    package var reference: Form.Link
    package var qualifiers: [Qualifier] = []
    package var provenance = Form.Saying()
    /// When it holds; `nil` where nothing limits it.
    package var span: Span?

    package struct Qualifier: Hashable, Sendable {
      package var name: String
      package var label: String
      package var value: FieldValue
    }
  }

  /// A value with named fields; with an anchor it's a target for links.
  package struct Record: Hashable, Sendable {
    package var anchor: Form.Anchor?
    package var facts: [Fact]
    package var provenance: Form.Saying
    /// When it holds; `nil` where nothing limits it.
    package var span: Span?

    package func fact(_ field: Int) -> Fact? { facts.first { $0.field == field } }
  }
}

extension ReferenceItem {
  /// `nil` where the name leads nowhere, reported already.
  package var target: Target? { reference.target }
}

extension Record {
  package var id: String? { anchor?.anchor }
}

package struct LocalizedText: Hashable, Sendable {
  /// A language tag, such as `zh`.
  package var language: String
  package var text: String

  package init(language: String, text: String) {
    self.language = language
    self.text = text
  }
}

extension [LocalizedText] {
  /// The text for readers of a language; where there is none in it, the first.
  package func best(for language: String) -> LocalizedText? {
    LanguageTag(language)?.lookUp(among: map { $0.language }).map { self[$0] } ?? first
  }
}
