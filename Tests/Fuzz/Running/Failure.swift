import Files

/// An input that went wrong.
struct Failure: Sendable {
  enum Sort: Hashable, Sendable {
    case crash, hang
    case wrong(rule: String)
  }

  var number: Int
  var sort: Sort
  var detail: String

  var text: String {
    switch sort {
    case .crash: "crash: \(detail)"
    case .hang: "hang: over \(Limits.time) ms of work"
    case .wrong(let rule): "not so: \(rule): \(detail)"
    }
  }

  /// How a process ended that said all it did.
  static func sort(of outcome: ChildProcess.Outcome) -> Sort {
    // 128 and the number of SIGPROF or SIGALRM, as shells say it.
    [128 + 27, 128 + 14].contains(outcome.status) ? .hang : .crash
  }
}
