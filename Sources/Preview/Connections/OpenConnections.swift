import NIOCore
import Synchronization

/// The connections that are open, those of them that listen for events, and what they were told last.
final class OpenConnections: Sendable {
  private struct Contents {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var listeners: [ObjectIdentifier: @Sendable ([UInt8]) -> Void] = [:]
    var newest: [UInt8]
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

  /// The newest event; later ones are given to `send`, on any thread, in their order.
  func listen(_ channel: any Channel, send: @escaping @Sendable ([UInt8]) -> Void) -> [UInt8] {
    contents.withLock { contents in
      contents.listeners[ObjectIdentifier(channel)] = send
      return contents.newest
    }
  }

  func announce(_ state: PreviewState) {
    let event = EventStream.event(state)
    contents.withLock { contents in
      contents.newest = event
      for send in contents.listeners.values { send(event) }
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
