/// A date or a number in a form that people write, of which the index has one: `8 Sept 2024`, `08.09.2024`, `2024/9/8` and
/// `2024年9月8日` are `2024-09-08`, and `10 000` and `10.000` are `10000`. The browser's side is `DATE` and `NUMBER` in `finder.js`.
struct WrittenForm {
  /// Behind its last character.
  let end: Int
  /// As the index has it.
  let whole: [UInt8]
  /// The words and numbers of which it is written: a text is found by them too.
  private(set) var parts: [Range<Int>] = []

  /// Whether one may begin so: asked for each word of a site.
  static func mayBegin(_ values: [UInt32], at start: Int) -> Bool {
    isDigit(values[start]) || WrittenFormReader.month(values, start) != nil
  }

  /// `nil` where none begins.
  init?(_ values: [UInt32], at start: Int, _ classes: CharacterClasses) {
    var reader = WrittenFormReader(values: values, index: start, classes: classes)
    if reader.readDate() {
      whole = reader.iso
    } else {
      reader = WrittenFormReader(values: values, index: start, classes: classes)
      guard reader.readNumber() else { return nil }
      whole = reader.numbers.flatMap(\.self)
    }
    end = reader.index
    var first = start
    for index in start..<end {
      if !classes[values[index]].contains(.word) {
        first = index + 1
      } else if index + 1 == end || !Self.areAlike(values[index], values[index + 1], classes) {
        parts.append(first..<index + 1)
        first = index + 1
      }
    }
  }

  /// Whether two characters are both digits, or both letters.
  private static func areAlike(_ a: UInt32, _ b: UInt32, _ classes: CharacterClasses) -> Bool {
    isDigit(a) == isDigit(b) && classes[b].contains(.word)
  }

  static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }
}

struct WrittenFormReader {
  let values: [UInt32]
  private(set) var index: Int
  let classes: CharacterClasses
  /// The digits of each number, in the order in which they stand.
  private(set) var numbers: [[UInt8]] = []
  private var month: Int?

  init(values: [UInt32], index: Int, classes: CharacterClasses) {
    (self.values, self.index, self.classes) = (values, index, classes)
  }

  private var value: UInt32 { index < values.count ? values[index] : 0 }

  /// `2024-09-08`, or `2024-09` where no day is told.
  var iso: [UInt8] {
    var numbers = numbers
    if numbers[0].count < 4 { numbers.reverse() }
    if let month { numbers.insert(Array(String(month).utf8), at: 1) }
    return Array(
      numbers.map { ($0.count < 2 ? [UInt8(ascii: "0")] : []) + $0 }.joined(separator: [UInt8(ascii: "-")]))
  }

  mutating func readDate() -> Bool {
    guard !readNumber(of: 4...4) else { return readFromYear() && isAtEnd }
    if readNumber(of: 1...2) {
      if skip(".") { return readNumber(of: 1...2) && skip(".") && readNumber(of: 4...4) && isAtEnd }
      guard skipBlank() else { return false }
    }
    return readMonth() && readNumber(of: 4...4) && isAtEnd
  }

  /// What follows the year in `2024-09-08`, `2024-09`, `2024/9/8`, `2024.9.8`, `2024年9月8日` or `2024年9月`.
  private mutating func readFromYear() -> Bool {
    if skip("年") {
      guard readNumber(of: 1...2), skip("月") else { return false }
      let before = self
      if !(readNumber(of: 1...2) && skip("日")) { self = before }
      return true
    }
    for separator in ["-", ".", "/"] as [Unicode.Scalar] where skip(separator) {
      guard readNumber(of: 1...2) else { return false }
      if skip(separator) { return readNumber(of: 1...2) }
      return separator == "-" && numbers[1].count == 2
    }
    return false
  }

  /// `sept. `, and a day in `sept 8, 2024`.
  private mutating func readMonth() -> Bool {
    guard let found = Self.month(values, index) else { return false }
    month = found.number
    index = found.end
    _ = skip(".")
    guard skipBlank() else { return false }
    let before = self
    if readNumber(of: 1...2) {
      _ = skip(",")
      if skipBlank() { return true }
    }
    self = before
    return true
  }

  /// `10 000` or `10.000`; with a comma it is a word like others.
  mutating func readNumber() -> Bool {
    guard value != 0x30, readNumber(of: 1...3) else { return false }
    let isPoint = value == 0x2E
    var states: [Self] = []
    while isPoint ? skip(".") : skipBlank(), readNumber(of: 3...3, isWhole: false) { states.append(self) }
    // As many of its parts as leave nothing of a number behind it.
    guard let whole = states.last(where: \.isAtEndOfNumber) else { return false }
    self = whole
    return true
  }

  /// - Parameter isWhole: whether no further digit may follow.
  private mutating func readNumber(of lengths: ClosedRange<Int>, isWhole: Bool = true) -> Bool {
    var digits: [UInt8] = []
    while digits.count < lengths.upperBound, WrittenForm.isDigit(value) {
      digits.append(UInt8(truncatingIfNeeded: value))
      index += 1
    }
    guard lengths.contains(digits.count), !isWhole || !WrittenForm.isDigit(value) else {
      index -= digits.count
      return false
    }
    numbers.append(digits)
    return true
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard value == scalar.value else { return false }
    index += 1
    return true
  }

  private mutating func skipBlank() -> Bool {
    guard index < values.count, SearchText.isBlank(value) else { return false }
    index += 1
    return true
  }

  /// Whether neither a word nor a dash follows.
  private var isAtEnd: Bool { index == values.count || value != 0x2D && !isLetter(value) }

  private var isAtEndOfNumber: Bool {
    guard index < values.count else { return true }
    let isMark = value == 0x2E || value == 0x2C
    return !isLetter(value) && !(isMark && index + 1 < values.count && WrittenForm.isDigit(values[index + 1]))
  }

  private func isLetter(_ value: UInt32) -> Bool {
    let flags = classes[value]
    return flags.contains(.word) && !flags.contains(.unspaced) && value != 0x2BC
  }

  /// The month whose name or abbreviation stands at a place, whole, and where it ends.
  static func month(_ values: [UInt32], _ start: Int) -> (number: Int, end: Int)? {
    guard start + 3 < values.count,
      let name = name(values[start] << 16 | values[start + 1] << 8 | values[start + 2])
    else { return nil }
    var end = start + 3
    while end < values.count, (0x61...0x7A).contains(values[end]) { end += 1 }
    let rest = values[(start + 3)..<end]
    let isWhole = rest.isEmpty || rest.elementsEqual(name.rest.unicodeScalars.lazy.map(\.value))
    return isWhole || name.number == 9 && rest.elementsEqual([0x74]) ? (name.number, end) : nil
  }

  /// The month that begins with three letters, and what is left of its name: asked for each word of a site.
  private static func name(_ start: UInt32) -> (number: Int, rest: String)? {
    switch start {
    case 0x6A_616E: (1, "uary")
    case 0x66_6562: (2, "ruary")
    case 0x6D_6172: (3, "ch")
    case 0x61_7072: (4, "il")
    case 0x6D_6179: (5, "")
    case 0x6A_756E: (6, "e")
    case 0x6A_756C: (7, "y")
    case 0x61_7567: (8, "ust")
    case 0x73_6570: (9, "tember")
    case 0x6F_6374: (10, "ober")
    case 0x6E_6F76: (11, "ember")
    case 0x64_6563: (12, "ember")
    default: nil
    }
  }
}
