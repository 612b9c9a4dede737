import CommonMark
import Diagnostics
import Knowledge

extension ParsedFile {
  /// Tells all that the pages of others may show of the file, but for the words around its links: its front matter, its headings
  /// and ids, its first paragraph, and where its links lead. Files with one outline have the same title, facts, names and relations.
  package var outline: [UInt8] {
    var bytes = Array(source.bytes[..<bodyStart])
    // The length of a part tells where it ends.
    func add(_ part: String?) { bytes += "\n\(part.map { String($0.utf8.count) } ?? "-") \(part ?? "")".utf8 }
    // Letters that nobody can read hold a page back wherever they stand.
    add(entity.isPublished ? nil : "held back")
    guard let body = entity.body else { return bytes }
    add(body.title)
    add(body.firstParagraph)
    add(body.nodes.count > 1 ? "text" : nil)
    for heading in body.headings {
      add("\(heading.level) \(heading.id)")
      add(heading.text)
    }
    for id in body.ids.sorted() { add(id) }
    for link in body.links {
      add("\(link.kind) \(link.isEmbed)")
      for part in [link.target, link.anchor, link.whole, link.source, link.at] { add(part) }
    }
    return bytes
  }
}
