import Diagnostics
import Folding

/// How a file that is no page begins.
enum BeginningOfFile {
  /// Whether it has a byte order mark of UTF-16, or of UTF-32.
  static func hasMark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Whether it begins as front matter does, of YAML, TOML or, in a text, JSON; or so that nobody can read it.
  static func mayBeFrontMatter(_ source: SourceText) -> Bool {
    let bytes = source.bytes
    if hasMark(bytes) { return true }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if text.starts(with: "---".utf8) || text.starts(with: "+++".utf8) { return true }
    if text.first == UInt8(ascii: "{") {
      return hasJSONBefore.contains { source.path.foldedPath.ends(with: $0) }
    }
    // UTF-16 without a mark.
    return "-+{".utf8.contains { text.starts(with: [$0, 0]) || text.starts(with: [0, $0]) }
  }

  /// What is JSON itself may well say "draft" of something else.
  private static let hasJSONBefore = [".html", ".htm", ".xhtml", ".txt"]
}
