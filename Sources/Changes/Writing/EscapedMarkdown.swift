import Diagnostics
import Knowledge

/// Whatever an author wrote, as Markdown that shows it: no markup, no link, no mention of anybody.
enum EscapedMarkdown {
  /// Every mark of punctuation that Markdown could obey, with a backslash before it. Mentions, numbers of issues and
  /// bare addresses become links whatever stands before them: an invisible joiner within keeps them apart.
  static func text(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let scalars = Array(text.onOneLine.printable.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let before = scalars[..<index]
      switch scalar {
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "&": escaped += "&amp;".unicodeScalars
      // A joiner behind the dot is not enough: it may stand in the host's name, from which browsers drop it.
      case "." where ends(before, in: "www"): escaped += "\u{2060}&#46;".unicodeScalars
      case _ where punctuation.contains(scalar) || beginsItem(scalar, before): escaped += ["\\", scalar]
      default: escaped.append(scalar)
      }
      if parts(scalar, before, scalars.dropFirst(index + 1).first) { escaped.append("\u{2060}") }
    }
    return String(escaped)
  }

  private static let punctuation: [Unicode.Scalar] = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "!", "|", "~", "$", "+", "@", "#",
  ]

  /// Whether a list would begin with a scalar: `-`, `1.`; brackets and other bullets are escaped wherever they stand.
  private static func beginsItem(_ scalar: Unicode.Scalar, _ before: ArraySlice<Unicode.Scalar>) -> Bool {
    switch scalar {
    case "-", "=": before.isEmpty
    case ".": !before.isEmpty && before.allSatisfy { ("0"..."9").contains($0) }
    default: false
    }
  }

  /// Whether a link would begin at a scalar: `@name`, `#1`, `GH-1`, `https://…`, `mailto:…`; and what GitLab knows
  /// beside these, such as `!1`, `%1`, `~name`.
  private static func parts(
    _ scalar: Unicode.Scalar, _ before: ArraySlice<Unicode.Scalar>, _ next: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "@", "#": true
    case ":": next == "/" || ends(before, in: "mailto") || ends(before, in: "xmpp")
    case "-": ends(before, in: "gh")
    case "!", "~", "%", "$", "^", "&":
      next.map { $0 == "\"" || $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    default: false
    }
  }

  /// Whether a text ends in a word, in any case.
  private static func ends(_ text: ArraySlice<Unicode.Scalar>, in word: String) -> Bool {
    String(String.UnicodeScalarView(text.suffix(word.count))).lowercased() == word
  }
}
