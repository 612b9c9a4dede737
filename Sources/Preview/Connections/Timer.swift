import NIOCore

/// Closes a connection whose client takes too long.
struct Timer {
  enum Purpose {
    case idle, head, write, end
  }

  private var running: (purpose: Purpose, closing: Scheduled<Void>)?

  /// Starts to wait. For a head that is waited for already the time goes on.
  mutating func start(_ wait: (purpose: Purpose, time: Duration), _ context: ChannelHandlerContext) {
    if wait.purpose == .head, running?.purpose == .head { return }
    stop()
    let closing = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(wait.time)) {
      context.close(promise: nil)
    }
    running = (wait.purpose, closing)
  }

  mutating func stop() {
    running?.closing.cancel()
    running = nil
  }
}
