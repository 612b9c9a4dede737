import Dispatch
import Glibc

/// The addresses that a host's name stands for.
enum HostLookup {
  /// As text; empty where the name is not known. The system's call waits for a server that may be slow, so it has a
  /// thread of its own.
  static func addresses(of host: String) async -> [String] {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: lookUp(host)) }
    }
  }

  private static func lookUp(_ host: String) -> [String] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { unsafe freeaddrinfo(list) }
    var found: [String] = []
    var next = unsafe list
    while let entry = unsafe next?.pointee {
      if let text = unsafe text(of: entry), !found.contains(text) { found.append(text) }
      unsafe next = entry.ai_next
    }
    return found
  }

  private static func text(of entry: addrinfo) -> String? {
    var name = [CChar](repeating: 0, count: 64)
    let length = socklen_t(name.count)
    let result = unsafe name.withUnsafeMutableBufferPointer { buffer in
      unsafe getnameinfo(
        entry.ai_addr, entry.ai_addrlen, buffer.baseAddress, length, nil, 0, NI_NUMERICHOST)
    }
    guard result == 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
