/// A key that an earlier one of the same mapping equals; both as ranges of the YAML text.
struct DuplicateKey {
  var first: Range<Int>
  var second: Range<Int>
}

extension YAMLScanner {
  private struct KeyName: Hashable {
    var mapping: Int
    var name: ArraySlice<UInt8>
  }

  /// Every key that comes again in its mapping, in the order of the text.
  func duplicateKeys() -> [DuplicateKey] {
    var firsts: [KeyName: Range<Int>] = [:]
    var duplicates: [DuplicateKey] = []
    for key in keys {
      let name = KeyName(mapping: key.mapping, name: bytes[nameRange(key.range)])
      if let first = firsts[name] {
        duplicates.append(DuplicateKey(first: first, second: key.range))
      } else {
        firsts[name] = key.range
      }
    }
    return duplicates
  }

  /// The text with each second key under a name of the same length that no key has; `nil` where there is
  /// none.
  func textWithUniqueKeys(_ duplicates: [DuplicateKey]) -> [UInt8]? {
    var used = Set(keys.map { bytes[nameRange($0.range)] })
    var text = Array(bytes[..<end])
    var numbers: [Int: Int] = [:]
    for duplicate in duplicates {
      let range = nameRange(duplicate.second)
      var name: ArraySlice<UInt8>
      repeat {
        let number = numbers[range.count, default: 0]
        guard let next = Self.name(number, length: range.count) else { return nil }
        name = next
        numbers[range.count] = number + 1
      } while used.contains(name)
      used.insert(name)
      text.replaceSubrange(range, with: name)
    }
    return text
  }

  /// The number in letters, `a` before it to fill the length.
  private static func name(_ number: Int, length: Int) -> ArraySlice<UInt8>? {
    var name: [UInt8] = []
    var rest = number
    for _ in 0..<length {
      name.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    return rest == 0 && length > 0 ? name.reversed()[...] : nil
  }

  /// A key without its quotation marks.
  private func nameRange(_ key: Range<Int>) -> Range<Int> {
    let first = bytes[key.lowerBound]
    let isQuoted = first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    return isQuoted && key.count >= 2 ? (key.lowerBound + 1)..<(key.upperBound - 1) : key
  }
}
