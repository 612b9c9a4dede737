import Diagnostics
import Preview
import Site
import Templates

/// A page of the preview's own: what it says where there is no page of the site to show. It has a template of its own,
/// since the site's may be what is wrong.
struct PreviewNotice {
  let status: Int
  let title: String
  /// As they are printed.
  var mistakes: String?
  /// Paths of the site that may have been meant.
  var near: [String] = []
  /// Whether there is nothing to go on.
  var isLost = false

  /// Compiled at the first notice. A test holds that nothing is wrong in it.
  static let template = TemplateSet.compile(
    [
      TemplateSource(
        name: "notice", text: SourceText(path: "notice.html", bytes: PackageResources.notice_html),
        escaping: .contextual)
    ], shapes: ["notice": shape])

  private static let shape = Shape.object([
    "title": .text, "mistakes": .text, "has_near": .flag, "is_lost": .flag,
    "near": .list(.object(["path": .text, "href": .text])),
  ])

  var page: ServedPage {
    let near = near.map { ["path": .text($0), "href": .text(Routes.encode($0))] as Value }
    let values: Value = [
      "title": .text(title), "mistakes": mistakes.map(Value.text) ?? .nothing, "near": .list(near),
      "has_near": .flag(!near.isEmpty), "is_lost": .flag(isLost),
    ]
    var bytes: [UInt8] = []
    _ = Self.template.set.render("notice", values, into: &bytes)
    return ServedPage(status: status, contentType: MediaType.html, body: bytes)
  }
}
