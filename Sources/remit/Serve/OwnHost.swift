/// Addresses to listen on.
enum OwnHost {
  /// Whether only programs on this machine reach it.
  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host == "[::1]" || host.hasPrefix("127.")
  }
}
