package import Progress

/// Asks for pages elsewhere, politely: one request at a time for each host, and few hosts at once.
package struct LinkCheck {
  private static let mostAtOnce = 8

  /// Between two requests to one host.
  let pause: Duration
  /// For one request, in seconds.
  let timeLimit: Int
  /// For all of them. What was not asked for by then is not asked for.
  let wholeTime: Duration
  /// What servers are told that asks.
  let userAgent: String

  package init(
    pause: Duration, timeLimit: Int, wholeTime: Duration, userAgent: String = "remit (link check)"
  ) {
    self.pause = pause
    self.timeLimit = timeLimit
    self.wholeTime = wholeTime
    self.userAgent = userAgent
  }

  private enum Event: Sendable {
    case answer(WebAnswer, LinkInquiry, host: String)
    case turn(ContinuousClock.Instant)
    case end
  }

  /// - Parameters:
  ///   - progress: is told which hosts are waited for.
  ///   - found: is told each verdict as it comes.
  /// - Throws: `LinkError` without `curl`.
  package func run(
    _ addresses: [String], progress: ProgressMeter? = nil,
    found: (_ address: String, LinkVerdict) throws -> Void
  ) async throws {
    var queue = HostQueue()
    for address in addresses {
      if let objection = objection(to: address) {
        try found(address, .dead(objection))
      } else if let host = WebAddress.host(of: address) {
        queue.add(LinkInquiry(address), at: host, turn: .now, first: false)
      }
    }
    try await withThrowingTaskGroup(of: Event.self) { group in
      defer { group.cancelAll() }
      let end = ContinuousClock.now + wholeTime
      group.addTask {
        try await Task.sleep(until: end, clock: .continuous)
        return .end
      }
      var asked = 0
      var alarm: ContinuousClock.Instant?
      // What is said of all that is still to be asked of a host.
      var resting: [String: LinkVerdict] = [:]
      while true {
        while asked < Self.mostAtOnce, let (inquiry, host) = queue.next(at: .now) {
          asked += 1
          let request = inquiry.request(timeLimit: timeLimit, userAgent: userAgent)
          group.addTask { .answer(try await request.send(), inquiry, host: host) }
        }
        progress?.tell(queue.waiting)
        let turn = asked < Self.mostAtOnce ? queue.nextTurn : nil
        if asked == 0, turn == nil { return }
        if let turn, alarm.map({ turn < $0 }) ?? true {
          alarm = turn
          group.addTask {
            try await Task.sleep(until: turn, clock: .continuous)
            return .turn(turn)
          }
        }
        switch try await group.next() {
        case .turn(let rung)?: if rung == alarm { alarm = nil }
        case .answer(let answer, let inquiry, let host)?:
          asked -= 1
          queue.end(host, turn: .now + pause)
          switch inquiry.step(after: answer, pause: pause) {
          case .verdict(let verdict): try found(inquiry.link, verdict)
          case .again(let next, let wait):
            let nextHost = WebAddress.host(of: next.address) ?? host
            if let verdict = resting[nextHost] {
              try found(next.link, verdict)
            } else {
              queue.add(next, at: nextHost, turn: .now + wait, first: true)
            }
          case .rest(let verdict):
            resting[host] = verdict
            for inquiry in [inquiry] + queue.removeAll(at: host) { try found(inquiry.link, verdict) }
          }
        case .end?, nil: return
        }
      }
    }
  }

  private func objection(to address: String) -> String? {
    if WebAddress.hasControlCharacter(address) { return "it contains a control character" }
    return WebAddress.host(of: address) == nil ? "it has no host name" : nil
  }
}
