import Templates

/// The list of all pages for search engines (sitemaps.org), or of its parts.
struct Sitemap: Sendable {
  /// The addresses of pages, or of the parts; whole, and in their order.
  var addresses: [String]
  var isIndex = false

  /// In one file; more make a file for each so many, and `sitemap.xml` the list of these.
  static let mostAddresses = 50_000

  static let path = "sitemap.xml"

  static func path(ofPart number: Int) -> String { "sitemap-\(number).xml" }

  /// How many files there are beside `sitemap.xml`, numbered from 1.
  static func parts(of pages: Int, most: Int = mostAddresses) -> Int {
    pages > most ? (pages + most - 1) / most : 0
  }
}

extension Sitemap {
  static let template = "sitemap.xml"

  static let record = RecordType<Sitemap>([
    .flag("is_index", "the addresses are those of further parts") { $0.isIndex },
    .texts("addresses", "of pages, or of parts") { $0.addresses },
  ])
}

extension SiteModel {
  /// - Parameter part: its number, from 1; `nil` for `sitemap.xml` itself.
  func sitemap(part: Int?) -> Sitemap {
    let pages = plan.entries.filter(\.isPage).map(\.path).sorted()
    let parts = Sitemap.parts(of: pages.count)
    if part == nil, parts > 0 {
      let paths = (1...parts).map { Sitemap.path(ofPart: $0) }
      return Sitemap(addresses: paths.compactMap(configuration.address), isIndex: true)
    }
    let start = ((part ?? 1) - 1) * Sitemap.mostAddresses
    let own = pages.dropFirst(start).prefix(Sitemap.mostAddresses)
    return Sitemap(addresses: own.compactMap(configuration.address))
  }
}
