import NIOCore

/// Under which names this server may be asked for. A page from elsewhere whose name was made to lead here
/// (DNS rebinding) still sends its own name, and so gets nothing.
struct OwnNames: Sendable {
  /// As the server was started with, in lower case.
  var host: String
  var port: Int
  /// Whether it listens for this machine only.
  var isLoopback: Bool
  /// Further names, as somebody chose them when starting the server; whatever the port, for another program may pass
  /// requests on from a port of its own. In lower case.
  var allowed: Set<String> = []

  /// Host and port as they stand in a URL.
  var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// - Parameter address: where the server listens.
  init(host: String, allowed: [String] = [], address: SocketAddress?) {
    self.host = host.lowercased()
    self.allowed = Set(allowed.map { $0.lowercased() })
    port = address?.port ?? 0
    let shown = address?.ipAddress ?? ""
    isLoopback = shown.hasPrefix("127.") || shown == "::1"
  }

  /// Whether `authority`, such as `127.0.0.1:4747`, is this server: an address can't be rebound, so each one
  /// may name it, but only those of this machine where it listens for this machine only.
  func contain(_ authority: some StringProtocol) -> Bool {
    let authority = authority.lowercased()
    let isV6 = authority.hasPrefix("[")
    let hostEnd = isV6 ? authority.firstIndex(of: "]") : authority.firstIndex(of: ":") ?? authority.endIndex
    guard let hostEnd else { return false }
    let name = authority[..<hostEnd].drop { isV6 && $0 == "[" }
    var rest = authority[hostEnd...]
    if isV6 { rest = rest.dropFirst() }
    if !isV6, allowed.contains(String(name)) {
      return rest.isEmpty || rest.first == ":" && UInt16(rest.dropFirst()) != nil
    }
    // Without a port it is HTTP's own.
    guard rest == ":\(port)" || rest.isEmpty && port == 80 else { return false }
    if !isV6, name == "localhost" || name == host { return true }
    return isOwnAddress(String(name), isV6: isV6)
  }

  /// Whether a page of this origin, such as `http://127.0.0.1:4747`, is one of this server's own. Whoever passes
  /// requests on for an allowed name may speak HTTPS.
  func containOrigin(_ origin: String) -> Bool {
    if origin.hasPrefix("http://") { return contain(origin.dropFirst("http://".count)) }
    guard origin.hasPrefix("https://") else { return false }
    let authority = origin.dropFirst("https://".count)
    return allowed.contains(authority.prefix { $0 != ":" }.lowercased()) && contain(authority)
  }

  /// For people.
  var list: String {
    (["localhost:\(port)", authority] + allowed.sorted()).map { "'\($0)'" }.joined(separator: " or ")
      + (isLoopback ? "" : " or by an address of this machine")
  }

  private func isOwnAddress(_ name: String, isV6: Bool) -> Bool {
    guard let address = Self.address(name) else { return false }
    switch address {
    case .v4: return !isV6 && (!isLoopback || name.hasPrefix("127."))
    case .v6: return isV6 && (!isLoopback || name == "::1")
    case .unixDomainSocket: return false
    }
  }

  /// `nil` for a name that is no IP address.
  private static func address(_ name: String) -> SocketAddress? {
    do { return try SocketAddress(ipAddress: name, port: 0) } catch { return nil }
  }
}
