import Diagnostics
import Preview
import Testing

@Suite(.serialized) struct EventTests {
  private func head(_ port: Int, _ method: String = "GET") -> String {
    "\(method) /.remit/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
  }

  @Test func theNewestStateComesAtOnceAndThenEachOne() async throws {
    let problem = PreviewProblem(
      severity: .error, id: "dead-link", message: "no page 'x'\n</script>", path: "a.md", line: 3, column: 5,
      excerpt: "3 | [x]\n  |  ^\n", help: "write 'y'", notes: ["first"], link: "editor://a.md:3:5")
    let first = PreviewState(version: "1", assets: "a")
    try await PreviewServer.with(MemoryPages(), state: first) { server in
      server.announce(PreviewState(version: "2", assets: "a", problems: [problem]))
      let (port, head) = (server.port, head(server.port))
      let text = try await onThread {
        let client = try RawClient(port: port)
        try client.send(head)
        return try client.read { $0.hasSuffix("}\n\n") }
      }
      #expect(text.contains("Content-Type: text/event-stream\r\n"))
      #expect(text.contains("Cache-Control: no-cache\r\n"))
      #expect(!text.contains("Content-Length"))
      let event = """
        retry: 1000

        event: state
        data: {"version":"2","assets":"a","stale":false,"problems":[{"severity":"error","id":"dead-link","message":"no page \
        'x'\\n</script>","path":"a.md","line":3,"column":5,"excerpt":"3 | [x]\\n  |  ^\\n","help":"write 'y'",\
        "notes":["first"],"link":"editor://a.md:3:5"}]}


        """
      #expect(text.hasSuffix(event))
    }
  }

  @Test func allWhoListenAreTold() async throws {
    try await PreviewServer.with(MemoryPages()) { server in
      let (port, head) = (server.port, head(server.port))
      let listeners = (0..<8).map { _ in
        Task {
          try await onThread {
            let client = try RawClient(port: port)
            try client.send(head)
            return try client.read { $0.contains("\"version\":\"last\"") }
          }
        }
      }
      // Some listen before this, and some after it: all come to know it.
      for number in 0..<50 { server.announce(PreviewState(version: "\(number)", assets: "")) }
      server.announce(PreviewState(version: "last", assets: ""))
      for listener in listeners {
        let text = try await listener.value
        #expect(text.contains("\"version\":\"last\""))
      }
    }
  }

  @Test func whoReadsSlowlyGetsTheNewestOnly() async throws {
    try await PreviewServer.with(MemoryPages()) { server in
      let (port, head) = (server.port, head(server.port))
      let big = String(repeating: "x", count: 100_000)
      let client = try await onThread {
        let client = try RawClient.open(1, port: port, buffer: 8 << 10) { _ in head }
        _ = try RawClient.peek(client[0])
        return client
      }
      for number in 0..<100 { server.announce(PreviewState(version: "\(number)", assets: big)) }
      server.announce(PreviewState(version: "last", assets: ""))
      let received = try await onThread { try RawClient.readAll(client, until: "\"version\":\"last\"")[0] }
      #expect(received.count < 5 << 20)
      #expect(
        String(decoding: received, as: UTF8.self).hasSuffix(
          "{\"version\":\"last\",\"assets\":\"\",\"stale\":false,\"problems\":[]}\n\n"))
    }
  }

  @Test func aSignOfLifeComesWhereNothingHappens() async throws {
    var limits = PreviewLimits()
    limits.heartbeat = .milliseconds(20)
    try await PreviewServer.with(MemoryPages(), limits: limits) { server in
      let (port, head) = (server.port, head(server.port))
      let text = try await onThread {
        let client = try RawClient(port: port)
        try client.send(head)
        return try client.read { $0.hasSuffix(":\n\n:\n\n:\n\n") }
      }
      #expect(text.hasSuffix("]}\n\n:\n\n:\n\n:\n\n"))
    }
  }

  @Test func headGetsNoEvents() async throws {
    try await PreviewServer.with(MemoryPages()) { server in
      let answer = try await server.send(Array(head(server.port, "HEAD").utf8))
      #expect(Reply(answer)?.status == 200)
      #expect(Reply(answer)?.body.isEmpty == true)
    }
  }

  @Test func stoppingEndsEveryConnectionAtOnce() async throws {
    let pages = MemoryPages(delay: .seconds(60))
    let server = try await PreviewServer.start(
      port: 0, pages: pages, state: PreviewState(version: "", assets: ""))
    let (port, head) = (server.port, head(server.port))
    let clients = try await onThread {
      let listening = try RawClient.open(20, port: port) { _ in head }
      // It listens once it has been told something.
      for client in listening { _ = try RawClient.peek(client) }
      let waiting = try RawClient.open(20, port: port) { _ in
        "GET /slow HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
      }
      return try listening + waiting + RawClient.open(20, port: port)
    }
    let clock = ContinuousClock()
    let begin = clock.now
    await server.stop()
    let time = clock.now - begin
    // All are at their end now: reading them waits for nothing.
    let rests = try await onThread { try RawClient.readAll(clients) }
    #expect(rests.count == 60)
    #expect(time < .seconds(3))
  }
}
