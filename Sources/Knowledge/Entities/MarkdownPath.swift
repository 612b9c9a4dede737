/// Which files are Markdown, and what their names mean.
package enum MarkdownPath {
  static let suffixes = [".md", ".markdown"]

  /// The path without its suffix, in which case doesn't count; `nil` where it's no Markdown file's.
  package static func stem(_ path: String) -> String? {
    if path.utf8.suffix(3).elementsEqual(".md".utf8) { return String(path.dropLast(3)) }
    let lowercased = path.suffix(10).lowercased()
    return suffixes.first { lowercased.hasSuffix($0) }.map { String(path.dropLast($0.count)) }
  }

  package static func isMarkdown(_ path: String) -> Bool {
    path.utf8.suffix(3).elementsEqual(".md".utf8) || stem(path) != nil
  }

  /// Whether a page without another index beside it is its folder's: on GitHub and in MkDocs it is.
  package static func isReadme(_ slug: String) -> Bool {
    slug.unicodeScalars.split(separator: "/").last.map { String($0).lowercased() } == "readme"
  }

  /// The folder that a path is in, with a slash at its end; empty for the topmost.
  package static func folder(of path: String) -> String {
    path.unicodeScalars.lastIndex(of: "/").map { String(path.unicodeScalars[...$0]) } ?? ""
  }
}
