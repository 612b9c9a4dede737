import NIOHTTP1

/// An answer as it goes over the connection.
struct Answer: Sendable {
  var status: Int
  /// Beside those that every answer has.
  var fields: HTTPHeaders = [:]
  var body: [UInt8]
  /// What of the body is sent.
  var part: Range<Int>
  /// Whether it is the last one on its connection, whatever the client wants.
  var closes = false

  init(status: Int, fields: HTTPHeaders = [:], body: [UInt8]) {
    self.status = status
    self.fields = fields
    self.body = body
    part = 0..<body.count
  }

  init(_ refusal: Refusal) {
    self.init(
      status: refusal.status,
      fields: ["Content-Type": "text/plain; charset=utf-8"],
      body: Array("\(refusal.reason)\n".utf8))
    closes = refusal.closes
    fields.add(contentsOf: refusal.fields)
  }

  /// The head, up to and with its empty line.
  func head(keepsAlive: Bool) -> String {
    var fields = fields
    if status != 304 { fields.add(name: "Content-Length", value: String(part.count)) }
    fields.add(name: "Connection", value: keepsAlive ? "keep-alive" : "close")
    return Self.head(status: status, fields: fields)
  }

  static func head(status: Int, fields: HTTPHeaders) -> String {
    var text = "HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)\r\n"
    let usual = always.filter { !fields.contains(name: $0.name) }
    for (name, value) in fields.map(\.self) + usual { text += "\(name): \(harmless(value))\r\n" }
    return text + "\r\n"
  }

  /// A content security policy: only the preview's own pages may show one of its pages in a frame.
  static let framing = "frame-ancestors 'self'"

  /// No other site may read or frame what is served here, no type is guessed, nothing is kept without being asked for
  /// again. That no field of CORS is ever sent is part of this, and that no field gives a worker a wider scope.
  private static let always: HTTPHeaders = [
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": framing,
    "X-Frame-Options": "SAMEORIGIN",
  ]

  /// A line end in a value would begin another field.
  private static func harmless(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}
