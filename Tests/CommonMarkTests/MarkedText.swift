import Diagnostics

@testable import CommonMark

/// A text with `1️⃣` and so on at the places that a test speaks of.
struct MarkedText {
  private(set) var text = ""
  private(set) var positions: [Position] = []

  init(_ marked: String) {
    var (line, column) = (1, 1)
    for character in marked {
      if character.unicodeScalars.count == 3, character.unicodeScalars.last == "\u{20E3}" {
        positions.append(Position(line: line, column: column))
        continue
      }
      text.append(character)
      column += String(character).utf8.count
      if character == "\n" { (line, column) = (line + 1, 1) }
    }
  }
}

/// A document at `page.md`.
func document(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> MarkdownDocument {
  parseMarkdown(Array(text.utf8)[...], path: "page.md", options: options)
}

func html(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
  document(text, options).html()
}
