import Folding

/// Which files are Markdown, and what their names mean.
package enum MarkdownPath {
  static let suffixes = [".md", ".markdown"]

  /// The path without its suffix, in which case doesn't count; `nil` where it's no Markdown file's.
  package static func stem(_ path: String) -> String? {
    if path.utf8.suffix(3).elementsEqual(".md".utf8) { return String(path.dropLast(3)) }
    let end = String(path.unicodeScalars.suffix(10)).asciiLowercased
    return suffixes.first { end.ends(with: $0) }.map { String(path.unicodeScalars.dropLast($0.count)) }
  }

  package static func isMarkdown(_ path: String) -> Bool {
    path.utf8.suffix(3).elementsEqual(".md".utf8) || stem(path) != nil
  }

  /// Whether a page without another index beside it is its folder's: on GitHub and in MkDocs it is.
  package static func isReadme(_ slug: String) -> Bool {
    name(of: slug).asciiLowercased == "readme"
  }

  /// The last part of a path or a slug.
  package static func name(of path: String) -> String {
    path.divided(atLast: "/").map { String($0.after) } ?? path
  }

  /// The folder that a path is in, with a slash at its end; empty for the topmost.
  package static func folder(of path: String) -> String {
    path.divided(atLast: "/").map { $0.before + "/" } ?? ""
  }
}
