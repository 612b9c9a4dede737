import NIOCore
import NIOHTTP1

/// One connection: reads requests, one after the other, and writes their answers in the same order.
///
/// No more than a few requests are read ahead while an answer is made or written, so a client that asks
/// without reading fills its own buffers and nobody else's.
struct Connection: Sendable {
  typealias Requests = NIOAsyncChannelInboundStream<Request>.AsyncIterator

  /// In bytes. Each piece of an answer has its own time limit, and no more than one is copied for the system.
  static let piece = 64 << 10

  /// Answers are written to the channel in it, which says when the system has taken them.
  let requests: NIOAsyncChannel<Request, Never>
  let service: Service

  /// To be called on the channel's event loop; then `serve` must be called.
  init(_ channel: any Channel, _ service: Service) throws {
    self.service = service
    try channel.pipeline.syncOperations.addHandlers(
      RequestHandler.decoder(), RequestHandler(time: service.limits.head))
    requests = try NIOAsyncChannel(wrappingChannelSynchronously: channel)
  }

  /// Answers until the client or the server ends it.
  func serve() async {
    do {
      try await requests.executeThenClose { stream in
        var requests = stream.makeAsyncIterator()
        while let request = try await next(&requests) {
          guard try await answer(request, &requests) else { return try await end(&requests) }
        }
      }
    } catch {
      // The client has gone or was too slow. Nobody is left to be told.
      return
    }
  }

  /// Waits for a request, and is the first to make room for another connection meanwhile.
  private func next(_ requests: inout Requests) async throws -> Request? {
    service.connections.wait(self.requests.channel)
    defer { service.connections.work(self.requests.channel) }
    return try await within(service.limits.idle) { try await requests.next(isolation: #isolation) }
  }

  /// - Returns: whether another request may follow.
  private func answer(_ request: Request, _ requests: inout Requests) async throws -> Bool {
    let (head, route): (HTTPRequestHead, Route)
    switch request {
    case .success(let read): head = read
    case .failure(let refusal): return try await write(Answer(refusal), for: nil)
    }
    do {
      route = try Route(head, names: service.names)
    } catch {
      return try await write(Answer(error), for: head)
    }
    switch route {
    case .page(let path):
      let page = await service.pages.page(at: path)
      return try await write(Answer(page, to: head), for: head)
    case .script: return try await write(Answer(Service.script, to: head), for: head)
    case .events:
      try await sendEvents(head, &requests)
      return false
    }
  }

  /// - Parameter head: the request, where there is one that could be read.
  /// - Returns: whether another request may follow.
  private func write(_ answer: Answer, for head: HTTPRequestHead?) async throws -> Bool {
    let keepsAlive = !answer.closes && head?.isKeepAlive == true
    var bytes = ByteBuffer(string: answer.head(keepsAlive: keepsAlive))
    var rest = head?.method == .HEAD ? [] : answer.body[answer.part]
    repeat {
      bytes.writeBytes(rest.prefix(Self.piece))
      rest = rest.dropFirst(Self.piece)
      try await send(bytes)
      bytes.clear()
    } while !rest.isEmpty
    return keepsAlive
  }

  /// Writes bytes; returns once the system has taken them.
  func send(_ bytes: ByteBuffer) async throws {
    try await within(service.limits.write) { try await requests.channel.writeAndFlush(bytes) }
  }

  /// Says that nothing more comes, and leaves the client a moment to hear it: a connection that is closed with
  /// unread bytes in it takes the last answer along.
  private func end(_ requests: inout Requests) async throws {
    try await self.requests.channel.close(mode: .output)
    try await within(.seconds(1)) {
      while try await requests.next(isolation: #isolation) != nil {}
    }
  }

  /// Closes the connection where `body` takes longer; it then ends or throws.
  private func within<Value>(_ time: Duration, _ body: () async throws -> Value) async rethrows -> Value {
    let channel = requests.channel
    let closing = channel.eventLoop.scheduleTask(in: TimeAmount(time)) { channel.close(promise: nil) }
    defer { closing.cancel() }
    return try await body()
  }
}
