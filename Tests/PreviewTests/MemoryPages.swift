import Preview
import Synchronization

/// Pages from a dictionary, for tests.
final class MemoryPages: PageSource {
  let pages: Mutex<[String: ServedPage]>
  /// Each path that is asked for, as it is.
  let asked: AsyncStream<String>
  private let asks: AsyncStream<String>.Continuation
  private let delay: Duration

  init(_ pages: [String: ServedPage] = [:], delay: Duration = .zero) {
    self.pages = Mutex(pages)
    self.delay = delay
    (asked, asks) = AsyncStream.makeStream()
  }

  func page(at path: String) async -> ServedPage {
    asks.yield(path)
    if delay > .zero {
      // Woken early where nobody waits for the page any more.
      do { try await Task.sleep(for: delay) } catch { return .text("cancelled") }
    }
    return pages.withLock { $0[path] }
      ?? ServedPage(status: 404, contentType: "text/plain", body: Array("nothing at \(path)\n".utf8))
  }

  func set(_ path: String, _ page: ServedPage?) { pages.withLock { $0[path] = page } }
}

extension ServedPage {
  static func html(_ body: String, head: String = "") -> ServedPage {
    ServedPage(
      contentType: "text/html; charset=utf-8",
      body: Array(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>T</title>\(head)</head>\n<body>\(body)</body></html>\n"
          .utf8))
  }

  static func text(_ text: String) -> ServedPage {
    ServedPage(contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
  }
}

extension PreviewServer {
  /// A server on any free port while `body` runs.
  static func with<Value: Sendable>(
    _ pages: any PageSource, state: PreviewState = PreviewState(version: "1", assets: "1"),
    limits: PreviewLimits = PreviewLimits(), _ body: (PreviewServer) async throws -> Value
  ) async throws -> Value {
    let server = try await start(port: 0, pages: pages, state: state, limits: limits)
    do {
      let value = try await body(server)
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  /// Sends bytes on a connection of their own, and reads all that comes up to its end.
  func send(_ bytes: [UInt8]) async throws -> [UInt8] {
    let port = port
    return try await onThread {
      let client = try RawClient(port: port)
      try client.send(bytes)
      client.endSending()
      return try client.readToEnd()
    }
  }

  /// The answer to a head, in which `HOST` stands for this server's own name.
  func ask(_ head: String) async throws -> Reply {
    let text = head.replacing("\n", with: "\r\n").replacing("HOST", with: "127.0.0.1:\(port)")
    let answer = try await send(Array("\(text)\r\n\r\n".utf8))
    guard let reply = Reply(answer) else { throw RawClient.Failure(what: "no answer") }
    return reply
  }
}
