import Diagnostics
import Files
import Foundation
import Pipeline
import Site

/// A website in memory, with the links between its pages.
struct PublishedPages {
  var pages: [String: String] = [:]

  init(_ files: [SourceText]) async {
    let site = await KnowledgeBase(SourceTree(files)).site
    for entry in site.plan.entries {
      pages[entry.path] = String(decoding: site.render(entry).bytes, as: UTF8.self)
    }
  }

  /// "page → href" for every relative link whose file or anchor doesn't exist.
  var brokenLinks: [String] {
    let anchors = pages.mapValues { page in
      Set(page.matches(of: /\sid="([^"]+)"/).map { unescaped($0.output.1) })
    }
    return pages.filter { $0.key.hasSuffix(".html") && $0.key != "404.html" }.flatMap { path, page in
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
  var idsTwice: [String] {
    pages.filter { $0.key.hasSuffix(".html") }.flatMap { path, page in
      var seen: Set<String> = []
      return page.matches(of: /<[a-zA-Z][^<>]*?\sid="([^"]*)"/).map { unescaped($0.output.1) }
        .filter { !seen.insert($0).inserted }.map { "\(path): \($0)" }
    }.sorted()
  }

  /// "page: link" for every link in a link.
  var linksInLinks: [String] {
    pages.filter { $0.key.hasSuffix(".html") }.flatMap { path, page in
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
