package import Diagnostics
import Folding

/// How a file's `{{name}}` is made safe.
package enum Escaping: Hashable, Sendable {
  /// HTML: the escaping follows from where the tag stands, and tags where none is safe are errors.
  case contextual
  /// `& < > " '` become entities everywhere: XML.
  case basic
  /// Nothing is escaped: plain text.
  case none
}

/// One template file: its name in other templates, its text and its escaping.
package struct TemplateSource: Sendable {
  package var name: String
  package var text: SourceText
  /// Holds where the file is rendered by itself; a partial is escaped as the page that includes it.
  package var escaping: Escaping

  package init(name: String, text: SourceText, escaping: Escaping) {
    self.name = name
    self.text = text.withLineFeeds
    self.escaping = escaping
  }

  /// `templates/partials/fact.html` below `templates/` is `partials/fact` and escaped by context; `.xml` and
  /// `.svg` are escaped as XML; other files are not escaped.
  package init(_ text: SourceText, below folder: String) {
    var path = Substring(text.path)
    if path.hasPrefix(folder) { path = path.dropFirst(folder.count) }
    let file = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let dot = path[file...].lastIndex(of: ".") ?? path.endIndex
    self.init(name: String(path[..<dot]), text: text, escaping: Self.escaping(of: path[dot...]))
  }

  private static func escaping(of fileExtension: Substring) -> Escaping {
    switch fileExtension.asciiLowercased {
    case ".html", ".htm", ".mustache": .contextual
    case ".xml", ".svg", ".xsl": .basic
    default: .none
    }
  }
}
