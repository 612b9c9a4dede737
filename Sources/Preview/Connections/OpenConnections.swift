import NIOCore
import Synchronization

/// The connections that are open, those of them that listen for events, and what they were told last.
final class OpenConnections: Sendable {
  private struct Contents {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var listeners: [ObjectIdentifier: AsyncStream<String>.Continuation] = [:]
    /// Those that wait for a request, each with the number of its wait: the lowest has waited longest.
    var idle: [ObjectIdentifier: Int] = [:]
    var waits = 0
    var newest: String
    var isStopped = false

    mutating func wait(_ id: ObjectIdentifier) {
      guard channels[id] != nil else { return }
      waits += 1
      idle[id] = waits
    }

    mutating func forget(_ id: ObjectIdentifier) {
      channels[id] = nil
      listeners[id] = nil
      idle[id] = nil
    }
  }

  private let contents: Mutex<Contents>
  private let most: Int

  init(most: Int, state: PreviewState) {
    self.most = most
    contents = Mutex(Contents(newest: EventStream.event(state)))
  }

  /// Whether there is room for one more, which is then counted until `remove`. Where all places are taken, the one
  /// that has waited longest for a request makes room; there is none only while all are being answered.
  func add(_ channel: any Channel) -> Bool {
    let (isAdded, left) = contents.withLock { contents -> (Bool, (any Channel)?) in
      guard !contents.isStopped else { return (false, nil) }
      var left: (any Channel)?
      if contents.channels.count >= most {
        guard let oldest = contents.idle.min(by: { $0.value < $1.value })?.key else { return (false, nil) }
        left = contents.channels[oldest]
        contents.forget(oldest)
      }
      contents.channels[ObjectIdentifier(channel)] = channel
      contents.wait(ObjectIdentifier(channel))
      return (true, left)
    }
    left?.close(promise: nil)
    return isAdded
  }

  /// The connection waits for its next request from now on.
  func wait(_ channel: any Channel) {
    contents.withLock { $0.wait(ObjectIdentifier(channel)) }
  }

  /// The connection has a request that is to be answered.
  func work(_ channel: any Channel) {
    contents.withLock { $0.idle[ObjectIdentifier(channel)] = nil }
  }

  func remove(_ channel: any Channel) {
    contents.withLock { $0.forget(ObjectIdentifier(channel)) }
  }

  /// The newest event, and those to come: of several that a slow client has not been told only the last.
  func listen(_ channel: any Channel) -> (newest: String, later: AsyncStream<String>) {
    let (later, listener) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
    return contents.withLock { contents in
      let id = ObjectIdentifier(channel)
      // One that has just closed is told nothing more.
      if contents.channels[id] != nil { contents.listeners[id] = listener }
      return (contents.newest, later)
    }
  }

  func announce(_ state: PreviewState) {
    let event = EventStream.event(state)
    contents.withLock { contents in
      contents.newest = event
      for listener in contents.listeners.values { listener.yield(event) }
    }
  }

  /// All that are open; from now on none is added.
  func stop() -> [any Channel] {
    contents.withLock { contents in
      contents.isStopped = true
      return Array(contents.channels.values)
    }
  }
}
