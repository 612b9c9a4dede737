import Files

/// Some of a kind's inputs, one after the other, in a process that is begun anew behind each input that ends it.
struct Stripe: Sendable {
  var kind: FuzzKind
  var seed: UInt64
  var first: Int
  var step: Int
  var count: Int
  var project: String

  /// After so many, more would tell nothing new.
  private static let most = 25

  struct Outcome: Sendable {
    var inputs = 0
    var failures: [Failure] = []
    /// Milliseconds, and the number of the input.
    var slowest = (time: 0, number: 0)
  }

  func run() async throws -> Outcome {
    var result = Outcome()
    var next = first
    while next < count, result.failures.count < Stripe.most {
      let outcome = try await child(from: next).run()
      var isDone = false
      for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
        switch Report(line) {
        case .began(let number):
          next = number
          result.inputs += 1
        case .wrong(let problem):
          result.failures.append(
            Failure(number: next, sort: .wrong(rule: problem.rule), detail: problem.detail))
        case .slow(let time): if time > result.slowest.time { result.slowest = (time, next) }
        case .done: isDone = true
        case nil: break
        }
      }
      if isDone { break }
      let sort = Failure.sort(of: outcome)
      result.failures.append(Failure(number: next, sort: sort, detail: Stripe.reason(outcome)))
      if sort == .hang { result.slowest = (Limits.time, next) }
      next += step
    }
    return result
  }

  private func child(from start: Int) -> ChildProcess {
    var child = ChildProcess.fuzzer([
      "work", "--kind", kind.rawValue, "--seed", "\(seed)", "--first", "\(start)", "--step", "\(step)",
      "--count", "\(count)", "--project", project,
    ])
    child.timeLimit = .seconds(24 * 60 * 60)
    return child
  }

  private static func reason(_ outcome: ChildProcess.Outcome) -> String {
    let lines = outcome.errors.split(separator: "\n")
    return lines.first { $0.contains("rror: ") }.map(String.init) ?? "status \(outcome.status)"
  }
}

extension ChildProcess {
  /// This program once more.
  static func fuzzer(_ arguments: [String]) -> ChildProcess {
    // Names of programs have no slash, so a shell becomes it.
    var child = ChildProcess("sh", ["-c", "exec \"$0\" \"$@\"", resolvedPath("/proc/self/exe")] + arguments)
    child.environment = ["SWIFT_BACKTRACE": "enable=no"]
    return child
  }
}
