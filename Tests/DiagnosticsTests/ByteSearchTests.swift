import TestSupport
import Testing

@testable import Diagnostics

/// Searches by many bytes at once find what a look at each byte finds.
@Suite struct ByteSearchTests {
  @Test(arguments: 0..<20) func asByteByByte(seed: UInt64) {
    var dice = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...70, using: &dice)).map { _ in
      UInt8.random(in: 0...9, using: &dice) == 0 ? UInt8.random(in: 0x7E...0x83, using: &dice) : 0x61
    }
    for start in 0...bytes.count {
      #expect(bytes.firstBeyondASCII(from: start) == bytes[start...].firstIndex { $0 >= 0x80 })
      for end in start...bytes.count {
        let rest = bytes[start..<end]
        #expect(bytes.first(0x80, in: start..<end) == rest.firstIndex(of: 0x80))
        #expect(bytes.first(0x61, in: start..<end) == rest.firstIndex(of: 0x61))
      }
    }
  }
}
