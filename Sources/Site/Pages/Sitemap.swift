/// The list of all pages for search engines (sitemaps.org).
enum Sitemap {
  /// In one file; more make a file for each so many, and `sitemap.xml` the list of these.
  static let mostAddresses = 50_000

  static let path = "sitemap.xml"

  static func path(ofPart number: Int) -> String { "sitemap-\(number).xml" }

  /// How many files there are beside `sitemap.xml`, numbered from 1.
  static func parts(of pages: Int, most: Int = mostAddresses) -> Int {
    pages > most ? (pages + most - 1) / most : 0
  }

  /// - Parameter addresses: of pages, whole and in their order.
  static func text(_ addresses: some Sequence<String>) -> String {
    list("urlset", "url", addresses)
  }

  /// - Parameter addresses: of the parts.
  static func index(_ addresses: some Sequence<String>) -> String {
    list("sitemapindex", "sitemap", addresses)
  }

  private static func list(_ name: String, _ item: String, _ addresses: some Sequence<String>) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<\(name) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for address in addresses { text += "<\(item)><loc>\(escapeXML(address))</loc></\(item)>\n" }
    return text + "</\(name)>\n"
  }
}

extension SiteModel {
  /// - Parameter part: its number, from 1; `nil` for `sitemap.xml` itself.
  func sitemap(part: Int?) -> [UInt8] {
    let pages = plan.entries.filter(\.isPage).map(\.path).sorted()
    let parts = Sitemap.parts(of: pages.count)
    if part == nil, parts > 0 {
      let addresses = (1...parts).lazy.compactMap { self.configuration.address(of: Sitemap.path(ofPart: $0)) }
      return Array(Sitemap.index(addresses).utf8)
    }
    let start = ((part ?? 1) - 1) * Sitemap.mostAddresses
    let own = pages.dropFirst(start).prefix(Sitemap.mostAddresses)
    return Array(Sitemap.text(own.lazy.compactMap { self.configuration.address(of: $0) }).utf8)
  }
}
