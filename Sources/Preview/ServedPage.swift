/// What the server answers with, whatever made it.
package struct ServedPage: Sendable {
  /// An HTTP status, such as 200 or 404.
  package var status: Int
  /// A media type with its character set, such as `text/html; charset=utf-8`.
  package var contentType: String
  package var body: [UInt8]

  package init(status: Int = 200, contentType: String, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }
}
