import Preview
import Testing

/// Bytes that no browser of a writer sends, and what becomes of them. `HOST` is the server's own name, `\n` a
/// line's end.
@Suite(.serialized) struct RefusalTests {
  static let pages = MemoryPages(["/": .html("secret"), "/.remit/events": .text("never asked for")])

  @Test(arguments: [
    "POST /", "PUT /", "DELETE /", "PATCH /", "OPTIONS /", "OPTIONS *", "TRACE /", "CONNECT example.org:443",
  ])
  func onlyGetAndHeadAreAnswered(line: String) async throws {
    try await expect(
      "\(line) HTTP/1.1\nHost: HOST", 405, ["allow": "GET, HEAD", "connection": "close"])
  }

  @Test(arguments: ["Upgrade: websocket\nConnection: Upgrade", "Upgrade: h2c"])
  func noOtherProtocolIsSpoken(fields: String) async throws {
    try await expect("GET / HTTP/1.1\nHost: HOST\n\(fields)", 400, ["connection": "close"])
    // Bytes of it behind the head are not read as requests.
    let next = "\n\nGET / HTTP/1.1\nHost: HOST"
    for head in ["GET / HTTP/1.1\nHost: HOST\n\(fields)", "CONNECT HOST HTTP/1.1\nHost: HOST"] {
      try await PreviewServer.with(Self.pages) { server in
        let reply = try await server.ask(head + next)
        #expect(!reply.text.contains("HTTP/1.1"))
      }
    }
  }

  @Test(arguments: [
    ("Content-Length: 5", 413), ("Content-Length: 99999999999999999999", 400),
    ("Transfer-Encoding: chunked", 413),
    ("Transfer-Encoding: identity", 413), ("Content-Length: 5\nContent-Length: 6", 400),
    ("Content-Length: -1", 400), ("Content-Length: 0x5", 400), ("Content-Length:", 400),
    ("Content-Length: 0\nTransfer-Encoding: chunked", 400), ("Content-Length: 00", 413),
  ])
  func aBodyIsRefusedAndTheConnectionClosed(fields: String, status: Int) async throws {
    try await expect(
      "GET / HTTP/1.1\nHost: HOST\n\(fields)", status, ["connection": "close"])
    try await expect("POST / HTTP/1.1\nHost: HOST\nContent-Length: 5", 405, ["connection": "close"])
    try await expect("GET / HTTP/1.1\nHost: HOST\nContent-Length: 0", 200, [:])
  }

  @Test(arguments: [
    // One more blank before the URL or the version is let pass, as HTTP allows it.
    "", "GET", " GET / HTTP/1.1", "GET / http/1.1", "GET /é HTTP/1.1", "GET /\u{1} HTTP/1.1",
    "GET a HTTP/1.1", "GET * HTTP/1.1", "G=T / HTTP/1.1", "get / HTTP/1.1", "BREW / HTTP/1.1",
    "GET /#a HTTP/1.1", "GET ftp://HOST/ HTTP/1.1",
  ])
  func aMalformedFirstLineIsRefused(line: String) async throws {
    try await expect("\(line)\nHost: HOST", 400, ["connection": "close"])
  }

  @Test(arguments: [
    "no colon", ": no name", "Two Words: x", "Name : x", " folded", "Name: \u{0}", "Name: \u{7F}", "Näme: x",
    "Name: a\rb",
  ])
  func aMalformedFieldIsRefused(line: String) async throws {
    try await expect("GET / HTTP/1.1\nHost: HOST\n\(line)", 400, ["connection": "close"])
  }

  @Test func linesEndInBothCharacters() async throws {
    try await PreviewServer.with(Self.pages) { server in
      for bytes in ["GET / HTTP/1.1\nHost: 127.0.0.1:\(server.port)\n\n", "\u{16}\u{3}\u{1}\n"] {
        let reply = try #require(Reply(try await server.send(Array(bytes.utf8))))
        #expect(reply.status == 400 || reply.status == 505)
        #expect(reply.fields["connection"] == "close")
      }
      #expect(try await server.send(Array("\n\n".utf8)).isEmpty)
    }
  }

  @Test func otherVersionsAreRefused() async throws {
    for version in [" HTTP/2.0", " HTTP/0.9", " HTTP/1.2", " HTTP/1.10", " HTTP/1.1 x", ""] {
      try await expect("GET /\(version)\nHost: HOST", 505, ["connection": "close"])
    }
  }

  @Test func headsHaveALimit() async throws {
    let long = String(repeating: "a", count: 9000)
    try await expect("GET /\(long) HTTP/1.1\nHost: HOST", 414, ["connection": "close"])
    try await expect("GET /?\(String(repeating: long, count: 12)) HTTP/1.1\nHost: HOST", 431, [:])
    try await expect("GET /?\(long.prefix(8000)) HTTP/1.1\nHost: HOST", 200, [:])
    try await expect("GET / HTTP/1.1\nHost: HOST\nA: \(String(repeating: long, count: 12))", 431, [:])
    try await expect("GET / HTTP/1.1\nHost: HOST\nA:\(String(repeating: " ", count: 1 << 20))", 431, [:])
    let small = String(repeating: "\nA: \(long)", count: 4)
    try await expect("GET / HTTP/1.1\nHost: HOST\(small)", 431, ["connection": "close"])
    let fields = String(repeating: "\nA: a", count: 99)
    try await expect("GET / HTTP/1.1\nHost: HOST\(fields)", 200, [:])
    try await expect("GET / HTTP/1.1\nHost: HOST\(fields)\nB: b", 431, ["connection": "close"])
  }

  @Test(arguments: [
    "/..", "/../x", "/a/../b", "/.", "/./a", "/a/.", "/%2e%2e/x", "/%2E./x", "/.%2e/", "/a/%2e",
    "/a%2f..%2fb", "/a%2Fb", "/%5c..%5cx", "/a\\b", "/..%5cx", "//", "//etc/passwd", "/a//b", "/%00",
    "/a%00.html",
    "/%0a", "/%7f", "/%c2%85", "/%", "/%2", "/%zz", "/%+1", "/%ff", "/%c0%ae%c0%ae/x", "/%e0%80%af",
    "/%ed%a0%80",
    "/%f0%80%80%ae", "/.remit/../x", "/.remit/%2e%2e/x", "/%2e%2e%2f%2e%2e%2fetc/passwd", "/..?x",
  ])
  func aPathThatLeavesOrHidesIsRefused(path: String) async throws {
    try await expect("GET \(path) HTTP/1.1\nHost: HOST", 400, [:])
    try await expect("GET http://HOST\(path) HTTP/1.1\nHost: HOST", 400, [:])
  }

  @Test(arguments: [
    "evil.example:PORT", "evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1:",
    "localhost.:PORT",
    "127.0.0.1.evil.example:PORT", "localhost.evil.example:PORT", "192.168.0.1:PORT", "0.0.0.0:PORT",
    "[::]:PORT",
    "[::2]:PORT", "::1:PORT", "[127.0.0.1]:PORT", "[::1:PORT", "127.1:PORT", "2130706433:PORT",
    "0x7f.0.0.1:PORT",
    "x@127.0.0.1:PORT", "127.0.0.1:PORT/", "127.0.0.1:PORT, evil.example", "127.0.0.1:PORT:1", "", "é:PORT",
  ])
  func aForeignNameGetsNothing(host: String) async throws {
    try await PreviewServer.with(Self.pages) { server in
      let host = host.replacing("PORT", with: "\(server.port)")
      for path in ["/", "/.remit/reload.js", "/.remit/events"] {
        let reply = try await server.ask("GET \(path) HTTP/1.1\nHost: \(host)")
        #expect(reply.status == 403)
        #expect(reply.fields["connection"] == "close")
        #expect(!reply.text.contains("secret"))
      }
      guard !host.isEmpty, !host.contains(" "), !host.contains("é"), !host.contains("/") else { return }
      #expect(try await server.ask("GET http://\(host)/ HTTP/1.1\nHost: HOST").status == 403)
    }
  }

  @Test(arguments: ["127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT", "127.0.0.2:PORT", "[::1]:PORT"])
  func itsOwnNamesAreAnswered(host: String) async throws {
    try await PreviewServer.with(Self.pages) { server in
      let host = host.replacing("PORT", with: "\(server.port)")
      for head in [
        "GET / HTTP/1.1\nHost: \(host)", "GET http://\(host)/ HTTP/1.1\nHost: HOST",
        "GET HTTP://\(host) HTTP/1.1\nHost: HOST",
      ] {
        let reply = try await server.ask(head)
        #expect(reply.status == 200, "\(head)")
      }
    }
  }

  @Test func exactlyOneHostIsNamed() async throws {
    try await expect("GET / HTTP/1.1", 400, [:])
    try await expect("GET / HTTP/1.0", 400, [:])
    try await expect("GET / HTTP/1.1\nHost: HOST\nHost: HOST", 400, [:])
    try await expect("GET / HTTP/1.0\nHost: HOST", 200, ["connection": "close"])
  }

  @Test(arguments: [
    "Origin: http://evil.example", "Origin: null", "Origin: https://HOST", "Origin: http://127.0.0.1:1",
    "Origin: http://HOST\nOrigin: http://evil.example", "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Site: same-site",
  ])
  func anotherSiteCannotListen(field: String) async throws {
    for path in ["/.remit/events", "/.remit/reload.js", "/.remit/none", "/%2eremit/events"] {
      try await expect("GET \(path) HTTP/1.1\nHost: HOST\n\(field)", 403, [:])
    }
  }

  @Test func itsOwnPagesMayLoadTheScript() async throws {
    for field in ["Origin: http://HOST", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none"] {
      try await expect("GET /.remit/reload.js HTTP/1.1\nHost: HOST\n\(field)", 200, [:])
    }
    for path in ["/.remit", "/.remit/", "/.remit/none", "/.remit/events/"] {
      try await expect("GET \(path) HTTP/1.1\nHost: HOST", 404, [:])
    }
  }

  @Test(arguments: [
    "Service-Worker: script", "service-worker: SCRIPT", "Service-Worker:", "Sec-Fetch-Dest: serviceworker",
    "Sec-Fetch-Dest: ServiceWorker", "Sec-Fetch-Dest: sharedworker",
  ])
  func noWorkerMayOutliveItsPage(field: String) async throws {
    for path in ["/", "/sw.js", "/.remit/none"] {
      try await expect(
        "GET \(path) HTTP/1.1\nHost: HOST\n\(field)", 403, ["clear-site-data": "\"storage\""])
    }
    // The preview's own worker goes with its last page.
    let isShared = field.hasSuffix("sharedworker")
    try await expect("GET /.remit/reload.js HTTP/1.1\nHost: HOST\n\(field)", isShared ? 200 : 403, [:])
    try await expect("GET / HTTP/1.1\nHost: HOST\nSec-Fetch-Dest: worker", 200, [:])
  }

  @Test func aNameIsAnsweredOnlyWhereItWasAllowed() async throws {
    let server = try await PreviewServer.start(
      port: 0, allowedHosts: ["DevBox.lan"], pages: Self.pages, state: PreviewState(version: "1", assets: "1")
    )
    for (host, status) in [
      ("devbox.lan:\(server.port)", 200), ("DEVBOX.LAN", 200), ("devbox.lan:8080", 200), ("devbox.lan:", 403),
      ("devbox.lan:x", 403), ("evil.devbox.lan", 403), ("devbox.lan.evil.example", 403), ("lan", 403),
    ] {
      #expect(try await server.ask("GET / HTTP/1.1\nHost: \(host)").status == status, "\(host)")
    }
    for (origin, status) in [
      ("http://devbox.lan:8080", 200), ("https://devbox.lan", 200), ("https://evil.example", 403),
      ("https://127.0.0.1:\(server.port)", 403),
    ] {
      let head = "GET /.remit/reload.js HTTP/1.1\nHost: devbox.lan\nOrigin: \(origin)"
      #expect(try await server.ask(head).status == status, "\(origin)")
    }
    let refused = try await server.ask("GET / HTTP/1.1\nHost: evil.example")
    #expect(refused.text.contains("'devbox.lan'") && refused.text.contains("--allow-host"))
    await server.stop()
  }

  private func expect(
    _ head: String, _ status: Int, _ fields: [String: String], _ location: SourceLocation = #_sourceLocation
  ) async throws {
    try await PreviewServer.with(Self.pages) { server in
      let reply = try await server.ask(head)
      #expect(reply.status == status, "\(reply.text)", sourceLocation: location)
      for (name, value) in fields { #expect(reply.fields[name] == value, sourceLocation: location) }
      if status >= 400 { #expect(reply.fields["content-type"] == "text/plain; charset=utf-8") }
    }
  }
}
