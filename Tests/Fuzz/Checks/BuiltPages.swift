import Foundation

/// The files of a website, and where their links lead.
struct BuiltPages {
  private var pages: [String: Markup] = [:]
  private var paths: Set<String> = []

  /// What is wrong with a file, by what its name says it is; other files are the author's.
  mutating func add(_ bytes: [UInt8], at path: String) -> Problem? {
    paths.insert(path)
    if path.hasSuffix(".xml") {
      return Markup(bytes, isXML: true).problem.map { Problem("XML is well-formed", path + ": " + $0) }
    }
    guard path.hasSuffix(".html") else { return nil }
    let page = Markup(bytes)
    pages[path] = page
    return page.problem.map { Problem("HTML is well-formed", path + ": " + $0) }
  }

  /// The first link within the site whose file or anchor is not there.
  var linkProblem: Problem? {
    let ids = pages.mapValues { Set($0.ids.map(BuiltPages.unescaped)) }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) where path != "404.html" {
      for address in page.addresses.map(BuiltPages.unescaped) {
        if address.contains(":") || address.hasPrefix("//") { continue }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          .map { $0.removingPercentEncoding ?? String($0) }
        let target = parts[0].isEmpty ? path : BuiltPages.resolve(parts[0], from: path)
        let isThere = paths.contains(target)
        let hasAnchor = parts.count < 2 || parts[1].isEmpty || ids[target]?.contains(parts[1]) ?? true
        if !isThere || !hasAnchor { return Problem("links lead to files", "\(path) → \(address)") }
      }
    }
    return nil
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private static func resolve(_ address: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
