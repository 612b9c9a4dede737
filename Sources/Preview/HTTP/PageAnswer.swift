extension Answer {
  /// A page for a request: whole, a part of it, or the word that the client has it already.
  init(_ page: ServedPage, to head: RequestHead) {
    let tag = EntityTag(page.body)
    let tagField = RequestHead.Field(name: "ETag", value: tag.quoted)
    // Conditions count only for what would be fine without them.
    if page.status == 200, let known = head["if-none-match"], tag.isListed(in: known) {
      self.init(status: 304, fields: [tagField], body: [])
      return
    }
    self.init(
      status: page.status, fields: [.init(name: "Content-Type", value: page.contentType), tagField],
      body: page.withReloadLine.body)
    if let location = page.location {
      fields.append(.init(name: "Location", value: Self.asciiOnly(location)))
    }
    guard page.status == 200 else { return }
    fields.append(.init(name: "Accept-Ranges", value: "bytes"))
    if head.method == "GET", head["if-range"].map({ $0 == tag.quoted }) ?? true {
      narrow(to: ByteRange(head["range"], of: body.count))
    }
  }

  private mutating func narrow(to range: ByteRange) {
    switch range {
    case .whole: return
    case .part(let part):
      status = 206
      self.part = part
      let value = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.count)"
      fields.append(.init(name: "Content-Range", value: value))
    case .unsatisfiable:
      status = 416
      fields.append(.init(name: "Content-Range", value: "bytes */\(body.count)"))
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
