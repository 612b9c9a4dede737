import Diagnostics
import Preview
import Site
import Templates

/// A page of the preview's own: what it says where there is no page of the site to show. It has a template of its own,
/// since the site's may be what is wrong.
struct PreviewNotice: Sendable {
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
    ], shapes: ["notice": [.record(record)]])

  private static let record = RecordType<PreviewNotice>([
    .text("title", "what happened") { $0.title },
    .text("mistakes", "as the terminal tells them") { $0.mistakes },
    .list("near", "pages of which one may be meant", of: near) { $0.near },
    .flag("is_lost", "there is nothing to go on") { $0.isLost },
  ])

  private static let near = RecordType<String>([
    .text("path", "its path") { $0 },
    .text("href", "its address") { Routes.encode($0) },
  ])

  var page: ServedPage {
    var bytes: [UInt8] = []
    _ = Self.template.set.render("notice", [Self.record.value(self)], into: &bytes)
    return ServedPage(status: status, contentType: MediaType.html, body: bytes)
  }
}
