import Diagnostics

/// Which fields will do for a setting.
package enum FieldNeed: String, Sendable {
  case date, quantity, reference, text, enumeration, record
  /// A text without markup, as names are.
  case plainText = "plain text"
  case any = "known"

  /// In front of "field", for messages.
  package var words: String { self == .any ? "a" : article }

  /// For messages.
  package var article: String { self == .enumeration ? "an enumeration" : "a \(rawValue)" }

  package func accepts(_ field: Field) -> Bool {
    switch (self, field.type) {
    case (.any, _), (.date, .date), (.quantity, .quantity), (.reference, .reference): true
    case (.record, .record): true
    case (.text, .text), (.text, .markdown), (.plainText, .text), (.enumeration, .enumeration): true
    default: false
    }
  }
}

/// Why a field that a setting names will not do.
package struct UnfitField: Error {
  package let message: String
  package let help: String
}

extension Kind {
  /// The number of the field that a setting names.
  package func fieldIndex(named name: String, for need: FieldNeed) throws(UnfitField) -> Int {
    let fitting = fields.filter { need.accepts($0) }.map(\.name)
    let help =
      fitting.isEmpty
      ? "it has no \(need.rawValue) fields"
      : "its \(need.rawValue) fields are " + fitting.joined(separator: ", ")
    guard let index = fieldIndex(named: name) else {
      throw UnfitField(
        message: "kind '\(self.name)' has no field '\(name)'" + didYouMean(name, among: fitting), help: help)
    }
    guard need.accepts(fields[index]) else {
      throw UnfitField(
        message: "'\(name)' of kind '\(self.name)' is \(fields[index].type.withArticle), not \(need.article)",
        help: help)
    }
    return index
  }
}
