import Preview
import Testing

@Suite struct ServingTests {
  @Test func aPageIsServedWithItsTypeAndTheReloadLine() async throws {
    let page = ServedPage.html("<p>Hello")
    try await PreviewServer.with(MemoryPages(["/a.html": page])) { server in
      let reply = try await server.ask("GET /a.html?x=1 HTTP/1.1\nHost: HOST\nConnection: close")
      #expect(reply.status == 200)
      #expect(reply.fields["content-type"] == "text/html; charset=utf-8")
      #expect(reply.body != page.body)
      #expect(ReloadLine.removed(from: reply.body) == page.body)
      #expect(reply.text.hasSuffix("></script>\n"))
      #expect(
        reply.text.dropLast().split(separator: "\n").last?.hasPrefix("<script src=\"/.remit/reload.js\"")
          == true)
    }
  }
}
