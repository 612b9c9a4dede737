/// How a document is rendered.
package struct HTMLOptions: Sendable {
  /// Leaves the level-1 heading out that the document starts with, where the page shows the title itself.
  package var skipsTitle = false
  /// Stands before the ids of headings and footnotes, and before links to them from within the document: for
  /// several documents on one page.
  package var idPrefix = ""
  /// Added to the levels of headings, which stay within 1 to 6.
  package var headingShift = 0
  /// Renders a document that is one paragraph without `<p>`, as a field's value in running text.
  package var unwrapsParagraph = false
  /// The title of an aside for which the author gave none.
  package var asideTitle: @Sendable (AsideKind) -> String = { kind in
    switch kind {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }
  /// What a screen reader says of the arrow from a footnote back to the text.
  package var footnoteBackLabel = "Back to content"

  package init() {}
}
