/// Why a text is no value of its type: the words of a diagnostic whose place the reader knows.
package struct InvalidValue: Error, Hashable, Sendable {
  /// One sentence without a full stop, in lower case, naming things in single quotes.
  package var message: String
  /// What to write instead.
  package var help: String?
  /// The key of a long form that the mistake is in; `nil` for the whole value.
  package var field: String?

  package init(_ message: String, help: String? = nil, field: String? = nil) {
    self.message = message
    self.help = help
    self.field = field
  }
}

/// A text in single quotes, cut where it is too long for a message.
func quoted(_ text: String) -> String {
  let limit = 60
  let start = text.unicodeScalars.prefix(limit + 1)
  return start.count > limit ? "'\(String(start.dropLast()))…'" : "'\(text)'"
}
