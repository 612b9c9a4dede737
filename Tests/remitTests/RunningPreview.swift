import Foundation
import Glibc
import Testing

/// `remit serve`, as a user starts it, on any free port.
final class RunningPreview {
  let port: UInt16
  private let process: Process
  private let output: FileHandle

  init(root: String, _ arguments: String...) throws {
    process = Process()
    process.executableURL = Remit.binary
    process.arguments = ["serve", "--root", root, "--port", "0"] + arguments
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    output = pipe.fileHandleForReading
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let part = output.availableData
      if part.isEmpty { break }
      text += String(decoding: part, as: UTF8.self)
    }
    let match = try #require(text.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//), "\(text)")
    port = try #require(UInt16(match.output.1))
    // Nobody may wait for this to be read.
    output.readabilityHandler = { handle in _ = handle.availableData }
  }

  deinit { end(with: SIGKILL) }

  var url: String { "http://127.0.0.1:\(port)/" }

  /// Ends the server; its exit status.
  @discardableResult func end(with signal: Int32) -> Int32 {
    output.readabilityHandler = nil
    if process.isRunning { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    return process.terminationStatus
  }

  struct Answer {
    var status: Int
    var head: String
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// - Parameter path: with its slash, encoded as in a page's links: letters of any script stand for themselves.
  func get(_ path: String) throws -> Answer { try #require(try getAll([path]).first) }

  /// Asks for all at once, each on a connection of its own, and reads the answers when something else is done.
  func getAll(_ paths: [String], meanwhile action: () throws -> Void = {}) throws -> [Answer] {
    let sockets = try paths.map { path in
      let encoded = path.utf8.map { byte in
        byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
      }
      return try ask(
        "GET \(encoded.joined()) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
    }
    try action()
    return try zip(paths, sockets).map { path, socket in
      let bytes = read(socket) { _ in false }
      let end = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)), "no answer to \(path)")
      let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      let status = try #require(Int(head.dropFirst("HTTP/1.1 ".count).prefix(3)))
      return Answer(status: status, head: head, body: Array(bytes[end.upperBound...]))
    }
  }

  /// Waits until the server knows of everything that was written before this text.
  func wait(for text: String, at path: String) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      let answer = try get(path)
      if answer.status == 200, answer.text == text { return }
      usleep(4_000)
    }
    Issue.record("\(path) did not become '\(text)'")
  }

  /// The data of the first event on the reload channel: what is known at the moment.
  func firstEvent() throws -> String {
    let socket = try ask("GET /.remit/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    let bytes = read(socket) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return text.range(of: "data: ").map { text[$0.upperBound...].contains("\n\n") } ?? false
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    return lines.filter { $0.hasPrefix("data: ") }.map { String($0.dropFirst(6)) }.joined(separator: "\n")
  }

  /// Sends a request on a new connection.
  private func ask(_ request: String) throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(socket >= 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0, "cannot connect: \(errno)")
    let bytes = Array(request.utf8)
    let sent = unsafe bytes.withUnsafeBytes {
      unsafe send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    try #require(sent == bytes.count)
    return socket
  }

  /// What comes back until the connection ends or is enough; closes it.
  private func read(_ socket: Int32, until isEnough: ([UInt8]) -> Bool) -> [UInt8] {
    defer { close(socket) }
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe recv(socket, $0.baseAddress, $0.count, 0) }
      if count <= 0 { return answer }
      answer += chunk[..<count]
      if isEnough(answer) { return answer }
    }
  }
}
