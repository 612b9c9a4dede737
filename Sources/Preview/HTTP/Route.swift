/// What a request asks for, once all that is refused is gone.
enum Route: Equatable {
  case page(path: String)
  /// The script that every page loads.
  case script
  /// The connection on which pages are told what changed.
  case events

  /// The rules in order: who is asked, how, and for what.
  init(_ head: RequestHead, names: OwnNames) throws(Refusal) {
    let path = try Self.path(head, names)
    guard head.method == "GET" || head.method == "HEAD" else {
      throw Refusal(status: 405, reason: "only GET and HEAD are answered", closes: head.hasBody)
    }
    try Self.refuseBody(head)
    let decoded = try RequestPath.decode(path)
    guard decoded == "/.remit" || decoded.hasPrefix("/.remit/") else {
      self = .page(path: decoded)
      return
    }
    try Self.refuseForeign(head, names)
    switch decoded {
    case "/.remit/reload.js": self = .script
    case "/.remit/events": self = .events
    default: throw Refusal(status: 404, reason: "the preview has nothing at this path")
    }
  }

  /// The path of the request's target, without its query; for this server, or refused.
  private static func path(_ head: RequestHead, _ names: OwnNames) throws(Refusal) -> Substring {
    let hosts = head.values("host")
    guard hosts.count == 1, let host = hosts.first else {
      throw .malformed(hosts.isEmpty ? "the request has no Host" : "the request has more than one Host")
    }
    try check(host, names)
    var target = head.target[...]
    if target.lowercased().hasPrefix("http://") {
      let rest = target.dropFirst("http://".count)
      let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
      try check(rest[..<end], names)
      target = rest[end...]
      if target.first != "/" { target = "/" + target }
    }
    guard target.first == "/" || head.method != "GET" && head.method != "HEAD", !target.contains("#") else {
      throw .malformed("the request's target is not a path")
    }
    return target.prefix { $0 != "?" }
  }

  private static func check(_ authority: some StringProtocol, _ names: OwnNames) throws(Refusal) {
    guard names.contain(authority) else {
      throw Refusal(
        status: 403,
        reason: "this preview answers only as 'localhost:\(names.port)' or '\(names.authority)', so that "
          + "pages from elsewhere cannot read it")
    }
  }

  private static func refuseBody(_ head: RequestHead) throws(Refusal) {
    guard head.values("transfer-encoding").isEmpty else {
      throw .malformed("a request with a body is not answered")
    }
    guard head.hasBody else { return }
    let length = head.values("content-length")
    guard length.count == 1, length.allSatisfy({ !$0.isEmpty && $0.isDigits }) else {
      throw .malformed("the request's Content-Length is not a number")
    }
    throw Refusal(status: 413, reason: "a request with a body is not answered", closes: true)
  }

  private static func refuseForeign(_ head: RequestHead, _ names: OwnNames) throws(Refusal) {
    let isOwn = head.values("origin").allSatisfy { origin in
      origin.hasPrefix("http://") && names.contain(origin.dropFirst("http://".count))
    }
    let site = head["sec-fetch-site"] ?? "none"
    guard isOwn, site == "none" || site == "same-origin" else {
      throw Refusal(status: 403, reason: "only the preview's own pages may ask for this")
    }
  }
}

extension RequestHead {
  /// Whether bytes that are no request follow.
  fileprivate var hasBody: Bool {
    !values("transfer-encoding").isEmpty || values("content-length").contains { $0 != "0" }
  }
}
