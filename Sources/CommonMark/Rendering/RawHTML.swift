/// The author's own HTML.
enum RawHTML {
  /// Whether it is one comment and nothing else: that is for other authors and shown to no reader.
  static func isComment(_ html: ArraySlice<UInt8>) -> Bool {
    let html = Array(html)
    let range = html.trimmed(0..<html.count)
    guard range.count >= 7, html.has("<!--", at: range.lowerBound, before: range.upperBound),
      html.has("-->", at: range.upperBound - 3, before: range.upperBound)
    else { return false }
    return html.first([.dash, .dash, .greater], in: range.lowerBound + 4..<range.upperBound - 1) == nil
  }

  /// Passes HTML through.
  ///
  /// - Parameter filtered: whether tags that change how the rest of the page is read are shown as text, as
  ///   GFM has
  ///   it.
  static func append(_ html: ArraySlice<UInt8>, filtered: Bool, to output: inout [UInt8]) {
    guard filtered else {
      output.append(contentsOf: html)
      return
    }
    let html = Array(html)
    for (offset, byte) in html.enumerated() {
      if byte == .less, startsFilteredTag(html, offset + 1) {
        output.append("&lt;")
      } else {
        output.append(byte)
      }
    }
  }

  private static func startsFilteredTag(_ html: [UInt8], _ offset: Int) -> Bool {
    let start = offset < html.count && html[offset] == .slash ? offset + 1 : offset
    return filteredTags.contains { tag in
      let end = start + tag.utf8CodeUnitCount
      guard html.has(tag, at: start, before: html.count, ignoringCase: true) else { return false }
      return end == html.count || html[end].isWhitespace || html[end] == .greater || html[end] == .slash
    }
  }

  private static let filteredTags: [StaticString] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]
}
