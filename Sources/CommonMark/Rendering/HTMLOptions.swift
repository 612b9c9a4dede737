/// How a document is rendered.
package struct HTMLOptions: Sendable {
  /// Leaves the level-1 heading out that the document starts with, where the page shows the title itself.
  package var skipsTitle = false
  /// Stands before the ids of headings and footnotes, and before links to them from within the document: for
  /// several documents on one page.
  package var idPrefix = ""
  /// The ids of headings and elements that have another on the page than in the document.
  package var renamedHeadings: [String: String] = [:]
  /// Added to the levels of headings, which stay within 1 to 6.
  package var headingShift = 0
  /// Renders a document that is one paragraph without `<p>`, as a field's value in running text.
  package var unwrapsParagraph = false
  /// The title of an aside for which the author gave none.
  package var asideTitle: @Sendable (AsideKind) -> String = { $0.title }
  /// What a screen reader says of the arrow from a footnote back to the text, before the reference's number.
  package var footnoteBackLabel = "Back to reference"

  /// Lets the keyboard reach code and tables, which scroll sideways where they are too wide for a page.
  package var reachesScrolling = false
  /// What stands for a citation, by the links to its sources; `nil` for these in parentheses.
  package var citation: @Sendable ([MarkdownLink]) -> [UInt8]? = { _ in nil }

  package init() {}
}
