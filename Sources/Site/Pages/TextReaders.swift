package import Knowledge

/// Which files of the website may show words of some texts. All others are what they were, where nothing but these texts has
/// changed and each has its outline still (`ParsedFile.outline`).
package struct TextReaders: Sendable {
  /// Those whose texts they are, those on whose pages they stand, and those that they link to, whose pages show the words
  /// around the link.
  private var entities: Set<EntityID> = []
  /// Those on whose lists one of these stands.
  private var kinds: Set<KindID> = []

  package init(_ texts: some Sequence<EntityID>, in site: SiteModel) {
    for text in texts {
      for entity in [text] + site.graph.mentions(from: text).map(\.to.entity) {
        entities.insert(entity)
        switch site.routes.sections.host(of: entity) {
        case .entity(let host): entities.insert(host)
        case .list(let kind): kinds.insert(kind)
        case nil: break
        }
      }
    }
  }

  package func includes(_ entry: SitePlan.Entry) -> Bool {
    switch entry.output {
    case .entity(let entity): entities.contains(entity)
    case .entityPart(let part): entities.contains(part.entity)
    case .list(let kind, _): kinds.contains(kind)
    case .facet, .redirect, .contentAsset, .themeAsset: false
    case .view(let page), .viewData(let page, _), .picture(let page), .entityPicture(let page, _):
      type(of: page.declared.view).readsTexts
    case .home, .pageList, .feed, .listFeed, .notFound, .search, .sitemap, .robots, .noJekyll: true
    }
  }
}
