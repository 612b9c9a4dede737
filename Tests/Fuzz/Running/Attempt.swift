import Files

/// One input in a process of its own.
struct Attempt {
  var kind: FuzzKind
  var input: [UInt8]

  /// What goes wrong with it, if anything does.
  func failure() async throws -> Failure? {
    var child = ChildProcess.fuzzer(["replay", "--kind", kind.rawValue, "-"])
    child.input = input
    let outcome = try await child.run()
    switch outcome.status {
    case 0: return nil
    case 1:
      let said = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").compactMap {
        Report($0)
      }
      guard case .wrong(let problem)? = said.last else { return nil }
      return Failure(number: 0, sort: .wrong(rule: problem.rule), detail: problem.detail)
    default:
      let sort = Failure.sort(of: outcome)
      return Failure(number: 0, sort: sort, detail: "")
    }
  }

  /// A smaller input that goes wrong in the same way: pieces are left out, ever shorter ones, as long as it does.
  func minimised(_ sort: Failure.Sort) async throws -> [UInt8] {
    // Without its line, a word may be where no reader must see it.
    let isByLines = sort == .wrong(rule: Rules.words)
    var pieces = isByLines ? lines : input.map { [$0] }
    var size = pieces.count / 2
    var tries = sort == .hang ? 40 : 200
    while size > 0, tries > 0 {
      var start = 0
      while start < pieces.count, tries > 0 {
        var fewer = pieces
        fewer.removeSubrange(start..<min(start + size, pieces.count))
        tries -= 1
        if !fewer.isEmpty, try await Attempt(kind: kind, input: Array(fewer.joined())).failure()?.sort == sort
        {
          pieces = fewer
        } else {
          start += size
        }
      }
      size /= 2
    }
    return Array(pieces.joined())
  }

  private var lines: [[UInt8]] {
    input.split(separator: 10, omittingEmptySubsequences: false).map { $0 + [10] }
  }
}

/// Promises of which more than one place speaks.
enum Rules {
  static let words = "no word is lost"
}
