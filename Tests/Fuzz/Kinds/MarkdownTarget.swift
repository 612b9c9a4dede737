import CommonMark
import Diagnostics
import TestSupport

/// A page's text, to its HTML.
struct MarkdownTarget: FuzzTarget {
  let tokens = RandomDocument.pieces.map { $0.replacing("W", with: "word").replacing("D", with: "n1") }

  func made(_ dice: inout Dice) -> [UInt8]? { Array(RandomDocument(seed: dice.number()).text.utf8) }

  func problem(of input: [UInt8]) async -> Problem? {
    let source = SourceText(path: "page.md", bytes: input)
    for options in [MarkdownOptions(), MarkdownOptions(unsafeHTML: true), .strictCommonMark] {
      let document = parseMarkdown(input[...], path: "page.md", options: options)
      let html = document.html()
      for link in document.links { _ = document.sentence(around: link) }
      _ = document.firstParagraph
      if let problem = treeProblem(in: document) { return Problem("the tree is well-formed", problem) }
      guard !options.unsafeHTML else { continue }
      if let problem = PrintedDiagnostics(document.diagnostics, of: [source]).problem { return problem }
      let markup = Markup(Array(html.utf8))
      if let problem = markup.problem { return Problem("HTML is well-formed", problem) }
      if let word = lostWord(in: input, document, html) { return Problem(Rules.words, word) }
    }
    return nil
  }

  /// Of a text that `RandomDocument` made, each word is shown.
  private func lostWord(in input: [UInt8], _ document: MarkdownDocument, _ html: String) -> String? {
    // What is not shown is said: a second definition of a footnote, and what nothing refers to.
    if document.diagnostics.contains(where: { [.duplicateFootnote, .unusedFootnote].contains($0.id) }) {
      return nil
    }
    let shown = Set(KnownWords.all(in: Array(html.utf8)))
    return KnownWords.all(in: input).first { !shown.contains($0) }
  }
}
