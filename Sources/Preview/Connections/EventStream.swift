import Diagnostics

/// Server-Sent Events, as bytes.
enum EventStream {
  /// Of an answer without an end.
  static let head: [UInt8] =
    Answer.head(
      status: 200,
      fields: [
        .init(name: "Content-Type", value: "text/event-stream"), .init(name: "Connection", value: "close"),
      ])

  /// Browsers come back a second after the connection broke.
  static let retry = Array("retry: 1000\n\n".utf8)

  /// A comment, so that both ends see that the other is there.
  static let heartbeat = Array(":\n\n".utf8)

  static func event(_ state: PreviewState) -> [UInt8] {
    Array("event: state\ndata: \(state.json.compactText)\n\n".utf8)
  }
}
