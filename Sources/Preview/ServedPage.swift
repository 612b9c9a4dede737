/// What the server answers with, whatever made it.
package struct ServedPage: Sendable {
  /// An HTTP status, such as 200 or 404.
  package var status: Int
  /// A media type with its character set, such as `text/html; charset=utf-8`.
  package var contentType: String
  /// Where a redirect leads, as a path or URL; sent with the statuses 301, 302, 303, 307 and 308.
  package var location: String?
  package var body: [UInt8]
  /// Whether it is somebody's own file and not a page that was made here: scripts in it would run as if they were
  /// the preview's own, and so none may.
  package var isForeign = false

  package init(
    status: Int = 200, contentType: String, location: String? = nil, body: [UInt8], isForeign: Bool = false
  ) {
    self.isForeign = isForeign
    self.status = status
    self.contentType = contentType
    self.location = location
    self.body = body
  }

  var isHTML: Bool { mediaType == "text/html" }

  /// Whether a browser must not run what is in it. A PDF has no part in the preview's origin, and browsers refuse to
  /// show it under such a rule.
  var isSandboxed: Bool { isForeign && mediaType != "application/pdf" }

  private var mediaType: String { contentType.prefix { $0 != ";" && $0 != " " }.lowercased() }
}
