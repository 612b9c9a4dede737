import ArgumentParser
import Files
import Glibc

/// All inputs of a run, and what came of them.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Feeds all kinds, and ends with status 1 where something failed.")

  @Option(help: "The folder of the repository.")
  var project = "."

  @Option(help: "A number, which gives the same inputs each time, or 'random'.")
  var seed = "1"

  @Option(help: "About how long it takes on two processors; it says how many inputs there are.")
  var seconds = 120

  @Option(help: "One kind only.")
  var kind: FuzzKind?

  @Option(help: "Where inputs that fail are written.")
  var output = ".build/fuzz"

  private var number: UInt64? { seed == "random" ? UInt64.random(in: 1...999_999) : UInt64(seed) }

  func run() async throws {
    guard let number else { throw ValidationError("--seed: '\(seed)' is not a number") }
    let corpus = try Corpus(project: project)
    say("seed \(number)")
    var hasFailed = false
    for kind in kind.map({ [$0] }) ?? FuzzKind.ofTheProgram {
      let count = corpus[kind].count + seconds * kind.inputsPerSecond
      let outcome = try await outcome(of: kind, seed: number, count: count)
      say(line(kind, outcome))
      for failure in RunCommand.firstOfEach(outcome.failures) {
        try await tell(failure, kind, kind.input(failure.number, seed: number, from: corpus), seed: number)
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode(1) }
  }

  /// The inputs in as many processes as there are processors.
  private func outcome(of kind: FuzzKind, seed: UInt64, count: Int) async throws -> Stripe.Outcome {
    let width = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let stripes = (0..<width).map {
      Stripe(kind: kind, seed: seed, first: $0, step: width, count: count, project: project)
    }
    return try await withThrowingTaskGroup(of: Stripe.Outcome.self) { group in
      for stripe in stripes { group.addTask { try await stripe.run() } }
      var all = Stripe.Outcome()
      for try await one in group {
        all.inputs += one.inputs
        all.failures += one.failures
        if one.slowest.time > all.slowest.time { all.slowest = one.slowest }
      }
      all.failures.sort { $0.number < $1.number }
      return all
    }
  }

  private func line(_ kind: FuzzKind, _ outcome: Stripe.Outcome) -> String {
    let crashes = outcome.failures.count { $0.sort == .crash }
    let hangs = outcome.failures.count { $0.sort == .hang }
    let wrong = outcome.failures.count - crashes - hangs
    let name = kind.rawValue + String(repeating: " ", count: max(0, 14 - kind.rawValue.count))
    return
      "\(name)\(outcome.inputs) inputs, \(crashes) crashes, \(hangs) hangs, \(wrong) wrong; the slowest took "
      + "\(outcome.slowest.time) ms (number \(outcome.slowest.number))"
  }

  /// Three of each sort are enough to see what is the matter.
  private static func firstOfEach(_ failures: [Failure]) -> [Failure] {
    var seen: [Failure.Sort: Int] = [:]
    return failures.filter { failure in
      seen[failure.sort, default: 0] += 1
      return seen[failure.sort, default: 0] <= 3
    }
  }

  /// Writes the input, whole and as small as it still fails.
  private func tell(_ failure: Failure, _ kind: FuzzKind, _ input: [UInt8], seed: UInt64) async throws {
    say("  number \(failure.number): \(failure.text)")
    let stem = "\(output)/\(kind.rawValue)/\(seed)-\(failure.number)"
    try replace("\(stem).txt", input)
    say("    remit-fuzz replay \(stem).txt")
    let small = try await Attempt(kind: kind, input: input).minimised(failure.sort)
    guard small.count < input.count else { return }
    try replace("\(stem)-small.txt", small)
    say("    remit-fuzz replay \(stem)-small.txt")
  }

  private func replace(_ path: String, _ bytes: [UInt8]) throws {
    if fileExists(path) { unsafe unlink(path) }
    try createNewFile(String(path.dropFirst(output.count + 1)), in: output, bytes)
  }
}
