import Diagnostics
import Files
import Pipeline
import Preview
import Site

extension ServedPage {
  /// In place of a page that cannot be made yet.
  static func mistakes(_ snapshot: Snapshot) -> ServedPage {
    let errors = snapshot.diagnostics.filter { $0.severity == .error }
    return mistakes(errors.isEmpty ? snapshot.diagnostics : errors, snapshot)
  }

  static func mistakes(_ diagnostics: [Diagnostic], _ snapshot: Snapshot) -> ServedPage {
    let printer = TextPrinter { snapshot.base.sources[$0] }
    return PreviewNotice(
      status: 500, title: "This page cannot be shown yet", mistakes: printer.print(diagnostics)
    ).page
  }

  /// - Parameter path: of the page, without the slash before it.
  static func redirect(to path: String) -> ServedPage {
    ServedPage(
      status: 302, contentType: "text/plain; charset=utf-8", location: "/" + Routes.encode(path), body: [])
  }

  static func notFound(_ path: String, in site: SiteModel) -> ServedPage {
    let near = site.plan.paths(near: String(path.dropFirst()))
    return PreviewNotice(
      status: 404, title: "There is no page \(path)", near: near, isLost: near.isEmpty
    ).page
  }
}
