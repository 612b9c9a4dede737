import Diagnostics

/// Something that another tool would have read, and that stands on the page as the author wrote it.
struct Leftover: Equatable {
  var kind: LeftoverKind
  /// In the source.
  var offset: Int
  var length: Int
}

/// What other tools have in their Markdown, by the way out.
enum LeftoverKind: CaseIterable {
  case html, htmlTag, htmlAttribute, hugoShortcode, include, templateTag, admonition, container, tabs,
    snippet, embed, blockID,
    attributes
  case contents, math, mark, emoji, mdx, pluginCode

  /// What is told: the same of every place, so that these can be counted.
  var message: String { words.message }

  /// The way out.
  var help: String { words.help }

  private var words: (message: String, help: String) {
    switch self {
    case .html: Self.htmlWords
    case .htmlTag: Self.tagWords
    case .htmlAttribute: Self.attributeWords
    case .hugoShortcode:
      (
        "a shortcode of Hugo is shown as text",
        "write what it stands for in Markdown: a link, an image, an aside"
      )
    case .include:
      ("an include of Jekyll is shown as text", "copy the text that it includes to where it belongs")
    case .templateTag:
      (
        "template code, as of Liquid, is shown as text",
        "write what it stands for: an address, a link, the text"
      )
    case .admonition: ("an admonition is shown as text", Self.aside)
    case .container: ("a container (':::') is shown as text", Self.aside)
    case .tabs: ("tabs of MkDocs are shown as text", "give each tab a heading")
    case .snippet:
      ("a snippet of MkDocs is shown as text", "copy the text that it includes to where it belongs")
    case .embed:
      ("an embedded note is shown as a link to it", "leave it, or copy the text that it embeds")
    case .blockID:
      ("a block id of Obsidian is shown as text", "remove it, and link to a heading instead")
    case .attributes:
      ("attributes ('{: …}') are shown as text", "remove them; '# Title {#id}' gives a heading an id")
    case .contents:
      ("a mark for a table of contents is shown as text", "remove it: every long page has its contents")
    case .math:
      ("a formula is shown as text", "write it in words and signs such as CO₂ or 10⁶, or as a picture")
    case .mark: ("'==' is shown as text", "write '**' around what is to stand out")
    case .emoji: ("the name of a sign or emoji is shown as text", "write the sign itself, such as ✓")
    case .mdx: ("code of MDX is shown as text", "remove it, and write what it stands for in Markdown")
    case .pluginCode:
      ("code for a plug-in or a drawing is shown as code", "write its result in Markdown, or as a picture")
    }
  }

  private static let htmlWords = (
    "HTML is shown as text",
    "write it in Markdown; or set 'unsafe_html: true' in remit.yaml if you trust everyone who writes here"
  )

  private static let tagWords = (
    "a tag of HTML is left out",
    "an element needs both tags, in one item, quotation or cell, and a link has no link in it; or remove it"
  )

  private static let attributeWords = (
    "an attribute of HTML is left out",
    "leave it, or remove it: the theme says what pages look like"
  )

  private static let aside = "write it as '> [!note] Title', with '>' before each of its lines"
}

extension Leftover {
  func diagnostic(at position: Position, path: String) -> Diagnostic {
    Diagnostic(
      .leftoverSyntax, .note, kind.message, at: Place(path, position, length: length), help: kind.help)
  }
}
