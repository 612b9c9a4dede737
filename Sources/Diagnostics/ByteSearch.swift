import Glibc

/// Searches that look at many bytes at once, for what goes over every byte of a knowledge base.
extension [UInt8] {
  /// The first place of a byte in a range, or from an offset on.
  package func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { all -> Int? in
      guard !range.isEmpty, let base = all.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  package func first(_ byte: UInt8, from start: Int = 0) -> Int? { first(byte, in: start..<count) }

  /// The first place of a byte that isn't ASCII, from an offset on.
  package func firstBeyondASCII(from start: Int = 0) -> Int? {
    precondition(start >= 0)
    return unsafe withUnsafeBytes { all -> Int? in
      var index = start
      while index + 8 <= all.count,
        unsafe all.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      while index < all.count {
        if unsafe all[index] >= 0x80 { return index }
        index += 1
      }
      return nil
    }
  }
}
