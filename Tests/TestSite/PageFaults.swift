import Foundation

/// What no website may have.
extension PublishedFiles {
  /// "page → href" for every relative link whose file or anchor doesn't exist.
  package var brokenLinks: [String] {
    let anchors = bytes.mapValues { bytes in
      Set(
        String(decoding: bytes, as: UTF8.self).matches(of: /\sid="([^"]+)"/).map { unescaped($0.output.1) })
    }
    return pages.filter { $0.key != "404.html" }.flatMap { path, page in
      page.matches(of: /(?:href|src)="([^"]*)"/).compactMap { match -> String? in
        let href = unescaped(match.output.1)
        guard !href.contains(":"), !href.hasPrefix("//") else { return nil }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        let target =
          parts[0].isEmpty ? path : resolve(parts[0].removingPercentEncoding ?? parts[0], from: path)
        guard let known = anchors[target] else { return "\(path) → \(href)" }
        guard parts.count > 1, !parts[1].isEmpty else { return nil }
        return known.contains(parts[1].removingPercentEncoding ?? parts[1]) ? nil : "\(path) → \(href)"
      }
    }.sorted()
  }

  /// "page: id" for every id that a page has twice.
  package var idsTwice: [String] {
    pages.flatMap { path, page in
      var seen: Set<String> = []
      return page.matches(of: /<[a-zA-Z][^<>]*?\sid="([^"]*)"/).map { unescaped($0.output.1) }
        .filter { !seen.insert($0).inserted }.map { "\(path): \($0)" }
    }.sorted()
  }

  /// "page: link" for every link in a link.
  package var linksInLinks: [String] {
    pages.flatMap { path, page in
      page.matches(of: /<a\s[^<>]*>(?:(?!<\/a>)[\s\S])*?<a\s[^<>]*>/).map { "\(path): \($0.output)" }
    }.sorted()
  }

  private func unescaped(_ text: Substring) -> String {
    text.replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
      .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&amp;", with: "&")
  }

  private func resolve(_ href: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in href.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
