/// How Markdown is read.
package struct MarkdownOptions: Hashable, Sendable {
  /// Everything beyond CommonMark: tables, footnotes, wiki links, citations, strikethrough, task lists,
  /// asides, bare URLs.
  package var extensions: Bool
  /// Passes raw HTML and any URL through.
  package var unsafeHTML: Bool

  /// Whether `==text==` is marked.
  package var marks: Bool

  package init(extensions: Bool = true, unsafeHTML: Bool = false, marks: Bool = false) {
    self.extensions = extensions
    self.unsafeHTML = unsafeHTML
    self.marks = marks && extensions
  }

  /// CommonMark 0.30 to the letter.
  package static let strictCommonMark = MarkdownOptions(extensions: false, unsafeHTML: true)
}
