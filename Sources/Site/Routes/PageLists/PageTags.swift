import Folding
import Knowledge

/// The tags of plain pages. Neither case counts nor whether blanks or dashes part words: the spelling that most pages have is
/// shown.
struct PageTags {
  struct Tag {
    /// The last part of its address.
    let slug: String
    let label: String
    let pages: [EntityID]
  }

  /// By name.
  private(set) var all: [Tag] = []

  init(_ pages: [EntityID], in graph: KnowledgeGraph) {
    var spellings: [String: [String: Int]] = [:]
    var owners: [String: [EntityID]] = [:]
    for page in pages {
      for tag in graph.tags(of: page) {
        let key = TagAddress.slug(of: tag)
        spellings[key, default: [:]][tag, default: 0] += 1
        owners[key, default: []].append(page)
      }
    }
    let tags = owners.map { slug, pages in
      let label = spellings[slug]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? slug
      return (NaturalKey(label.foldedName), Tag(slug: slug, label: label, pages: pages))
    }
    all = tags.sorted { a, b in a.0 < b.0 || !(b.0 < a.0) && a.1.slug < b.1.slug }.map(\.1)
  }

  /// The folder of their pages: one that no kind and no view has.
  static func folder(beside schema: Schema, views: [String]) -> String {
    let taken = Set(schema.kinds.compactMap { $0.folder.parts(at: "/").first.map { String($0) } } + views)
    return ["tags", "page-tags"].first { !taken.contains($0) } ?? "tags-of-pages"
  }

  /// The further pages of the list of all tags, by number.
  static func parts(of count: Int, at path: String) -> [ListPart] {
    guard count > ListPart.mostRows, let stem = path.without(end: "/" + Routes.home) else { return [] }
    return Array(0..<count).inPages(of: ListPart.mostRows).enumerated().map { number, page in
      ListPart(
        heading: .numbers(page: number + 1, first: page[0] + 1, last: page[0] + page.count),
        number: number + 1,
        path: "\(stem)/by-number/\(number + 1).html", entities: [])
    }
  }
}

extension KnowledgeGraph {
  /// The tags of a plain page, each once.
  func tags(of page: EntityID) -> [String] {
    var (tags, known): ([String], Set<String>) = ([], [])
    for field in schema[self[page].kind].tagFields {
      for value in self[page].today(field)?.preferredClaim?.value.items ?? [] {
        guard case .text(let tag) = value, known.insert(TagAddress.slug(of: tag)).inserted else { continue }
        tags.append(tag)
      }
    }
    return tags
  }
}
