import NIOCore

/// What of an answer is not yet written.
struct Outgoing {
  /// In bytes. Each piece has its own time limit, and no more than one is copied for the system.
  static let piece = 64 << 10

  var rest: ArraySlice<UInt8>
  var keepsAlive: Bool
}

extension Connection {
  /// Writes an answer; then comes the next request, or the end.
  ///
  /// - Parameter head: the request, where there is one that could be read.
  func write(
    _ answer: Answer, for head: RequestHead?, mayKeepAlive: Bool = true, _ context: ChannelHandlerContext
  ) {
    let keepsAlive = mayKeepAlive && head?.keepsAlive == true
    let bytes = answer.head(keepsAlive: keepsAlive)
    phase = .writing(
      Outgoing(rest: head?.method == "HEAD" ? [] : answer.body[answer.part], keepsAlive: keepsAlive))
    writePiece(after: bytes, context)
  }

  private func writePiece(after start: [UInt8], _ context: ChannelHandlerContext) {
    guard case .writing(var outgoing) = phase else { return }
    var buffer = context.channel.allocator.buffer(capacity: start.count + Outgoing.piece)
    buffer.writeBytes(start)
    buffer.writeBytes(outgoing.rest.prefix(Outgoing.piece))
    outgoing.rest = outgoing.rest.dropFirst(Outgoing.piece)
    phase = .writing(outgoing)
    send(buffer, context) { $0.wentOut($1) }
  }

  private func wentOut(_ context: ChannelHandlerContext) {
    guard case .writing(let outgoing) = phase else { return }
    if !outgoing.rest.isEmpty {
      writePiece(after: [], context)
    } else if outgoing.keepsAlive {
      phase = .reading
      advance(context)
    } else {
      end(context)
    }
  }

  /// Says that nothing more comes, and leaves the client a moment to hear it.
  func end(_ context: ChannelHandlerContext) {
    phase = .ending
    guard !inputEnded else { return context.close(promise: nil) }
    context.close(mode: .output, promise: nil)
    timer.start((.end, .seconds(1)), context)
    context.read()
  }

  /// Writes bytes within the time limit; `next` is called once the system has taken them, in a step of its
  /// own, so that many small answers don't nest.
  func send(
    _ buffer: ByteBuffer, _ context: ChannelHandlerContext,
    next: @escaping (Connection, ChannelHandlerContext) -> Void
  ) {
    timer.start((.write, service.limits.write), context)
    let loop = context.eventLoop.assumeIsolated()
    context.writeAndFlush(wrapOutboundOut(buffer)).assumeIsolated().whenComplete { result in
      self.timer.stop()
      switch result {
      case .success: loop.execute { next(self, context) }
      case .failure: context.close(promise: nil)
      }
    }
  }
}
