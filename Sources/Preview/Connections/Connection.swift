import NIOCore

/// One connection: reads requests, one after the other, and writes their answers in the same order.
///
/// Nothing is read while an answer is made or written, so a client that asks without reading fills its own
/// buffers and nobody else's.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  /// NIO tells of events as values of all types.
  typealias UserEvent = Any

  enum Phase {
    case reading
    /// The page is being made: as long as it takes.
    case waiting(Task<Void, Never>)
    case writing(Outgoing)
    case listening(PendingEvents)
    /// The last answer is written. What the client still sends is thrown away: a connection that is closed
    /// with unread bytes in it takes the answer along.
    case ending
  }

  let service: Service
  var phase = Phase.reading
  var timer = Timer()
  /// The client will send nothing more.
  var inputEnded = false
  private var reader = RequestReader()

  init(_ service: Service) { self.service = service }

  func channelActive(context: ChannelHandlerContext) {
    advance(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer.stop()
    switch phase {
    case .waiting(let task): task.cancel()
    case .listening(let events): events.heartbeat.cancel()
    case .reading, .writing, .ending: break
    }
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch phase {
    case .reading, .waiting, .writing: reader.append(unwrapInboundIn(data).readableBytesView)
    case .listening, .ending: break
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    switch phase {
    case .reading: advance(context)
    case .listening, .ending: context.read()
    case .waiting, .writing: break
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: UserEvent) {
    guard let event = event as? ChannelEvent, event == .inputClosed else { return }
    inputEnded = true
    switch phase {
    case .reading: advance(context)
    case .listening, .ending: context.close(promise: nil)
    case .waiting, .writing: break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  /// Answers the next request, or waits for more of it.
  func advance(_ context: ChannelHandlerContext) {
    do {
      if let head = try reader.next() {
        answer(head, context)
      } else if inputEnded {
        context.close(promise: nil)
      } else {
        let limits = service.limits
        // For a head the time counts from its first byte, whatever comes later.
        timer.start(reader.isInsideHead ? (.head, limits.head) : (.idle, limits.idle), context)
        context.read()
      }
    } catch {
      refuse(error, nil, context)
    }
  }

  private func answer(_ head: RequestHead, _ context: ChannelHandlerContext) {
    timer.stop()
    do {
      switch try Route(head, names: service.names) {
      case .page(let path): make(head, context) { await $0.page(at: path) }
      case .script: make(head, context) { _ in Service.script }
      case .events: listen(head, context)
      }
    } catch {
      refuse(error, head, context)
    }
  }

  /// - Parameter head: the request, where there is one that could be read.
  private func refuse(_ refusal: Refusal, _ head: RequestHead?, _ context: ChannelHandlerContext) {
    write(Answer(refusal), for: head, mayKeepAlive: !refusal.closes, context)
  }

  /// Makes an answer elsewhere, so that other connections don't wait for it.
  private func make(
    _ head: RequestHead, _ context: ChannelHandlerContext,
    page: @escaping @Sendable (any PageSource) async -> ServedPage
  ) {
    let (loop, pages) = (context.eventLoop, service.pages)
    let here = NIOLoopBound((self, context), eventLoop: loop)
    phase = .waiting(
      Task {
        let page = await page(pages)
        guard !Task.isCancelled else { return }
        let answer = Answer(page, to: head)
        loop.execute {
          let (connection, context) = here.value
          connection.write(answer, for: head, context)
        }
      })
  }
}
