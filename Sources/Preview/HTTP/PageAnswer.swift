import NIOHTTP1

extension Answer {
  /// A page for a request: whole, a part of it, or the word that the client has it already.
  init(_ page: ServedPage, to head: HTTPRequestHead) {
    self = Answer(whole: page, to: head)
    if page.isSandboxed {
      // Without scripts; with its origin, as its own images and style sheets would else be those of another site.
      fields.add(name: "Content-Security-Policy", value: "sandbox allow-same-origin; " + Answer.framing)
    }
  }

  private init(whole page: ServedPage, to head: HTTPRequestHead) {
    let tag = EntityTag(page.body)
    // Conditions count only for what would be fine without them.
    if page.status == 200, tag.isListed(in: head.headers[canonicalForm: "if-none-match"]) {
      self.init(status: 304, fields: ["ETag": tag.quoted], body: [])
      return
    }
    self.init(
      status: page.status, fields: ["Content-Type": page.contentType, "ETag": tag.quoted],
      body: page.withReloadLine.body)
    if let location = page.location {
      fields.add(name: "Location", value: Self.asciiOnly(location))
    }
    guard page.status == 200 else { return }
    fields.add(name: "Accept-Ranges", value: "bytes")
    if head.method == .GET, head.headers["if-range"].allSatisfy({ $0 == tag.quoted }) {
      narrow(to: ByteRange(head.headers["range"].joined(separator: ", "), of: body.count))
    }
  }

  private mutating func narrow(to range: ByteRange) {
    switch range {
    case .whole: return
    case .part(let part):
      status = 206
      self.part = part
      let value = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.count)"
      fields.add(name: "Content-Range", value: value)
    case .unsatisfiable:
      status = 416
      fields.add(name: "Content-Range", value: "bytes */\(body.count)")
      part = 0..<0
    }
  }

  private static func asciiOnly(_ url: String) -> String {
    url.utf8.map { byte in
      (0x21...0x7E).contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
