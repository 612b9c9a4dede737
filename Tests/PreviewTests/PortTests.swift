import Preview
import Testing

/// On the default ports, which no other test uses.
@Suite(.serialized) struct PortTests {
  private static func start(_ port: Int?, host: String = "127.0.0.1") async throws -> PreviewServer {
    try await PreviewServer.start(
      host: host, port: port, pages: MemoryPages(["/": .text("page")]),
      state: PreviewState(version: "", assets: ""))
  }

  @Test func withoutAPortABusyOneIsPassedBy() async throws {
    let first = try await Self.start(nil)
    let second = try await Self.start(nil)
    #expect(PreviewServer.defaultPorts.contains(first.port))
    #expect(second.port > first.port)
    #expect(second.url == "http://127.0.0.1:\(second.port)/")
    #expect(try await second.ask("GET / HTTP/1.1\nHost: HOST").text == "page")
    await first.stop()
    await second.stop()
  }

  @Test func aBusyPortThatWasAskedForIsAnError() async throws {
    let server = try await Self.start(nil)
    let port = server.port
    await #expect(throws: PreviewError.portInUse(port)) { try await Self.start(port) }
    await server.stop()
    await #expect(throws: RawClient.Failure.self) { try await onThread { _ = try RawClient(port: port) } }
    // Free again at once.
    let next = try await Self.start(port)
    #expect(next.port == port)
    await next.stop()
  }

  @Test func whatCannotBeListenedOnIsSaidInWords() async throws {
    await #expect {
      try await Self.start(0, host: "192.0.2.1")
    } throws: { error in
      "\(error)".hasPrefix("cannot listen on 192.0.2.1:0: ")
    }
  }

  @Test func everywhereMeansAnyAddressButNoForeignName() async throws {
    let server = try await Self.start(0, host: "0.0.0.0")
    #expect(server.url == "http://127.0.0.1:\(server.port)/")
    for (host, status) in [("10.1.2.3", 200), ("localhost", 200), ("[fe80::1]", 200), ("evil.example", 403)] {
      let reply = try await server.ask("GET / HTTP/1.1\nHost: \(host):\(server.port)")
      #expect(reply.status == status, "\(host)")
    }
    await server.stop()
  }
}
