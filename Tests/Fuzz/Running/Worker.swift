import Glibc

/// The process that does the work. It says what it is about to do before it does it, so that whoever looks after it
/// knows what ended it.
struct Worker {
  var kind: FuzzKind
  var seed: UInt64
  var corpus: Corpus

  /// - Parameter numbers: of the inputs.
  func run(_ numbers: StrideTo<Int>) async {
    Limits.limitMemory()
    var slowest = 0
    for number in numbers {
      Report.line(.began(number))
      let input = kind.input(number, seed: seed, from: corpus)
      let start = Limits.milliseconds
      Limits.begin()
      let problem = await kind.target.problem(of: input)
      Limits.end()
      if let problem { Report.line(.wrong(problem)) }
      let time = Limits.milliseconds - start
      if time > slowest {
        slowest = time
        Report.line(.slow(time))
      }
    }
    Report.line(.done)
  }
}

/// A line of what a worker says.
enum Report {
  case began(Int)
  case wrong(Problem)
  /// Milliseconds of the slowest yet.
  case slow(Int)
  case done

  static func line(_ report: Report) { say(report.text) }

  private var text: String {
    switch self {
    case .began(let number): "\(number)"
    case .wrong(let problem):
      "!\(problem.rule)\t\(problem.detail.replacing("\n", with: "⏎").replacing("\t", with: " "))"
    case .slow(let time): "~\(time)"
    case .done: "."
    }
  }

  init?(_ line: Substring) {
    switch line.first {
    case "!":
      let parts = line.dropFirst().split(separator: "\t", maxSplits: 1).map(String.init)
      self = .wrong(Problem(parts.first ?? "", parts.dropFirst().first ?? ""))
    case "~": self = .slow(Int(line.dropFirst()) ?? 0)
    case ".": self = .done
    default:
      guard let number = Int(line) else { return nil }
      self = .began(number)
    }
  }
}

/// Prints a line at once: whoever reads it may be waiting for it, and the process may not live much longer.
func say(_ text: String) { say(Array((text + "\n").utf8)) }

func say(_ bytes: [UInt8]) {
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}
