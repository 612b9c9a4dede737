/// An answer as it goes over the connection.
struct Answer: Sendable {
  var status: Int
  /// Beside those that every answer has.
  var fields: [RequestHead.Field] = []
  var body: [UInt8]
  /// What of the body is sent.
  var part: Range<Int>

  init(status: Int, fields: [RequestHead.Field] = [], body: [UInt8]) {
    self.status = status
    self.fields = fields
    self.body = body
    part = 0..<body.count
  }

  init(_ refusal: Refusal) {
    self.init(
      status: refusal.status,
      fields: [.init(name: "Content-Type", value: "text/plain; charset=utf-8")],
      body: Array("\(refusal.reason)\n".utf8))
    if refusal.status == 405 { fields.append(.init(name: "Allow", value: "GET, HEAD")) }
  }

  /// The head's bytes, up to and with its empty line.
  func head(keepsAlive: Bool) -> [UInt8] {
    var fields = fields
    if status != 304 { fields.append(.init(name: "Content-Length", value: String(part.count))) }
    fields.append(.init(name: "Connection", value: keepsAlive ? "keep-alive" : "close"))
    return Self.head(status: status, fields: fields)
  }

  static func head(status: Int, fields: [RequestHead.Field]) -> [UInt8] {
    var text = "HTTP/1.1 \(status) \(reasons[status] ?? "Other")\r\n"
    for field in fields + always { text += "\(field.name): \(harmless(field.value))\r\n" }
    return Array((text + "\r\n").utf8)
  }

  /// No other site may read what is served here, no type is guessed, nothing is kept without being asked for
  /// again. That no field of CORS is ever sent is part of this.
  private static let always: [RequestHead.Field] = [
    .init(name: "Cache-Control", value: "no-cache"),
    .init(name: "X-Content-Type-Options", value: "nosniff"),
    .init(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    .init(name: "Referrer-Policy", value: "no-referrer"),
  ]

  /// A line end in a value would begin another field.
  private static func harmless(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  private static let reasons = [
    200: "OK", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
    403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 410: "Gone", 413: "Content Too Large",
    414: "URI Too Long", 416: "Range Not Satisfiable", 431: "Request Header Fields Too Large",
    500: "Internal Server Error", 505: "HTTP Version Not Supported",
  ]
}
