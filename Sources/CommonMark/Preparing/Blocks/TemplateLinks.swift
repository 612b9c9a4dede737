/// Destinations of links that other tools make of a tag: `[rules]({{< ref "rules.md" >}})` of Hugo,
/// `[budget]({% link budget.md %})`, `({% post_url 2024-03-05-council %})`, `({{ site.baseurl }}/about/)` and
/// `({{ '/about/' | relative_url }})` of Jekyll. The tag says which page it is, so the link leads there without the tool.
struct TemplateLink {
  /// What is to be written anew: the tags.
  let range: Range<Int>
  /// No longer than the tags.
  let destination: [UInt8]

  /// Longer tags are no such link.
  private static let reach = 500

  /// - Parameter start: the offset after `](`.
  init?(at start: Int, in bytes: [UInt8]) {
    var offset = bytes[start...].firstIndex { !$0.isSpaceOrTab } ?? bytes.count
    let first = offset
    var found: [UInt8] = []
    // `{{ site.url }}{{ site.baseurl }}` stands before a tag or an address.
    while found.isEmpty, let (tag, inner, end) = Self.tag(at: offset, in: bytes) {
      guard let said = tag.destination(inner) else { return nil }
      (found, offset) = (said, end)
    }
    guard offset > first, offset < bytes.count else { return nil }
    let ends = bytes[offset] == UInt8(ascii: ")") || bytes[offset].isWhitespace
    if found.isEmpty, ends || bytes[offset] == .hash { found = [.slash] }
    guard found.isEmpty ? bytes[offset] == .slash : ends || bytes[offset] == .hash else { return nil }
    if found.contains(.space) {
      guard ends else { return nil }
      found = [.less] + found + [.greater]
    }
    guard found.count <= offset - first else { return nil }
    (range, destination) = (first..<offset, found)
  }

  private enum Tag {
    case shortcode, output, command

    /// The page that the tag means, empty where it stands for nothing here; `nil` where it means no page.
    func destination(_ inner: String) -> [UInt8]? {
      let words = inner.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first else { return nil }
      switch self {
      case .shortcode where ["ref", "relref"].contains(first):
        let rest = inner.drop { $0.isWhitespace }.dropFirst(first.count).drop { $0.isWhitespace }
        return Self.path(rest.hasPrefix("path=") ? rest.dropFirst(5) : rest)
      case .command where ["link", "post_url"].contains(first) && words.count == 2:
        let rooted = words[1].hasPrefix("/") ? words[1] : "/" + words[1]
        return Self.path((first == "link" ? rooted : "/_posts" + rooted)[...])
      case .output:
        if Self.bases.contains(inner.filter { !$0.isWhitespace }) { return [] }
        let parts = inner.split(separator: "|").map { $0.trimmed }
        guard parts.count > 1, let sign = parts[0].first, sign == "'" || sign == "\"",
          parts.dropFirst().allSatisfy({ Self.filters.contains($0) }), let path = Self.path(parts[0][...])
        else { return nil }
        return path.first == .slash ? path : [.slash] + path
      default: return nil
      }
    }

    /// What stands in quotation marks, or a word without any.
    private static func path(_ text: Substring) -> [UInt8]? {
      var path = text.trimmed[...]
      for mark in ["\"", "'", "`"] where path.hasPrefix(mark) && path.hasSuffix(mark) && path.count > 1 {
        path = path.dropFirst().dropLast()
      }
      let isPath =
        !path.isEmpty && !path.unicodeScalars.contains { "()<>[]{}|\"'`\\\n".unicodeScalars.contains($0) }
      return isPath && !path.contains(":") && !path.contains("=") ? Array(path.utf8) : nil
    }

    private static let bases: Set<String> = ["site.baseurl", "site.url", "site.github.url", "base_path"]
    private static let filters: Set<String> = [
      "relative_url", "absolute_url", "relURL", "absURL", "url", "prepend: site.baseurl",
    ]
  }

  private static let tags: [(open: [UInt8], close: [UInt8], tag: Tag)] = [
    ("{{<", ">}}", .shortcode), ("{{%", "%}}", .shortcode), ("{%", "%}", .command), ("{{", "}}", .output),
  ].map { (Array($0.utf8), Array($1.utf8), $2) }

  /// The tag that begins at an offset, what stands in it, and the offset behind it.
  private static func tag(at offset: Int, in bytes: [UInt8]) -> (Tag, String, Int)? {
    for (open, close, tag) in tags where bytes[offset...].starts(with: open) {
      let inside = offset + open.count
      let limit = min(bytes.count, inside + reach)
      guard let end = bytes.first(close, in: inside..<limit) else { return nil }
      let inner = bytes[inside..<end]
      guard !inner.contains(.newline) else { return nil }
      return (tag, String(decoding: inner, as: UTF8.self), end + close.count)
    }
    return nil
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    let blanks = start.reversed().prefix { $0.isWhitespace }.count
    return String(start.dropLast(blanks))
  }
}
