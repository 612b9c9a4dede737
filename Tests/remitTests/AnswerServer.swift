import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

/// A web server of a test's own on 127.0.0.1, which answers by path and remembers what it was asked.
final class AnswerServer: Sendable {
  enum Answer: Sendable {
    case status(Int, [String] = [])
    /// Cuts the connection.
    case reset
    /// Says nothing until the client goes.
    case silence
    /// A page that has no end.
    case endless
  }

  struct Request: Sendable {
    var method: String
    var path: String
    /// As they came, one a line.
    var headers: String
    var began: ContinuousClock.Instant
    var ended: ContinuousClock.Instant?
    /// In bytes, of a page that has no end.
    var sent = 0
  }

  let address: String
  private let listener: Int32
  private let log = Mutex<[Request]>([])
  private let arrivals = DispatchSemaphore(value: 0)

  /// - Parameter answer: is told the method, the path, and how many requests for the path there were before.
  init(_ answer: @escaping @Sendable (_ method: String, _ path: String, _ earlier: Int) -> Answer) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(listener >= 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(listener, $0, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    try #require(isBound)
    self.listener = listener
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
    Thread.detachNewThread { [self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        Thread.detachNewThread { [self] in serve(client, answer) }
      }
    }
  }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  var requests: [Request] { log.withLock { $0 } }

  /// The methods with which a path was asked for, in order.
  func methods(_ path: String) -> [String] { requests.filter { $0.path == path }.map(\.method) }

  /// Waits until this many requests more have come.
  func awaitRequests(_ count: Int) throws {
    for _ in 0..<count { try #require(arrivals.wait(timeout: .now() + 20) == .success) }
  }

  private func serve(_ client: Int32, _ answer: (String, String, Int) -> Answer) {
    defer { close(client) }
    let head = read(from: client)
    let parts = head.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3 else { return }
    let request = Request(method: parts[0], path: parts[1], headers: head, began: .now)
    let (number, earlier) = log.withLock { log in
      log.append(request)
      return (log.count - 1, log.reduce(-1) { $0 + ($1.path == request.path ? 1 : 0) })
    }
    arrivals.signal()
    switch answer(request.method, request.path, earlier) {
    case .status(let status, let headers):
      let lines = ["HTTP/1.1 \(status) X", "Content-Length: 0", "Connection: close"] + headers
      let text = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
      log.withLock { $0[number].ended = .now }
      _ = unsafe text.withUnsafeBytes {
        unsafe send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
    case .reset:
      var option = linger(l_onoff: 1, l_linger: 0)
      unsafe setsockopt(client, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    case .silence:
      _ = read(from: client)
    case .endless:
      var text = Array("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
      if request.method == "HEAD" { text = Array("HTTP/1.1 405 X\r\nContent-Length: 0\r\n\r\n".utf8) }
      let chunk = Array(("10000\r\n" + String(repeating: "x", count: 1 << 16) + "\r\n").utf8)
      var sent = 0
      while true {
        let count = unsafe text.withUnsafeBytes {
          unsafe send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count < text.count || request.method == "HEAD" { break }
        sent += count
        text = chunk
      }
      log.withLock { $0[number].sent = sent }
    }
  }

  /// Up to an empty line, or to the end.
  private func read(from client: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(client, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
