package import Knowledge

/// One file of the website.
package enum Output: Sendable {
  case home(index: EntityID?)
  case entity(EntityID)
  case entityPart(EntityPart)
  /// The list of a kind; of a long one each of its pages too, by its number.
  case list(KindID, part: Int?)
  case facet(Facet, part: Int?)
  /// What plain pages belong together; of a long list each of its pages too, by its number.
  case pageList(PageList.Subject, part: Int?)
  case view(ViewPage)
  /// What a view shows, for other programs.
  case viewData(ViewPage, ViewData.Format)
  /// What is new in a view, for feed readers.
  case feed(ViewPage)
  /// The newest of a kind, for feed readers.
  case listFeed(KindID)
  /// The picture of a view, to be had alone.
  case picture(ViewPage)
  /// The picture of an entity's own page, by the view that makes it.
  case entityPicture(ViewPage, EntityID)
  case redirect(to: EntityID)
  case notFound
  case search
  /// The list of pages; of a very large site the list of its parts, and each part by its number.
  case sitemap(part: Int?)
  /// What search engines may read, and where the sitemap is.
  case robots
  /// Keeps GitHub Pages from taking the site for a source of Jekyll's, which leaves out files that begin with `_`.
  case noJekyll
  /// A file of `content/`, by its number in the site.
  case contentAsset(Int)
  case themeAsset(Int)
}
