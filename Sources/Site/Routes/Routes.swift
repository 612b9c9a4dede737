package import Knowledge

/// The address of every page of a graph.
///
/// A class, as every link asks it for something.
package final class Routes: Sendable {
  /// By entity: the path that a page of its own has or would have below the site's root, such as `agencies/sasac.html`.
  package let paths: [String]
  let sections: Sections
  /// By kind: the path of its list; `nil` for plain pages, which have none.
  package let lists: [String?]
  /// By kind: the pages of its list, where that is long.
  let listParts: [[ListPart]]
  /// By entity: the path as it's written in a link.
  private let encodedPaths: [String]
  private let encodedLists: [String?]
  /// Of things that are sections of a page of a long list: the path of that page, as it is and as it's written in a link.
  private let sectionPages: [EntityID: (path: String, encoded: String)]

  package static let home = "index.html"

  static let search = "search.html"

  package static let notFound = "404.html"

  /// - Parameter assets: the paths of the files that are published as they are.
  init(_ graph: KnowledgeGraph, _ sections: Sections, assets: [String]) {
    self.sections = sections
    let schema = graph.schema
    let slugs = Set(graph.entities.filter { schema[$0.kind].isPlainPage }.map(\.slug))
    let files = Set(assets)
    paths = graph.entities.map { entity in
      let kind = schema[entity.kind]
      guard kind.isPlainPage, MarkdownPath.isReadme(entity.slug) else {
        return Routes.path(kind: kind, slug: entity.slug)
      }
      let index = MarkdownPath.folder(of: entity.slug) + "index"
      let isIndex = !slugs.contains(index) && (index == "index" || !files.contains(index + ".html"))
      return Routes.path(kind: kind, slug: isIndex ? index : entity.slug)
    }
    lists = schema.kinds.map(\.listPath)
    encodedPaths = paths.map(Routes.encode)
    encodedLists = lists.map { $0.map(Routes.encode) }
    listParts = Routes.listParts(graph, sections)
    sectionPages = Routes.sectionPages(listParts, graph, sections)
  }

  /// A section of a section stands on the page of the letter of the outermost one.
  private static func sectionPages(
    _ listParts: [[ListPart]], _ graph: KnowledgeGraph, _ sections: Sections
  ) -> [EntityID: (path: String, encoded: String)] {
    var pages: [EntityID: (path: String, encoded: String)] = [:]
    for kind in graph.schema.kindIDs where !listParts[Int(kind.index)].isEmpty {
      let parts = listParts[Int(kind.index)]
      let numbers = Dictionary(
        parts.enumerated().flatMap { number, part in part.entities.map { ($0, number) } }
      ) { first, _ in first }
      let encoded = parts.map { Routes.encode($0.path) }
      for id in sections.sections(of: .list(kind)) {
        guard let number = numbers[graph.outermostSection(of: id)] else { continue }
        pages[id] = (parts[number].path, encoded[number])
      }
    }
    return pages
  }

  /// The things that are sections of a page of a list.
  func sections(of kind: KindID, at path: String) -> [EntityID] {
    sections.sections(of: .list(kind)).filter { self.path(of: $0) == path }
  }

  /// The pages of the lists of all kinds.
  static func listParts(_ graph: KnowledgeGraph, _ sections: Sections) -> [[ListPart]] {
    graph.schema.kindIDs.map { id in
      let kind = graph.schema[id]
      guard let path = kind.listPath else { return [] }
      return ListPart.parts(
        of: graph.entities(of: id), kind, path: path, sections: sections.sections(of: .list(id)).count,
        in: graph)
    }
  }

  /// A page called `a.html.md`, as Middleman has it, is `a.html`.
  package static func path(kind: Kind, slug: String) -> String {
    kind.isPlainPage ? slug.hasSuffix(".html") ? slug : slug + ".html" : kind.folder + "/" + slug + ".html"
  }

  /// The path of the page that shows an entity: its own, or the one of which it is a section.
  package func path(of entity: EntityID) -> String {
    switch sections.host(of: entity) {
    case nil: paths[Int(entity.index)]
    case .entity(let host): paths[Int(host.index)]
    case .list(let kind):
      sectionPages[entity]?.path ?? lists[Int(kind.index)] ?? paths[Int(entity.index)]
    }
  }

  /// The things that are sections of an entity's page.
  package func sections(of entity: EntityID) -> [EntityID] { sections.sections(of: .entity(entity)) }

  /// What stands behind the path of that page: for a section its place on it, else nothing.
  package func fragment(of entity: EntityID) -> String {
    sections.anchor(of: entity).map { "#" + Routes.encode($0) } ?? ""
  }

  /// The path of the page that shows an entity, and its place there.
  package func location(of entity: EntityID) -> String { path(of: entity) + fragment(of: entity) }

  /// What to write before a path to lead there from a page: `../` for each folder that the page is in.
  package static func root(from page: String) -> String {
    var root = ""
    for byte in page.utf8 where byte == UInt8(ascii: "/") { root += "../" }
    return root
  }

  package func href(to target: Target, root: String) -> String {
    guard let host = sections.host(of: target.entity) else {
      let path = root + encodedPaths[Int(target.entity.index)]
      guard let anchor = target.anchor else { return path }
      return path + "#" + Routes.encode(anchor)
    }
    let page =
      switch host {
      case .entity(let entity): encodedPaths[Int(entity.index)]
      case .list(let kind):
        sectionPages[target.entity]?.encoded ?? encodedLists[Int(kind.index)]
          ?? encodedPaths[Int(target.entity.index)]
      }
    let anchor = sections.anchor(of: target.entity).map { anchor in
      anchor + (target.anchor.map { Sections.separator + $0 } ?? "")
    }
    return root + page + "#" + Routes.encode(anchor ?? "")
  }

  package func href(toListOf kind: KindID, root: String) -> String? {
    encodedLists[Int(kind.index)].map { root + $0 }
  }

  /// Percent-encodes what a path in a URL must not hold; letters of any script stay readable.
  package static func encode(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { !needsEncoding($0) }
    if isPlain { return path }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if needsEncoding(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path or address that is encoded already, in ASCII: the form that sitemaps and feeds need, and that every program
  /// reads.
  package static func ascii(_ url: String) -> String {
    guard !url.utf8.allSatisfy({ $0 < 0x80 }) else { return url }
    return url.utf8.map { byte in
      byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func needsEncoding(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"),
      // A colon before the first slash would read as a scheme.
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

extension Kind {
  /// The path of its list; plain pages have none.
  fileprivate var listPath: String? { isPlainPage ? nil : folder + "/index.html" }
}
