import Glibc
import Preview
import Testing

@Suite(.serialized) struct ConnectionTests {
  static let quick: PreviewLimits = {
    var limits = PreviewLimits()
    limits.head = .milliseconds(200)
    limits.idle = .milliseconds(200)
    limits.write = .milliseconds(200)
    return limits
  }()

  @Test func aConnectionIsKeptForFurtherRequests() async throws {
    try await PreviewServer.with(MemoryPages(["/": .text("page")])) { server in
      let port = server.port
      let replies = try await onThread {
        let client = try RawClient(port: port)
        var replies: [Reply] = []
        for path in ["/", "/none", "/%", "/.remit/none", "/"] {
          try client.send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
          replies.append(try client.readReply())
        }
        return replies
      }
      #expect(replies.map(\.status) == [200, 404, 400, 404, 200])
      #expect(replies.allSatisfy { $0.fields["connection"] == "keep-alive" })
    }
  }

  @Test func oldClientsAndThoseWhoSaySoAreLeft() async throws {
    try await PreviewServer.with(MemoryPages(["/": .text("page")])) { server in
      let port = server.port
      for (version, option, kept) in [
        ("1.0", "", false), ("1.0", "Connection: Keep-Alive\r\n", true),
        ("1.1", "Connection: x, Close\r\n", false),
      ] {
        let reply = try await onThread {
          let client = try RawClient(port: port)
          try client.send("GET / HTTP/\(version)\r\nHost: 127.0.0.1:\(port)\r\n\(option)\r\n")
          // Without an end of sending: a connection that is not kept ends by itself.
          return kept ? try client.readReply() : Reply(try client.readToEnd())
        }
        #expect(reply?.status == 200)
        #expect(reply?.fields["connection"] == (kept ? "keep-alive" : "close"))
      }
    }
  }

  @Test func requestsSentAtOnceAreAnsweredInTheirOrder() async throws {
    let pages = MemoryPages(["/0": .text("0"), "/1": .text("1"), "/2": .text("2")], delay: .milliseconds(5))
    try await PreviewServer.with(pages) { server in
      let head = "GET /%d HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n"
      let all = (0..<60).map { head.replacing("%d", with: "\($0 % 3)") }.joined()
      let answer = String(decoding: try await server.send(Array(all.utf8)), as: UTF8.self)
      let bodies = answer.split(separator: "\r\n\r\n").dropFirst().compactMap(\.first)
      #expect(String(bodies) == String(repeating: "012", count: 20))
    }
  }

  @Test func manySmallRequestsAtOnceDoNotNest() async throws {
    try await PreviewServer.with(MemoryPages()) { server in
      let head = "HEAD /.remit/none HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n"
      let answer = try await server.send(Array(String(repeating: head, count: 5000).utf8))
      #expect(String(decoding: answer, as: UTF8.self).split(separator: "HTTP/1.1 404").count == 5000)
    }
  }

  @Test func aHeadMayComeByteByByte() async throws {
    try await PreviewServer.with(MemoryPages(["/": .text("page")])) { server in
      let port = server.port
      let reply = try await onThread {
        let client = try RawClient(port: port)
        for byte in Array("\r\nGET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8) {
          try client.send([byte])
        }
        return try client.readReply()
      }
      #expect(reply.text == "page")
    }
  }

  @Test(arguments: ["", "GET / HTTP/1.1\r\nHost:", "GET /"])
  func whoDoesNotFinishIsLeft(start: String) async throws {
    try await PreviewServer.with(MemoryPages(), limits: Self.quick) { server in
      let port = server.port
      let clock = ContinuousClock()
      let begin = clock.now
      let rest = try await onThread {
        let client = try RawClient(port: port)
        try client.send(start)
        return try client.readToEnd()
      }
      #expect(rest.isEmpty)
      #expect(clock.now - begin >= .milliseconds(150))
    }
  }

  @Test func timeForAHeadCountsFromItsFirstByte() async throws {
    try await PreviewServer.with(MemoryPages(), limits: Self.quick) { server in
      let port = server.port
      let sent = try await onThread {
        let client = try RawClient(port: port)
        try client.send("GET / HTTP/1.1\r\n")
        // Each field comes in time, but the head never ends.
        for count in 0..<1000 {
          do { try client.send("A: b\r\n") } catch { return count }
          guard try client.isOpen(after: 20) else { return count }
        }
        return 1000
      }
      #expect(sent < 300)
    }
  }

  @Test func noTimeRunsWhileAPageIsMade() async throws {
    let pages = MemoryPages(["/": .text("page")], delay: .milliseconds(500))
    try await PreviewServer.with(pages, limits: Self.quick) { server in
      // Whoever has ended sending is still told.
      #expect(try await server.ask("GET / HTTP/1.1\nHost: HOST").text == "page")
      let port = server.port
      let text = try await onThread {
        let client = try RawClient(port: port)
        try client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        try client.send("GET / HT")
        return String(decoding: try client.readToEnd(), as: UTF8.self)
      }
      #expect(text.hasSuffix("\r\n\r\npage"))
    }
  }

  @Test func whoDoesNotReadDelaysNobodyAndIsLeft() async throws {
    let big = ServedPage(contentType: "text/plain", body: [UInt8](repeating: 65, count: 4 << 20))
    let pages = MemoryPages(["/big": big, "/": .text("page")])
    var limits = Self.quick
    limits.connections = 2
    try await PreviewServer.with(pages, limits: limits) { server in
      let port = server.port
      let slow = try await onThread {
        let slow = try RawClient.open(1, port: port, buffer: 8 << 10) { _ in
          "GET /big HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        }
        _ = try RawClient.peek(slow[0])
        return slow
      }
      #expect(try await server.ask("GET / HTTP/1.1\nHost: HOST").text == "page")
      let received = try await onThread {
        // Longer than the server waits for it.
        usleep(1_000_000)
        return try RawClient.readAll(slow)[0]
      }
      #expect(!received.isEmpty)
      #expect(received.count < big.body.count)
      let whole = try await server.send(Array("GET /big HTTP/1.0\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
      let isWhole = Reply(whole)?.body == big.body
      #expect(isWhole)
    }
  }

  @Test func fiveHundredIdleConnectionsLeaveItCalm() async throws {
    try await PreviewServer.with(MemoryPages(["/": .text("page")])) { server in
      let port = server.port
      let (text, time) = try await onThread {
        let idle = try RawClient.open(500, port: port)
        let clock = ContinuousClock()
        let begin = clock.now
        let client = try RawClient(port: port)
        try client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        let text = try client.readReply().text
        RawClient.close(idle)
        return (text, clock.now - begin)
      }
      #expect(text == "page")
      // Far more than it takes: other tests use the processors too.
      #expect(time < .seconds(5))
    }
  }

  @Test func theLongestIdleMakesRoomForOneMore() async throws {
    var limits = PreviewLimits()
    limits.connections = 5
    try await PreviewServer.with(MemoryPages(["/": .text("page")]), limits: limits) { server in
      let port = server.port
      let request = "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
      let (sixth, isFirstOpen, others) = try await onThread {
        let sockets = try RawClient.open(5, port: port) { _ in request }
        defer { RawClient.close(sockets) }
        for socket in sockets {
          let client = RawClient(owning: dup(socket))
          _ = try client.readReply()
        }
        // The first one asks again, so each of the others has waited longer.
        let first = RawClient(owning: dup(sockets[0]))
        try first.send(request)
        _ = try first.readReply()
        let sixth = try RawClient(port: port)
        try sixth.send(request)
        let reply = try sixth.readReply()
        var open = 0
        for socket in sockets.dropFirst() {
          let client = RawClient(owning: dup(socket))
          if try client.isOpen(after: 50) { open += 1 }
        }
        return (reply.text, try first.isOpen(after: 50), open)
      }
      #expect(sixth == "page")
      #expect(isFirstOpen)
      #expect(others == 3)
    }
  }

  @Test func whereAllAreBeingAnsweredOneMoreIsClosed() async throws {
    var limits = PreviewLimits()
    limits.connections = 2
    let pages = MemoryPages(["/": .text("page")], delay: .milliseconds(800))
    try await PreviewServer.with(pages, limits: limits) { server in
      let port = server.port
      var asked = pages.asked.makeAsyncIterator()
      let busy = try await onThread {
        try RawClient.open(2, port: port) { _ in "GET / HTTP/1.0\r\nHost: 127.0.0.1:\(port)\r\n\r\n" }
      }
      for _ in 0..<2 { _ = await asked.next() }
      let (third, answers) = try await onThread {
        (try RawClient(port: port).readToEnd(), try RawClient.readAll(busy))
      }
      #expect(third.isEmpty)
      #expect(answers.allSatisfy { Reply($0)?.text == "page" })
    }
  }

  @Test func aThousandRequestsAtOnceAreAllAnswered() async throws {
    let pages = MemoryPages(
      Dictionary(uniqueKeysWithValues: (0..<1000).map { ("/\($0)", .text("page \($0)")) }),
      delay: .milliseconds(20))
    try await PreviewServer.with(pages) { server in
      let port = server.port
      // Ten threads with a hundred open requests each.
      try await withThrowingTaskGroup(of: [String].self) { group in
        for part in 0..<10 {
          group.addTask {
            try await onThread {
              let sockets = try RawClient.open(100, port: port) {
                "GET /\(part * 100 + $0) HTTP/1.0\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
              }
              return try RawClient.readAll(sockets).map { Reply($0)?.text ?? "" }
            }
          }
        }
        var texts: Set<String> = []
        for try await part in group { texts.formUnion(part) }
        #expect(texts == Set((0..<1000).map { "page \($0)" }))
      }
    }
  }

  @Test func anyBytesAreRefusedOrAnsweredAndNeverCrash() async throws {
    try await PreviewServer.with(MemoryPages(["/": .text("page")]), limits: Self.quick) { server in
      let good = Array(
        "GET /a%20b?c HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nRange: bytes=0-1\r\n\r\n".utf8)
      var random = SplitMix(seed: 7)
      for _ in 0..<300 {
        var bytes = good
        for _ in 0...Int.random(in: 0..<4, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
          default: bytes += bytes[index...]
          }
        }
        let answer = try await server.send(bytes)
        #expect(answer.isEmpty || Reply(answer) != nil)
      }
      #expect(try await server.ask("GET / HTTP/1.1\nHost: HOST").text == "page")
    }
  }
}

/// The same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var seed: UInt64

  mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var value = seed
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
