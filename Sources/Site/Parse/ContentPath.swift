package import Diagnostics
import Folding
package import Knowledge

/// Which kind a content file is of, and its slug there: both follow from its path.
package struct ContentPath: Hashable, Sendable {
  package let kind: KindID
  package let slug: String

  /// - Parameter path: of a Markdown file, relative to the knowledge base's folder.
  package init(_ path: String, schema: Schema) {
    let inside = path.belowContent
    let name = MarkdownPath.stem(inside) ?? inside
    // A kind's folder may lie in another's: the innermost owns the file.
    var (owner, folder) = (KindID?.none, "")
    for id in schema.kindIDs where schema[id].folder.utf8.count > folder.utf8.count {
      if name.begins(with: schema[id].folder + "/") { (owner, folder) = (id, schema[id].folder) }
    }
    if let owner {
      kind = owner
      slug = name.without(start: folder + "/").map { String($0) } ?? name
    } else {
      kind = .page
      // Hugo's name for the page of a folder.
      let folder = MarkdownPath.folder(of: name)
      slug = DatedPost.readable(name == folder + "_index" ? folder + "index" : name)
    }
  }
}

extension ContentPath {
  /// Kinds of text in which Jekyll, Eleventy, Hugo and others read front matter.
  private static let texts = [
    ".html", ".htm", ".xhtml", ".txt", ".css", ".js", ".vtt", ".csv", ".tsv", ".mdx", ".mdoc", ".adoc",
    ".asciidoc",
    ".rst", ".org", ".textile", ".liquid", ".njk", ".hbs", ".ejs", ".pug", ".haml", ".webc", ".qmd", ".rmd",
    ".tex",
    ".typ", ".ad", ".pdc", ".pandoc",
  ]

  /// Whether a build looks into a file of the content: into Markdown, into what may be a record of changes, and into
  /// texts, pictures and data that may hold a script, or front matter that keeps them back.
  package static func isRead(_ path: String) -> Bool {
    MarkdownPath.isMarkdown(path) || path.hasSuffix(ChangesView.suffix)
      || ActiveFiles.mayHide(path)
      || texts.contains { path.foldedPath.ends(with: $0) }
  }
}

extension SourceText {
  package var isMarkdown: Bool { MarkdownPath.isMarkdown(path) }

  /// The path below `content/`.
  package var contentPath: String { path.belowContent }
}
