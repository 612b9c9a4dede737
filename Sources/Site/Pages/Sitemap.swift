import Knowledge
import Templates

/// The list of all pages for search engines (sitemaps.org), or of its parts.
struct Sitemap: Sendable {
  /// The addresses of pages, or of the parts; whole, and in their order.
  var addresses: [String]
  /// By address: the day on which a page changed, where the knowledge base says it.
  var changed: [String: String] = [:]
  var isIndex = false

  static let path = "sitemap.xml"

  static func path(ofPart number: Int) -> String { "sitemap-\(number).xml" }
}

extension Sitemap {
  /// What one file lists: some of the pages, in the order of their paths.
  typealias Part = Range<Int>

  /// How much one file may hold.
  struct Limits {
    var addresses = 50_000
    var bytes = 50_000_000
  }

  /// The files beside `sitemap.xml`, where one is not enough.
  ///
  /// - Parameter paths: of all pages, in their order.
  static func parts(of paths: [String], baseURL: String, limits: Limits = Limits()) -> [Part] {
    var parts: [Part] = []
    var (start, bytes) = (0, 0)
    let base = Routes.ascii(baseURL).utf8.count + mostAround
    for (number, path) in paths.enumerated() {
      let size = base + Routes.ascii(Routes.encode(path)).utf8.count
      if number - start == limits.addresses || bytes + size > limits.bytes, number > start {
        parts.append(start..<number)
        (start, bytes) = (number, 0)
      }
      bytes += size
    }
    return parts.isEmpty ? [] : parts + [start..<paths.count]
  }

  /// So many bytes the template writes around an address, with the day and what it may escape.
  private static let mostAround = 100
}

extension Sitemap {
  static let template = "sitemap.xml"

  struct Page: Sendable {
    let address: String
    let changed: String?

    static let record = RecordType<Page>([
      .text("address", "of the page") { $0.address },
      .text("changed", "the day on which it changed, where the knowledge base says it") { $0.changed },
    ])
  }

  static let record = RecordType<Sitemap>([
    .flag("is_index", "the addresses are those of further parts") { $0.isIndex },
    .texts("addresses", "of pages, or of parts") { $0.addresses },
    .list("pages", "the same with what else is known; none in the list of parts", of: Page.record) { map in
      map.isIndex ? [] : map.addresses.map { Page(address: $0, changed: map.changed[$0]) }
    },
  ])
}

extension SiteModel {
  /// - Parameter part: its number, from 1; `nil` for `sitemap.xml` itself.
  func sitemap(part: Int?) -> Sitemap {
    let parts = plan.sitemapParts
    if part == nil, !parts.isEmpty {
      let paths = parts.indices.map { Sitemap.path(ofPart: $0 + 1) }
      return Sitemap(addresses: paths.compactMap(configuration.address), isIndex: true)
    }
    let pages = allPages.filter(\.entry.isPage).sorted { $0.path < $1.path }
    let own = part.map { pages[parts[$0 - 1]] } ?? pages[...]
    let days = PageDays(self)
    var map = Sitemap(addresses: [])
    for page in own {
      guard let address = configuration.address(of: page.path) else { continue }
      map.addresses.append(address)
      map.changed[address] = days.day(of: page.entry.output)
    }
    return map
  }
}
