import Glibc

/// Many connections at once, as the numbers of their sockets.
extension RawClient {
  /// Opens connections, and sends on each what `request` says.
  static func open(
    _ count: Int, port: Int, buffer: CInt? = nil, request: (Int) -> String = { _ in "" }
  ) throws -> [CInt] {
    var sockets: [CInt] = []
    do {
      for index in 0..<count {
        let client = try RawClient(port: port, buffer: buffer)
        sockets.append(dup(client.socket))
        try client.send(request(index))
      }
      return sockets
    } catch {
      close(sockets)
      throw error
    }
  }

  /// Tries until so many connections are answered at once; throws after very many attempts.
  static func waitForRoom(_ count: Int, port: Int) throws {
    for _ in 0..<20_000 {
      do {
        let sockets = try open(count, port: port) { _ in
          "HEAD /.remit/none HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        }
        defer { close(sockets) }
        for socket in sockets { _ = try peek(socket) }
        return
      } catch { continue }
    }
    throw Failure(what: "there is no room for \(count) connections")
  }

  static func close(_ sockets: [CInt]) {
    for socket in sockets { Glibc.close(socket) }
  }

  /// Waits until something has come, which stays unread.
  static func peek(_ socket: CInt) throws -> UInt8 {
    var byte: UInt8 = 0
    let count = unsafe recv(socket, &byte, 1, CInt(MSG_PEEK))
    guard count == 1 else { throw Failure(what: "nothing came, errno \(errno)") }
    return byte
  }

  /// What comes on each up to its end, or up to an event with `mark` in it; closes them.
  static func readAll(_ sockets: [CInt], until mark: String? = nil) throws -> [[UInt8]] {
    defer { close(sockets) }
    return try sockets.map { socket in
      let client = RawClient(owning: dup(socket))
      guard let mark else { return try client.readToEnd() }
      var all: [UInt8] = []
      while true {
        let some = try client.readSome()
        all += some
        let tail = String(decoding: all.suffix(200), as: UTF8.self)
        if some.isEmpty || tail.contains(mark) && tail.hasSuffix("\n\n") { return all }
      }
    }
  }
}
