package import Diagnostics

/// A file of the website, in one of its languages.
package struct SitePage: Sendable {
  package let site: SiteModel
  package let entry: SitePlan.Entry

  /// Below the root of the website.
  package var path: String { site.folder + entry.path }

  /// The file of the content that it is a copy of.
  package var copiedFile: SourceText? { site.copiedFile(entry) }

  /// Its bytes. A diagnostic means that a template could not be filled in.
  package func render() -> (bytes: [UInt8], diagnostics: [Diagnostic]) { site.render(entry) }
}

extension SiteModel {
  /// Every file of the website but those of the search, in all its languages.
  package var allPages: [SitePage] {
    ([self] + editions).flatMap { site in site.plan.entries.map { SitePage(site: site, entry: $0) } }
  }

  /// The file at a path below the root of the website.
  package func page(at path: String) -> SitePage? {
    let site = edition(at: path)
    return site.plan.entry(at: String(path.dropFirst(site.folder.count))).map {
      SitePage(site: site, entry: $0)
    }
  }

  /// The site of the language in whose folder a path is.
  func edition(at path: String) -> SiteModel { editions.first { path.hasPrefix($0.folder) } ?? self }
}
