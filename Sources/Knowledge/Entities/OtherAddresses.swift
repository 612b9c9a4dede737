import Diagnostics
import FrontMatter

/// Where a plain page was on the website that another generator made of it, by what its front matter says: `permalink`
/// (Jekyll, Eleventy), `url` and `slug` (Hugo, Docusaurus), `redirect_from` (Jekyll), and of Jekyll's posts their
/// names. Each begins with a slash.
///
/// A pattern (`/:year/:title/`), code (`/{{ title }}/`) and an address elsewhere are none.
enum OtherAddresses {
  /// - Parameter path: the file's, below `content/`.
  static func said(by entries: [YAMLNode.Entry], path: String) -> [Written] {
    let post = DatedPost(path)
    let said = entries.filter { post == nil || $0.key != "slug" }.flatMap { entry in
      texts(entry.value).compactMap { text in
        address(text.text, key: entry.key, path: path).map { Written($0, at: text.position) }
      }
    }
    return said + [post?.address(entries)].compactMap(\.self).map { Written($0, at: .start) }
  }

  private static func texts(_ node: YAMLNode) -> [Written] {
    let nodes = if case .sequence(let items) = node.content { items } else { [node] }
    return nodes.compactMap { node in node.text.map { Written($0, at: node.position) } }
  }

  private static func address(_ text: String, key: String, path: String) -> String? {
    guard !text.isEmpty, !text.unicodeScalars.contains(where: { ":{}*?# \t\n\\".unicodeScalars.contains($0) })
    else { return nil }
    switch key {
    case "redirect_from": return rooted(text)
    // Other words, such as 'pretty', name a pattern.
    case "permalink", "url": return text.contains("/") || text.hasSuffix(".html") ? rooted(text) : nil
    case "slug": return text.hasPrefix("/") ? text : slug(text, path: path)
    default: return nil
    }
  }

  private static func rooted(_ text: String) -> String { text.hasPrefix("/") ? text : "/" + text }

  /// It stands for the file's name, and where that is `index` for its folder's.
  private static func slug(_ text: String, path: String) -> String? {
    let name = MarkdownPath.name(of: MarkdownPath.stem(path) ?? path)
    guard !text.contains("/"), !["_index", "README"].contains(name) else { return nil }
    let folder = MarkdownPath.folder(of: path)
    guard name == "index" else { return "/\(folder)\(text)/" }
    return folder.isEmpty ? nil : "/\(MarkdownPath.folder(of: String(folder.dropLast())))\(text)/"
  }
}
