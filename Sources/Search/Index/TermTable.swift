/// Numbers for words, from 0 in the order in which they come. The words' bytes stand one behind another.
struct TermTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// A number and one, or 0; its length is a power of two.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  var count: Int { ends.count }

  func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  /// The number of a word that stands among other bytes.
  mutating func number(of word: Range<Int>, in other: [UInt8]) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(other, word) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isSame(number, word, other) { return number }
      slot = (slot + 1) & mask
    }
    bytes += other[word]
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private func isSame(_ number: Int, _ word: Range<Int>, _ other: [UInt8]) -> Bool {
    let own = range(number)
    guard own.count == word.count else { return false }
    for offset in 0..<own.count where bytes[own.lowerBound + offset] != other[word.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for number in ends.indices {
      var slot = Self.hash(bytes, range(number)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
