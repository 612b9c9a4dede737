import Knowledge
import Templates

/// An entity whose own page has a picture, with its name in the file's address.
struct PicturedEntity: Hashable, Sendable {
  let entity: EntityID
  let slug: String
  /// The folder of the file, within that of the view.
  var folder = "claims"
  /// Of the facts of the first screen those that stand before it, as readers come for them; `nil` for all.
  let fields: Set<Int>?
}

/// The picture of a view on its page.
struct ShownPicture: Sendable {
  let picture: Picture
  let language: String
  /// Where it is had alone.
  let file: String

  init?(page: PageContext, view: ViewPage) {
    guard let path = view.picturePath,
      let picture = page.site.answers[view.declared]?.picture(of: view.part, on: page)
    else { return nil }
    (self.picture, language, file) = (picture, page.language, page.root + Routes.encode(path))
  }

  /// On an entity's own page.
  init?(page: PageContext, entity: EntityID) {
    guard let (view, pictured) = page.site.views.picture(of: entity),
      let picture = page.site.answers[view.declared]?.picture(of: entity, on: page)
    else { return nil }
    self.picture = picture
    (language, file) = (page.language, page.root + Routes.encode(view.path(of: pictured)))
  }

  static let record: RecordType<ShownPicture> = RecordType([
    .text("sentence", "what is to be seen, with numbers from the data") { $0.picture.sentence },
    .texts("remarks", "what else has to be said of it") { $0.picture.remarks },
    .flag("tells_all", "it leaves out nothing that the table has") { $0.picture.tellsAll },
    .text("href", "the address of the file that has it alone") { $0.file },
    .markup("wide", "the drawing as SVG, for wide screens and paper") { $0.svg($0.picture.wide) },
    .markup("narrow", "the same laid out for phones") { $0.svg($0.picture.narrow) },
  ])

  private func svg(_ drawing: Drawing) -> [UInt8] {
    let name = drawing.isNarrow ? "narrow" : "wide"
    return Array(PictureMarkup.inline(drawing, title: picture.title, as: name, language: language).utf8)
  }
}

extension SiteModel {
  /// The same of an entity's own page.
  func pictureFile(of entity: EntityID, by view: ViewPage) -> PictureFile? {
    let page = PageContext(self, root: configuration.baseURL ?? "", viewName: view.declared.name)
    return answers[view.declared]?.picture(of: entity, on: page).map {
      PictureFile(picture: $0, site: self, path: routes.path(of: entity))
    }
  }

  /// A view's picture to be had alone. Its links are whole addresses, or there are none.
  func pictureFile(of view: ViewPage) -> PictureFile? {
    let page = PageContext(
      self, root: configuration.baseURL.map { $0 + folder } ?? "", viewName: view.declared.name)
    return answers[view.declared]?.picture(of: view.part, on: page).map {
      PictureFile(picture: $0, site: self, path: view.path)
    }
  }
}
