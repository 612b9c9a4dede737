import TestSupport

/// Choices that are the same for the same seed.
struct Dice {
  private var generator: SeededGenerator

  /// - Parameters:
  ///   - name: of a sort of inputs, each of which has numbers of its own.
  init(seed: UInt64, name: String, number: Int) {
    let named = name.utf8.reduce(seed) { ($0 &* 0x100_0000_01B3) ^ UInt64($1) }
    generator = SeededGenerator(seed: named &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(number))
  }

  mutating func number() -> UInt64 { generator.next() }

  /// From 0, below the limit; 0 where there is nothing below it.
  mutating func below(_ limit: Int) -> Int { limit < 1 ? 0 : Int(generator.next() % UInt64(limit)) }

  /// Whether the one case in so many has come.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  /// A piece of something, mostly a short one.
  mutating func range(in count: Int) -> Range<Int> {
    let start = below(count + 1)
    let longest = once(in: 4) ? count - start : min(count - start, 40)
    return start..<(start + below(longest + 1))
  }
}
