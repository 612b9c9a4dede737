/// How long the server waits for slow clients, and how many it takes.
package struct PreviewLimits: Sendable {
  /// For the whole head of a request, from its first byte.
  package var head: Duration = .seconds(10)
  /// For the next request on an open connection.
  package var idle: Duration = .seconds(60)
  /// For a client to take the next piece of an answer.
  package var write: Duration = .seconds(30)
  /// Between two signs of life on a connection for events.
  package var heartbeat: Duration = .seconds(15)
  /// With one more, the one that has waited longest for a request is closed.
  package var connections = 1000

  package init() {}
}
