/// Which characters are other shapes of others, by Unicode's compatibility mappings.
struct CompatibilityForms: Sendable {
  /// Those that are read as what they stand for: ligatures, full-width letters, radicals, mathematical letters.
  static let same = CompatibilityForms(commonForms + " " + presentationForms)
  /// Those that are read otherwise: `10²` is not 102, nor ① 1.
  static let raised = CompatibilityForms(raisedForms)

  /// Characters that follow one another and stand for one text, or for characters that follow one another.
  private struct Run {
    var first: UInt32
    var count: UInt32
    var step: UInt32
    var targets: [Unicode.Scalar]
  }

  /// By their first character.
  private let runs: [Run]

  /// What a character stands for; `nil` for most.
  func targets(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard Self.mayHaveOtherShape(scalar) else { return nil }
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].first <= scalar.value { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    let offset = scalar.value - run.first
    guard offset < run.count else { return nil }
    guard run.step > 0, offset > 0, let first = run.targets.first else { return run.targets }
    return Unicode.Scalar(first.value + offset).map { [$0] }
  }

  /// Without a search: most texts are of letters that have no other shape.
  private static func mayHaveOtherShape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xA0, 0xC0..<0x132, 0x3FA..<0x587, 0x3400..<0xA69C, 0xAC00..<0xF900: false
    default: true
    }
  }

  /// Reads `start>target`, `start+count>target` and `start*count>target`, all in hexadecimal.
  private init(_ table: String) {
    runs = table.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") })
      .compactMap(Self.run)
  }

  private static func run(_ entry: Substring.UTF8View) -> Run? {
    let sides = entry.split(separator: UInt8(ascii: ">"))
    guard sides.count == 2 else { return nil }
    let follow = sides[0].contains(UInt8(ascii: "+"))
    let numbers = sides[0].split { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "*") }.compactMap(number)
    let targets = sides[1].split(separator: UInt8(ascii: ".")).compactMap(number).compactMap(
      Unicode.Scalar.init)
    guard let first = numbers.first else { return nil }
    return Run(
      first: first, count: numbers.count > 1 ? numbers[1] : 1, step: follow ? 1 : 0, targets: targets)
  }

  private static func number(_ digits: Substring.UTF8View) -> UInt32? { UInt32(Substring(digits), radix: 16) }
}
