import NIOCore

/// What a page that listens is still to be told.
struct PendingEvents {
  var heartbeat: RepeatedTask
  var isWriting = false
  /// A client that reads slowly gets the newest event only.
  var newest: [UInt8]?
}

extension Connection {
  /// Tells the newest state, and from now on each one.
  func listen(_ head: RequestHead, _ context: ChannelHandlerContext) {
    let (loop, limits) = (context.eventLoop, service.limits)
    let here = NIOLoopBound((self, context), eventLoop: loop)
    guard head.method == "GET" else {
      return send(ByteBuffer(bytes: EventStream.head), context) { $0.end($1) }
    }
    let heartbeat = loop.scheduleRepeatedTask(
      initialDelay: TimeAmount(limits.heartbeat), delay: TimeAmount(limits.heartbeat)
    ) { _ in
      let (connection, context) = here.value
      connection.beat(context)
    }
    phase = .listening(PendingEvents(heartbeat: heartbeat))
    let first = service.connections.listen(context.channel) { event in
      loop.execute {
        let (connection, context) = here.value
        connection.tell(event, context)
      }
    }
    tell(EventStream.head + EventStream.retry + first, context)
    context.read()
  }

  private func tell(_ event: [UInt8], _ context: ChannelHandlerContext) {
    guard case .listening(var events) = phase else { return }
    if events.isWriting {
      events.newest = event
    } else {
      events.isWriting = true
      send(ByteBuffer(bytes: event), context) { $0.wasTold($1) }
    }
    phase = .listening(events)
  }

  private func wasTold(_ context: ChannelHandlerContext) {
    guard case .listening(var events) = phase else { return }
    let next = events.newest
    events.newest = nil
    events.isWriting = false
    phase = .listening(events)
    if let next { tell(next, context) }
  }

  private func beat(_ context: ChannelHandlerContext) {
    guard case .listening(let events) = phase, !events.isWriting else { return }
    tell(EventStream.heartbeat, context)
  }
}
