import Knowledge
import Templates

extension SiteModel {
  func viewPage(_ page: ViewPage) -> Object {
    let root = Routes.root(from: page.path)
    let description = page.declared.description ?? theme.strings["view_\(page.declared.type)_text"]
    var values = common(path: page.path, root: root, title: page.title, description: description)
    let parts = parts(of: page, root: root)
    values["view"] = [
      "name": .text(page.declared.name),
      "title": .text(page.title),
      "description": description.map(Value.text) ?? .nothing,
      "csv": .text(root + Routes.encode(page.path(.csv))),
      "json": .text(root + Routes.encode(page.path(.json))),
      "is_part": .flag(page.part.slug != nil),
      "whole": page.part.slug == nil ? .nothing : whole(of: page, root: root),
      "subjects": .list(page.part.subjects.map { ViewCanvas(site: self, root: root).link($0) }),
      "parts": .list(parts), "has_parts": .flag(!parts.isEmpty),
    ]
    let own = page.declared.view.values(
      of: page.part, on: ViewCanvas(site: self, root: root, viewName: page.declared.name))
    for (name, value) in own.all { values.set(name, value) }
    return values
  }

  /// What the file beside a view's page says.
  package func text(of page: ViewPage, _ format: ViewData.Format) -> String {
    data(of: page).text(format, title: page.title, asOf: configuration.asOf?.description)
  }

  package func data(of page: ViewPage) -> ViewData { page.declared.view.data(of: page.part, in: self) }

  /// - Parameter title: of the link; the page's own where it's `nil`.
  func link(to page: ViewPage, root: String, title: String? = nil) -> Value {
    [
      "title": .text(title ?? page.title), "href": .text(root + Routes.encode(page.path)),
      "description": (page.declared.description ?? theme.strings["view_\(page.declared.type)_text"])
        .map(Value.text) ?? .nothing,
    ]
  }

  private func whole(of page: ViewPage, root: String) -> Value {
    views.page(stem: page.declared.name).map { link(to: $0, root: root) } ?? .nothing
  }

  /// The pages beside this one.
  private func parts(of page: ViewPage, root: String) -> [Value] {
    let parts = views.parts(of: page)
    if page.part.slug != nil, parts.count > ViewPart.mostNamed { return [] }
    return parts.map { other in
      [
        "title": .text(other.part.title ?? other.title), "href": .text(root + Routes.encode(other.path)),
        "is_current": .flag(other.stem == page.stem),
      ]
    }
  }
}

extension Shapes {
  /// What the template of every view gets.
  var viewHead: [String: Shape] {
    let link = Shape.object(["title": .text, "href": .text, "description": .text])
    return [
      "view": .object([
        "name": .text, "title": .text, "description": .text, "csv": .text, "json": .text, "is_part": .flag,
        "has_parts": .flag,
        "whole": link, "subjects": .list(ViewCanvas.linkShape),
        "parts": .list(.object(["title": .text, "href": .text, "is_current": .flag])),
      ])
    ]
  }
}
