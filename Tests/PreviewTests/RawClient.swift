import Foundation
import Glibc

/// A connection on which a test sends just the bytes that it wants to.
struct RawClient: ~Copyable {
  let socket: CInt
  struct Failure: Error { var what: String }

  /// - Parameters:
  ///   - patience: in seconds, for each read.
  ///   - buffer: in bytes, for what has come and is not read.
  init(port: Int, patience: Int = 20, buffer: CInt? = nil) throws {
    socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Failure(what: "no socket, errno \(errno)") }
    if var buffer {
      unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &buffer, socklen_t(MemoryLayout<CInt>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe connect(socket, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(what: "not connected, errno \(errno)") }
    var time = timeval(tv_sec: patience, tv_usec: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  init(owning socket: CInt) { self.socket = socket }

  deinit { Glibc.close(socket) }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(what: "not sent, errno \(errno)") }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more is sent.
  func endSending() { shutdown(socket, CInt(SHUT_WR)) }

  /// Whether the other end has not gone within some milliseconds. What came is thrown away, or left.
  func isOpen(after milliseconds: CInt, reading: Bool = true) throws -> Bool {
    var waiting = pollfd(fd: socket, events: Int16(reading ? POLLIN : 0), revents: 0)
    unsafe poll(&waiting, 1, milliseconds)
    if waiting.revents & Int16(POLLERR | POLLHUP) != 0 { return false }
    return try waiting.revents & Int16(POLLIN) == 0 || !readSome().isEmpty
  }

  /// What comes next; empty at the end, or where the other end has gone.
  func readSome() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(socket, $0.baseAddress, $0.count) }
    if count < 0, errno == ECONNRESET { return [] }
    guard count >= 0 else { throw Failure(what: "nothing came, errno \(errno)") }
    return Array(bytes[..<count])
  }

  /// Everything up to the end of the connection.
  func readToEnd() throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let some = try readSome()
      if some.isEmpty { return all }
      all += some
    }
  }

  /// Text until `isEnough`, or the end of the connection.
  func read(until isEnough: (String) -> Bool) throws -> String {
    var all: [UInt8] = []
    while true {
      let some = try readSome()
      all += some
      let text = String(decoding: all, as: UTF8.self)
      if some.isEmpty || isEnough(text) { return text }
    }
  }

  /// One answer to a GET: its length is in its head.
  func readReply() throws -> Reply {
    var all: [UInt8] = []
    while true {
      if let reply = Reply(all), reply.isWhole { return reply }
      let some = try readSome()
      guard !some.isEmpty else { throw Failure(what: "the connection ended inside an answer") }
      all += some
    }
  }
}

/// An answer as it came.
struct Reply {
  var status: Int
  /// Names in lower case.
  var fields: [String: String]
  var body: [UInt8]

  /// `nil` where the head is not whole.
  init?(_ bytes: [UInt8]) {
    guard let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    guard let first = lines.first, let status = Int(first.split(separator: " ")[1]) else { return nil }
    self.status = status
    fields = [:]
    for line in lines.dropFirst() {
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      fields[line[..<colon].lowercased()] = String(line[colon...].dropFirst(2))
    }
    body = Array(bytes[end.upperBound...])
  }

  var text: String { String(decoding: body, as: UTF8.self) }
  var isWhole: Bool { body.count >= Int(fields["content-length"] ?? "0") ?? 0 }
}

/// Runs what waits for a socket on a thread of its own, so that tests leave the threads of tasks to the server.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
  }
}
