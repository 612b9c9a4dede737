/// What a program with faults does with some inputs, those of `Corpus/faulty`.
struct FaultyTarget: FuzzTarget {
  let tokens = ["calm\n"]

  func made(_ dice: inout Dice) -> [UInt8]? { nil }

  func problem(of input: [UInt8]) async -> Problem? {
    let lines = String(decoding: input, as: UTF8.self).split(separator: "\n")
    if lines.contains("crash") { preconditionFailure("as was asked") }
    while lines.contains("hang") {}
    return lines.contains("wrong") ? Problem("nothing is wrong") : nil
  }
}
