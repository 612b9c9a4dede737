import Folding

/// What a destination as CommonMark gives it says: a URL, a path from the file's folder or from the top of `content/`, or
/// a place on the same page.
package enum LinkDestination {
  /// Whether it is for browsers to follow: nothing at all, or an address with a scheme or a host.
  package static func isElsewhere(_ text: String) -> Bool {
    text.isEmpty || text.begins(with: "//") || hasScheme(text)
  }

  /// A letter, then letters, digits, `+`, `-` and `.`, then a colon (RFC 3986, section 3.1).
  private static func hasScheme(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let colon = scalars.firstIndex(of: ":"), let first = scalars.first, first.isLatinLetter else {
      return false
    }
    return scalars[..<colon].allSatisfy {
      $0.isLatinLetter || $0.isDigit || $0 == "+" || $0 == "-" || $0 == "."
    }
  }

  /// The path, without percent signs, and what stands behind `#`.
  static func split(_ text: String) -> (path: String, fragment: String?) {
    (writtenPath(of: text).percentDecoded, Anchor.split(text).anchor)
  }

  /// The path as it is written, before `?` and `#`.
  package static func writtenPath(of text: String) -> String {
    String(Anchor.split(text).before.parts(at: "?", maxSplits: 1)[0])
  }

  /// The path below `content/` that a path written in a file means; `nil` where it leads out of `content/`.
  package static func contentPath(_ written: String, from file: String) -> String? {
    var parts =
      written.begins(with: "/") ? [] : file.parts(at: "/").dropFirst().dropLast().map(String.init)
    for part in written.parts(at: "/", omittingEmpty: true) {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// Whether a path is written as a folder's.
  package static func isFolder(_ written: String) -> Bool {
    ["", ".", ".."].contains(written.parts(at: "/").last ?? "")
  }
}
