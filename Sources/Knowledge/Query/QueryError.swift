/// What is wrong with a question that somebody typed: a usage error, as no content file is at fault.
package struct QueryError: Error, Hashable, Sendable {
  /// One sentence without a full stop, in lower case, naming things in single quotes.
  package var message: String
  /// What there is to choose from, or what to write instead.
  package var help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

extension QueryError: CustomStringConvertible {
  /// The message, and the help on a line of its own.
  package var description: String { help.map { "\(message)\n  help: \($0)" } ?? message }
}
