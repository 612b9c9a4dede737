import Diagnostics
import NIOCore
import NIOHTTP1

/// Server-Sent Events, as text.
enum EventStream {
  /// The head of an answer without an end. Browsers come back a second after the connection broke.
  static let head = Answer.head(
    status: 200, fields: ["Content-Type": "text/event-stream", "Connection": "close"])
  static let retry = "retry: 1000\n\n"

  /// A comment, so that both ends see that the other is there.
  static let heartbeat = ":\n\n"

  static func event(_ state: PreviewState) -> String {
    "event: state\ndata: \(state.json.compactText)\n\n"
  }
}

extension Connection {
  /// Tells the newest state, and from now on each one, until the client or the server ends it.
  func sendEvents(_ head: HTTPRequestHead, _ requests: inout Requests) async throws {
    guard head.method == .GET else { return try await send(ByteBuffer(string: EventStream.head)) }
    let (newest, later) = service.connections.listen(self.requests.channel)
    try await send(ByteBuffer(string: EventStream.head + EventStream.retry + newest))
    try await withThrowingTaskGroup { group in
      group.addTask {
        for await event in later { try await send(ByteBuffer(string: event)) }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: service.limits.heartbeat)
          try await send(ByteBuffer(string: EventStream.heartbeat))
        }
      }
      // Whatever the client still sends; a failed write closes the connection, and so ends this too.
      while try await requests.next(isolation: #isolation) != nil {}
      group.cancelAll()
    }
  }
}
