import NIOHTTP1

/// What a request asks for, once all that is refused is gone.
enum Route: Equatable {
  case page(path: String)
  /// The script that every page loads.
  case script
  /// The connection on which pages are told what changed.
  case events

  /// In bytes.
  private static let longestURL = 8 << 10
  private static let scriptPath = "/.remit/reload.js"

  /// The rules in order: who is asked, how, and for what.
  init(_ head: HTTPRequestHead, names: OwnNames) throws(Refusal) {
    let path = try Self.path(head, names)
    guard head.method == .GET || head.method == .HEAD else {
      throw Refusal(
        status: 405, reason: "only GET and HEAD are answered", closes: true, fields: ["Allow": "GET, HEAD"])
    }
    guard !head.hasBody else {
      throw Refusal(status: 413, reason: "a request with a body is not answered", closes: true)
    }
    guard !head.headers.contains(name: "upgrade") else {
      throw .malformed("the preview speaks only HTTP")
    }
    let decoded = try RequestPath.decode(path)
    try Self.refuseWorkers(head, at: decoded)
    guard decoded == "/.remit" || decoded.hasPrefix("/.remit/") else {
      self = .page(path: decoded)
      return
    }
    try Self.refuseForeign(head, names)
    switch decoded {
    case Self.scriptPath: self = .script
    case "/.remit/events": self = .events
    default: throw Refusal(status: 404, reason: "there is nothing at this address")
    }
  }

  /// The path of the request's target, without its query; for this server, or refused.
  private static func path(_ head: HTTPRequestHead, _ names: OwnNames) throws(Refusal) -> Substring {
    guard head.uri.utf8.count <= longestURL else {
      throw Refusal(status: 414, reason: "the URL is longer than 8 KiB", closes: true)
    }
    guard head.uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformed("the URL has bytes that must be percent-encoded")
    }
    let hosts = head.headers["host"]
    guard hosts.count == 1, let host = hosts.first else {
      throw .malformed(hosts.isEmpty ? "the request has no Host" : "the request has more than one Host")
    }
    try check(host, names)
    var target = head.uri[...]
    if target.lowercased().hasPrefix("http://") {
      let rest = target.dropFirst("http://".count)
      let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
      try check(rest[..<end], names)
      target = rest[end...]
      if target.first != "/" { target = "/" + target }
    }
    guard target.first == "/" || head.method != .GET && head.method != .HEAD, !target.contains("#") else {
      throw .malformed("the request's target is not a path")
    }
    return target.prefix { $0 != "?" }
  }

  private static func check(_ authority: some StringProtocol, _ names: OwnNames) throws(Refusal) {
    guard names.contain(authority) else {
      throw Refusal(
        status: 403,
        reason: "this preview answers only as \(names.list), so that other sites' pages cannot read it; "
          + "'remit serve --allow-host NAME' allows another name", closes: true)
    }
  }

  /// A service worker stays in the browser when this server has gone, and would read and change whatever is previewed
  /// on its port later; every browser says what it asks for. The one worker of several pages is the preview's own.
  private static func refuseWorkers(_ head: HTTPRequestHead, at path: String) throws(Refusal) {
    let uses = head.headers[canonicalForm: "sec-fetch-dest"].map { $0.lowercased() }
    let isService = head.headers.contains(name: "service-worker") || uses.contains("serviceworker")
    if isService || uses.contains("sharedworker") && path != scriptPath { throw .worker }
  }

  private static func refuseForeign(_ head: HTTPRequestHead, _ names: OwnNames) throws(Refusal) {
    let isOwn = head.headers["origin"].allSatisfy { origin in
      names.containOrigin(origin)
    }
    let sites = head.headers["sec-fetch-site"]
    guard isOwn, sites.allSatisfy({ $0 == "none" || $0 == "same-origin" }) else {
      throw Refusal(status: 403, reason: "only the preview's own pages may ask for this")
    }
  }
}

extension HTTPRequestHead {
  /// Whether bytes that are no request follow.
  fileprivate var hasBody: Bool {
    headers.contains(name: "transfer-encoding") || headers["content-length"].contains { $0 != "0" }
  }
}
