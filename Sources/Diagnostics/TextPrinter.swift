/// Prints diagnostics for people: place, id, message, the source line with a caret, notes and help.
package struct TextPrinter: Sendable {
  /// Whether to colour with ANSI escapes.
  package var colour: Bool
  /// Gives a file's text for the excerpt; `nil` leaves the excerpt out.
  package var source: @Sendable (_ path: String) -> SourceText?

  package init(colour: Bool = false, source: @escaping @Sendable (_ path: String) -> SourceText?) {
    self.colour = colour
    self.source = source
  }

  package func print(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.sortedAndShortened().map { print($0) }.joined()
  }

  /// What fits on a screen, and how many more there are.
  package func digest(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    let groups = DiagnosticGroups(diagnostics.sorted().map(\.withoutPasswords))
    for most in DiagnosticDigest.steps {
      let digest = DiagnosticDigest(groups, most: most)
      text = digest.entries.map { print($0.diagnostic, isShort: $0.isShort) }.joined()
      if digest.left > 0 {
        let isOne = digest.left == 1
        text +=
          "\(digest.left) \(isOne ? "is" : "are") not shown here; --verbose prints \(isOne ? "it" : "each")\n"
      }
      if text.utf8.count(where: { $0 == 0x0A }) <= DiagnosticDigest.screen { break }
    }
    return text
  }

  /// - Parameter isShort: whether the line that it's about is left out.
  package func print(_ diagnostic: Diagnostic, isShort: Bool = false) -> String {
    var text = ""
    let excerpt = diagnostic.place.flatMap(excerpt)
    if let place = diagnostic.place {
      text += paint(
        "\(place.path.printable.printableLines):\(place.position.line):\(excerpt?.column ?? Int(place.position.column)): ",
        .bold)
    }
    text += paint(
      "\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]", style(of: diagnostic.severity))
    text += ": \(diagnostic.message.printable)\n"
    if let excerpt, !isShort { text += excerpt.text }
    for note in diagnostic.notes {
      let place = note.place.map { "\($0.path.printable):\($0.position.line): " } ?? ""
      text += "  note: \(place)\(note.message.printable)\n"
    }
    if let help = diagnostic.help { text += paint("  help: ", .green) + help.printable + "\n" }
    return text
  }

  /// In characters; of a longer line only what is around the place is shown.
  private static let longestExcerpt = 160

  /// The source line of a place with a caret below it, and the place's column in characters, from 1; `nil` where
  /// there is no such line.
  package func excerpt(at place: Place) -> (text: String, column: Int)? {
    guard let line = source(place.path)?.line(Int(place.position.line)) else { return nil }
    let column = min(max(Int(place.position.column) - 1, 0), line.count)
    let mark = line.startIndex + column
    // Of a line that may be megabytes long, only the bytes that can be shown are decoded.
    let room = 4 * Self.longestExcerpt
    let before = decoded(line[max(line.startIndex, mark - room)..<mark])
    let after = decoded(line[mark..<min(line.endIndex, mark + room)])
    let marked = decoded(line[mark..<min(line.endIndex, mark + max(1, min(place.length, room)))])
    let isLong = line.count > room || before.count + after.count > Self.longestExcerpt
    let shownBefore = isLong ? before.suffix(Self.longestExcerpt / 2) : before[...]
    let shownAfter = isLong ? after.prefix(Self.longestExcerpt / 2) : after[...]
    let start = shownBefore.count < before.count || mark - line.startIndex > room ? "…" : ""
    let end = shownAfter.count < after.count || line.endIndex - mark > room ? "…" : ""
    let number = String(place.position.line)
    let gutter = String(repeating: " ", count: number.count)
    // A tab stays a tab, so that the caret stands under its character at any tab width.
    let window = (Array(shownBefore) + shownAfter).withoutPasswords
    let left = text(window.prefix(shownBefore.count))
    let indent = start.map { _ in " " }.joined() + left.unicodeScalars.map(blanks).joined()
    let width = text(marked.prefix(Self.longestExcerpt / 2)).unicodeScalars.reduce(0) {
      $0 + blanks(as: $1).count
    }
    let caret = paint(String(repeating: "^", count: max(1, width)), .red)
    let shown = (start + left + text(window.dropFirst(shownBefore.count)) + end).printable
    let scalars = line[..<mark].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return ("  \(number) | \(shown)\n  \(gutter) | \(indent)\(caret)\n", scalars + 1)
  }

  /// The characters of some bytes of a line; those of a character that is cut at the start are left out.
  private func decoded(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self).unicodeScalars)
  }

  private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text.printable
  }

  /// Han and full-width characters take two columns in a terminal.
  private func blanks(as scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "\t"
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: ""
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      "  "
    default: " "
    }
  }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case green = "32"
    case blue = "1;34"
  }

  private func style(of severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
