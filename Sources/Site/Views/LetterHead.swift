import Templates

/// The heading of what begins with one letter.
struct LetterHead: Sendable {
  let text: String
  /// From 1: headings may be of any script, and an id is of few characters.
  let number: Int

  static let record = RecordType<LetterHead>([
    .text("letter", "the heading") { $0.text },
    .text("anchor", "its id on the page") { "letter-\($0.number)" },
  ])
}
