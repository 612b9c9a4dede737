import Foundation

/// What readers see of a page, in few lines: the main part as text with its links, images and headings, so that a
/// change of the theme's elements and classes changes nothing here.
struct ReadPage {
  let text: String

  init(_ html: String) {
    var text = html.firstMatch(of: /<main[\s\S]*<\/main>/).map { String($0.output) } ?? html
    text = text.replacing(/<(script|svg|button)[\s\S]*?<\/\1>/, with: "")
    text = text.replacing(/<nav class="toc[\s\S]*?<\/nav>/, with: "")
    text = text.replacing(/<pre[^>]*>([\s\S]*?)<\/pre>/) { "\n```\n\($0.output.1)```\n" }
    text = text.replacing(/<img([^>]*)>/) { match in
      "![\(Self.value("alt", in: match.output.1))](\(Self.value("src", in: match.output.1)))"
    }
    text = text.replacing(/<a (?:[^>]*?\s)?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/) { match in
      "[\(match.output.2)](\(match.output.1))"
    }
    for (tag, sign) in [("strong", "**"), ("em", "*"), ("code", "`"), ("mark", "=="), ("del", "~~")] {
      text = text.replacingOccurrences(of: "<\(tag)>", with: sign)
      text = text.replacingOccurrences(of: "</\(tag)>", with: sign)
    }
    text = text.replacing(/<h([1-6])[^>]*>/) {
      "\n" + String(repeating: "#", count: Int($0.output.1) ?? 1) + " "
    }
    text = text.replacing(/<li[^>]*>\s*(?:<p>)?/, with: "\n- ")
    text = text.replacing(/(<\/t[dh]>)?\s*<t[dh](?:\s[^>]*)?>\s*/, with: " | ")
    text = text.replacing(/<(aside|blockquote|details|figure|table|section|dl)(?:\s[^>]*)?>/) {
      "\n<\($0.output.1)>\n"
    }
    text = text.replacing(/<\/(aside|blockquote|details|figure|table|section|dl)>/) {
      "\n</\($0.output.1)>\n"
    }
    text = text.replacing(
      /<\/?(p|div|tr|header|nav|summary|figcaption|article|h[1-6])(?:\s[^>]*)?>/, with: "\n")
    text = text.replacing(/<\/dt>/, with: ": ").replacing(/<\/dd>/, with: " ")
    text = text.replacing(Self.otherTag, with: "")
    text = text.replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    self.text = lines.filter { !$0.isEmpty && $0 != "-" }.map { $0 + "\n" }.joined()
  }

  private static var otherTag: Regex<(Substring, Substring)> {
    /<\/?(?!aside>|blockquote>|details>|figure>|table>|section>|dl>)([a-zA-Z][^>]*)>/
  }

  private static func value(_ name: String, in attributes: Substring) -> Substring {
    let found = attributes.matches(of: /([a-z]+)="([^"]*)"/).first { $0.output.1 == name }
    return found?.output.2 ?? ""
  }
}
