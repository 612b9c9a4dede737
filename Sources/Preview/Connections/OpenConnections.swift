import NIOCore
import Synchronization

/// The connections that are open, those of them that listen for events, and what they were told last.
final class OpenConnections: Sendable {
  private struct Contents {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var listeners: [ObjectIdentifier: AsyncStream<String>.Continuation] = [:]
    var newest: String
    var isStopped = false
  }

  private let contents: Mutex<Contents>
  private let most: Int

  init(most: Int, state: PreviewState) {
    self.most = most
    contents = Mutex(Contents(newest: EventStream.event(state)))
  }

  /// Whether there is room for one more, which is then counted until `remove`.
  func add(_ channel: any Channel) -> Bool {
    contents.withLock { contents in
      guard !contents.isStopped, contents.channels.count < most else { return false }
      contents.channels[ObjectIdentifier(channel)] = channel
      return true
    }
  }

  func remove(_ channel: any Channel) {
    contents.withLock { contents in
      contents.channels[ObjectIdentifier(channel)] = nil
      contents.listeners[ObjectIdentifier(channel)] = nil
    }
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
