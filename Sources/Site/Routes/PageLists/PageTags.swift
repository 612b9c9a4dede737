import Folding
import Knowledge

/// The tags of plain pages. Case doesn't count: the spelling that most pages have is shown.
struct PageTags {
  struct Tag {
    /// The folded name.
    let key: String
    let label: String
    /// The last part of the address.
    let slug: String
    let pages: [EntityID]
  }

  /// By name.
  private(set) var all: [Tag] = []

  init(_ pages: [EntityID], in graph: KnowledgeGraph) {
    var spellings: [String: [String: Int]] = [:]
    var owners: [String: [EntityID]] = [:]
    for page in pages {
      for tag in graph.tags(of: page) {
        let key = tag.foldedName
        spellings[key, default: [:]][tag, default: 0] += 1
        owners[key, default: []].append(page)
      }
    }
    var slugs = PartSlugs(taken: ListPart.folders)
    for (_, key) in owners.keys.map({ (NaturalKey($0), $0) }).sorted(by: <) {
      let label = spellings[key]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? key
      all.append(Tag(key: key, label: label, slug: slugs.slug(ofTag: key), pages: owners[key] ?? []))
    }
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
    var tags: [String] = []
    for field in schema[self[page].kind].tagFields {
      for value in self[page].today(field)?.preferredClaim?.value.items ?? [] {
        guard case .text(let tag) = value, !tags.contains(where: { $0.foldedName == tag.foldedName }) else {
          continue
        }
        tags.append(tag)
      }
    }
    return tags
  }
}

extension PartSlugs {
  /// Longer names are cut.
  private static let longest = 60

  /// Letters and digits of any script stay; the rest parts words.
  fileprivate mutating func slug(ofTag key: String) -> String {
    let words = key.unicodeScalars.prefix(PartSlugs.longest).split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        || scalar.properties.generalCategory == .nonspacingMark)
    }
    let name = words.map { String(Substring($0)) }.joined(separator: "-")
    let slug = name.isEmpty ? "tag" : name.hasPrefix("_") ? "tag" + name : name
    var number = 1
    while true {
      if let free = take(number == 1 ? slug : "\(slug)-\(number)") { return free }
      number += 1
    }
  }
}
