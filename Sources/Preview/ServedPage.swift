/// What the server answers with, whatever made it.
package struct ServedPage: Sendable {
  /// An HTTP status, such as 200 or 404.
  package var status: Int
  /// A media type with its character set, such as `text/html; charset=utf-8`.
  package var contentType: String
  /// Where a redirect leads, as a path or URL; sent with the statuses 301, 302, 303, 307 and 308.
  package var location: String?
  package var body: [UInt8]

  package init(status: Int = 200, contentType: String, location: String? = nil, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.location = location
    self.body = body
  }

  var isHTML: Bool {
    contentType.prefix { $0 != ";" && $0 != " " }.lowercased() == "text/html"
  }
}
