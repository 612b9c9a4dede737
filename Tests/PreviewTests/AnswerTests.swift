import Preview
import Testing

@Suite(.serialized) struct AnswerTests {
  static let page = ServedPage.html("<p>Hello")
  static let pages = MemoryPages([
    "/": page, "/a b.html": page, "/data.csv": .text("0123456789"), "/空.html": page,
    "/old": ServedPage(status: 301, contentType: "text/plain", location: "/新 \r\nX-Evil: 1", body: []),
  ])

  @Test func aPageIsServedWithItsTypeAndTheReloadLine() async throws {
    try await PreviewServer.with(Self.pages) { server in
      let reply = try await server.ask("GET /?x=1 HTTP/1.1\nHost: HOST")
      #expect(reply.status == 200)
      #expect(reply.fields["content-type"] == "text/html; charset=utf-8")
      #expect(reply.body != Self.page.body)
      #expect(ReloadLine.removed(from: reply.body) == Self.page.body)
    }
  }

  @Test(arguments: ["GET /", "GET /none", "POST /", "GET /.remit/reload.js", "GET /.remit/none", "GET /%"])
  func everyAnswerKeepsOtherSitesOut(line: String) async throws {
    try await PreviewServer.with(Self.pages) { server in
      let reply = try await server.ask("\(line) HTTP/1.1\nHost: HOST")
      #expect(reply.fields["x-content-type-options"] == "nosniff")
      #expect(reply.fields["cross-origin-resource-policy"] == "same-origin")
      #expect(reply.fields["referrer-policy"] == "no-referrer")
      #expect(reply.fields["cache-control"] == "no-cache")
      #expect(reply.fields["content-security-policy"] == "frame-ancestors 'self'")
      #expect(reply.fields["x-frame-options"] == "SAMEORIGIN")
      #expect(reply.fields["service-worker-allowed"] == nil)
      #expect(reply.fields.keys.allSatisfy { !$0.hasPrefix("access-control") })
    }
  }

  @Test(arguments: [
    "text/html; charset=utf-8", "image/svg+xml", "application/xml", "text/javascript; charset=utf-8",
    "application/octet-stream", "text/plain",
  ])
  func nothingRunsInSomebodysOwnFile(type: String) async throws {
    let file = ServedPage(contentType: type, body: Array("<script>1</script>".utf8), isForeign: true)
    try await PreviewServer.with(MemoryPages(["/x": file])) { server in
      let reply = try await server.ask("GET /x HTTP/1.1\nHost: HOST")
      #expect(reply.fields["content-security-policy"] == "sandbox allow-same-origin; frame-ancestors 'self'")
      #expect(reply.fields["x-content-type-options"] == "nosniff")
      #expect(reply.body == file.body)
      let tag = try #require(reply.fields["etag"])
      let known = try await server.ask("GET /x HTTP/1.1\nHost: HOST\nIf-None-Match: \(tag)")
      #expect(known.fields["content-security-policy"]?.hasPrefix("sandbox") == true)
    }
  }

  @Test func aDocumentIsShownByTheBrowser() async throws {
    let file = ServedPage(contentType: "application/pdf", body: [37], isForeign: true)
    try await PreviewServer.with(MemoryPages(["/x.pdf": file])) { server in
      let reply = try await server.ask("GET /x.pdf HTTP/1.1\nHost: HOST")
      #expect(reply.fields["content-security-policy"] == "frame-ancestors 'self'")
    }
  }

  @Test func whatTheClientHasIsNotSentAgain() async throws {
    try await PreviewServer.with(Self.pages) { server in
      let tag = try #require(try await server.ask("GET / HTTP/1.1\nHost: HOST").fields["etag"])
      for list in [tag, "\"x\", \(tag)", "W/\(tag)", "*"] {
        let reply = try await server.ask("GET / HTTP/1.1\nHost: HOST\nIf-None-Match: \(list)")
        #expect(reply.status == 304)
        #expect(reply.body.isEmpty)
        #expect(reply.fields["etag"] == tag)
      }
      let other = try await server.ask("GET / HTTP/1.1\nHost: HOST\nIf-None-Match: \"x\"")
      #expect(other.status == 200)
      let missing = try await server.ask("GET /none HTTP/1.1\nHost: HOST\nIf-None-Match: *")
      #expect(missing.status == 404)
    }
  }

  @Test(arguments: [
    ("bytes=2-4", 206, "234", "bytes 2-4/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
    ("bytes=-3", 206, "789", "bytes 7-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
    ("bytes=8-99999999999999999999", 206, "89", "bytes 8-9/10"), ("bytes=10-", 416, "", "bytes */10"),
    ("bytes=99999999999999999999-", 416, "", "bytes */10"), ("bytes=-0", 416, "", "bytes */10"),
    ("bytes=0-1,3-4", 200, "0123456789", nil), ("bytes=4-2", 200, "0123456789", nil),
    ("bytes=-", 200, "0123456789", nil), ("bytes=a-b", 200, "0123456789", nil),
    ("lines=1-2", 200, "0123456789", nil),
  ])
  func aPartIsSentWhereOneIsAskedFor(range: String, status: Int, body: String, field: String?) async throws {
    try await PreviewServer.with(Self.pages) { server in
      let reply = try await server.ask("GET /data.csv HTTP/1.1\nHost: HOST\nRange: \(range)")
      #expect(reply.status == status)
      #expect(reply.text == body)
      #expect(reply.fields["content-range"] == field)
      #expect(reply.fields["content-length"] == String(body.count))
    }
  }

  @Test func aPartOfWhatHasChangedSinceIsTheWhole() async throws {
    try await PreviewServer.with(Self.pages) { server in
      let tag = try #require(try await server.ask("GET /data.csv HTTP/1.1\nHost: HOST").fields["etag"])
      let head = "GET /data.csv HTTP/1.1\nHost: HOST\nRange: bytes=0-1\nIf-Range: "
      #expect(try await server.ask(head + tag).status == 206)
      #expect(try await server.ask(head + "\"old\"").status == 200)
    }
  }

  @Test(arguments: ["/", "/data.csv", "/none", "/.remit/reload.js"])
  func headIsGetWithoutABody(path: String) async throws {
    try await PreviewServer.with(Self.pages) { server in
      let get = try await server.ask("GET \(path) HTTP/1.1\nHost: HOST")
      let head = try await server.ask("HEAD \(path) HTTP/1.1\nHost: HOST")
      #expect(head.status == get.status)
      #expect(head.fields == get.fields)
      #expect(head.body.isEmpty)
      #expect(!get.body.isEmpty)
    }
  }

  @Test func aRedirectLeadsWhereItSaysAndCannotAddAHeader() async throws {
    try await PreviewServer.with(Self.pages) { server in
      let reply = try await server.ask("GET /old HTTP/1.1\nHost: HOST")
      #expect(reply.status == 301)
      #expect(reply.fields["location"] == "/%E6%96%B0%20%0D%0AX-Evil:%201")
      #expect(reply.fields["x-evil"] == nil)
    }
  }

  @Test func thePathIsDecodedOnce() async throws {
    try await PreviewServer.with(Self.pages) { server in
      for path in ["/a%20b.html", "/a%20b.html?q=%zz", "/%E7%A9%BA.html", "/%61%20b.html"] {
        #expect(try await server.ask("GET \(path) HTTP/1.1\nHost: HOST").status == 200, "\(path)")
      }
      // A name with percent signs in it, and no way up.
      let twice = try await server.ask("GET /%252e%252e/%252e%252e/etc/passwd HTTP/1.1\nHost: HOST")
      #expect(twice.status == 404)
      #expect(twice.text == "nothing at /%2e%2e/%2e%2e/etc/passwd\n")
    }
  }
}
