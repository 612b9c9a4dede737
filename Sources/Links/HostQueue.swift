/// Whose turn it is: one request at a time for each host, and a pause between two.
struct HostQueue {
  private struct Host {
    var waiting: [LinkInquiry] = []
    var isBusy = false
    /// When the next request may begin.
    var turn: ContinuousClock.Instant
  }

  private var hosts: [String: Host] = [:]
  /// In the order in which they came, so that the requests have an order too.
  private var names: [String] = []

  /// - Parameter turn: before it, nothing is asked of the host; for a link that was asked for already, which then
  ///   stands first.
  mutating func add(_ inquiry: LinkInquiry, at host: String, turn: ContinuousClock.Instant, first: Bool) {
    if hosts[host] == nil { names.append(host) }
    var queue = hosts[host] ?? Host(turn: turn)
    queue.turn = max(queue.turn, turn)
    queue.waiting.insert(inquiry, at: first ? 0 : queue.waiting.count)
    hosts[host] = queue
  }

  /// The next link whose host is free; the host then is busy until `end`.
  mutating func next(at now: ContinuousClock.Instant) -> (inquiry: LinkInquiry, host: String)? {
    for name in names {
      guard let host = hosts[name], !host.isBusy, host.turn <= now, !host.waiting.isEmpty else { continue }
      hosts[name]?.isBusy = true
      hosts[name]?.waiting.removeFirst()
      return (host.waiting[0], name)
    }
    return nil
  }

  /// The request that `next` gave has been answered.
  mutating func end(_ host: String, turn: ContinuousClock.Instant) {
    guard var queue = hosts[host] else { return }
    queue.isBusy = false
    queue.turn = max(queue.turn, turn)
    hosts[host] = queue
  }

  /// Takes away all that waits for a host.
  mutating func removeAll(at host: String) -> [LinkInquiry] {
    let waiting = hosts[host]?.waiting ?? []
    hosts[host]?.waiting = []
    return waiting
  }

  /// Which hosts are waited for: those that were asked, or else those that may not be asked yet.
  var waiting: String? {
    let asked = names.filter { hosts[$0]?.isBusy == true }
    let waited = asked.isEmpty ? names.filter { hosts[$0]?.waiting.isEmpty == false } : asked
    return waited.isEmpty ? nil : "waiting for " + waited.joined(separator: ", ")
  }

  /// When the next host's turn is that waits for nothing but time.
  var nextTurn: ContinuousClock.Instant? {
    hosts.values.filter { !$0.isBusy && !$0.waiting.isEmpty }.map(\.turn).min()
  }
}
