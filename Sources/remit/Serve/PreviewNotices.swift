import Diagnostics
import Files
import Pipeline
import Preview
import Site

/// Pages of the preview's own: what it says where there is no page of the site to show.
extension ServedPage {
  /// In place of a page that cannot be made yet.
  static func mistakes(_ snapshot: Snapshot) -> ServedPage {
    let errors = snapshot.diagnostics.filter { $0.severity == .error }
    return mistakes(errors.isEmpty ? snapshot.diagnostics : errors, snapshot)
  }

  static func mistakes(_ diagnostics: [Diagnostic], _ snapshot: Snapshot) -> ServedPage {
    let printer = TextPrinter { snapshot.base.sources[$0] }
    return notice(
      status: 500, title: "This page cannot be shown yet",
      body:
        "<p>It will be here once these are mended:</p>\n<pre>\(escapeXML(printer.print(diagnostics)))</pre>"
    )
  }

  /// - Parameter path: of the page, without the slash before it.
  static func redirect(to path: String) -> ServedPage {
    ServedPage(
      status: 302, contentType: "text/plain; charset=utf-8", location: "/" + Routes.encode(path), body: [])
  }

  static func notFound(_ path: String, in site: SiteModel) -> ServedPage {
    let near = site.plan.paths(near: String(path.dropFirst()))
    let list = near.map { "<li><a href=\"/\(escapeXML(Routes.encode($0)))\">\(escapeXML($0))</a></li>\n" }
      .joined()
    return notice(
      status: 404, title: "There is no page \(path)",
      body: near.isEmpty
        ? "<p><a href=\"/\">The home page</a> leads to all.</p>"
        : "<p>Near it are:</p>\n<ul>\n\(list)</ul>")
  }

  private static func notice(status: Int, title: String, body: String) -> ServedPage {
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(escapeXML(title))</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem; }
      h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
      pre { overflow-x: auto; padding: 1rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
      </style>
      </head>
      <body>
      <main>
      <h1>\(escapeXML(title))</h1>
      \(body)
      </main>
      </body>
      </html>

      """
    return ServedPage(status: status, contentType: MediaType.html, body: Array(page.utf8))
  }
}
