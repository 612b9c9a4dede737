/// What search engines are told at the top of a host (RFC 9309): that they may read all, and where the sitemap is.
enum Robots {
  static let path = "robots.txt"
}

extension SiteModel {
  var robots: [UInt8] {
    let sitemap = configuration.address(of: Sitemap.path).map { "\nSitemap: \($0)\n" } ?? ""
    return Array(("User-agent: *\nAllow: /\n" + sitemap).utf8)
  }
}
