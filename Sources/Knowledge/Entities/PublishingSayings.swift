import Diagnostics
import FrontMatter

/// Everything that a file says about publishing: by its keys, its place, and what can't be read in it.
struct PublishingSayings {
  private(set) var all: [PublishingSaying] = []
  private let value: PublishingValue
  private let declared: Set<String>

  /// - Parameters:
  ///   - path: below the kind's folder, or below `content/` for plain pages.
  ///   - isIncluded: whether its name keeps nothing back.
  ///   - declared: the fields that the schema declares for the kind: they are facts, and hide nothing.
  init(
    _ matter: FrontMatter, path: String, isIncluded: Bool = false, declared: Set<String>, asOf: EDTFDate?
  ) {
    value = PublishingValue(asOf: asOf)
    self.declared = declared
    if !isIncluded, let reason = HeldBackNames.reason(path) {
      all.append(PublishingSaying(meaning: .holdBack, words: reason, wayOut: HeldBackNames.wayOut(path)))
    }
    if let unreadable = matter.unreadable {
      all.append(
        PublishingSaying(
          meaning: .unclear, words: unreadable.reason, position: unreadable.position,
          help: unreadable.help, wayOut: "\(unreadable.reason): \(unreadable.help)"))
    }
    add(matter.entries.filter { !declared.contains($0.key) })
    let hasDate = matter.entries.contains { PublishingKey.fold($0.key) == "date" }
    if !hasDate, let day = DatedPost(path)?.day, value.isAhead(day) {
      all.append(
        PublishingSaying(
          meaning: .holdBack, words: "the day in its name, \(day)", wayOut: PublishingKey.laterDay))
    }
    // Lines that are shown as text count only where there is no doubt.
    let known = all.count
    add(matter.bareEntries)
    all = all.prefix(known) + all.dropFirst(known).filter { $0.meaning == .holdBack }
    for text in matter.unread { add(text) }
  }

  private mutating func add(_ entries: [YAMLNode.Entry]) {
    for entry in entries {
      add(entry)
      addNested(entry.value)
    }
  }

  private mutating func add(_ entry: YAMLNode.Entry) {
    guard let key = PublishingKey(entry.key), let meaning = value.meaning(of: entry, key) else { return }
    var words = "'\(entry.key)'"
    if case .scalar(let text, _) = entry.value.content, text.utf8.count < 40 {
      words = text.isEmpty ? "'\(entry.key)' without a value" : "'\(entry.key): \(text)'"
    }
    all.append(
      PublishingSaying(
        meaning: meaning, words: words, position: entry.keyPosition, length: max(1, entry.key.utf8.count),
        help: key.help, wayOut: key.wayOut(words, isClear: meaning == .holdBack)))
  }

  /// Deeper down, only the keys count that can't mean a part of the page.
  private mutating func addNested(_ node: YAMLNode) {
    var open = [node]
    while let node = open.popLast() {
      switch node.content {
      case .scalar: break
      case .sequence(let items): open += items
      case .mapping(let entries):
        for entry in entries {
          open.append(entry.value)
          if PublishingKey.unmistakable.contains(PublishingKey.fold(entry.key)) { add(entry) }
        }
      }
    }
  }

  private mutating func add(_ unread: UnreadText) {
    let found = PublishingWord.first(in: unread.bytes, anywhere: unread.isCertain) { line in
      // A day that has come says nothing, also in what cannot be read.
      guard let entry = SimpleLine(line, number: 1)?.entry, !declared.contains(entry.key) else {
        return false
      }
      return value.meaning(of: entry, .date) != nil
    }
    guard let (word, offset) = found else { return }
    let before = unread.bytes[..<offset]
    let lines = before.count { $0 == UInt8(ascii: "\n") }
    let column =
      before.lastIndex(of: UInt8(ascii: "\n")).map { offset - $0 }
      ?? Int(unread.position.column) + offset - unread.bytes.startIndex
    all.append(
      PublishingSaying(
        meaning: .unclear, words: "'\(word)' in front matter that cannot be read",
        position: Position(line: Int(unread.position.line) + lines, column: column),
        length: word.utf8.count, help: "correct the front matter, so that it can be read",
        wayOut: "correct its front matter, so that it can be read, or build with --drafts"))
  }
}

/// A word about publishing in a text of which no more is known.
private enum PublishingWord {
  /// - Parameters:
  ///   - anywhere: whether the unmistakable words count wherever they stand; the others do where keys stand.
  ///   - isAhead: whether a line such as `date: 2050-01-01` has a day that may not have come.
  static func first(
    in bytes: ArraySlice<UInt8>, anywhere: Bool, isAhead: (ArraySlice<UInt8>) -> Bool
  ) -> (word: String, offset: Int)? {
    var offset = bytes.startIndex
    while let start = bytes[offset...].firstIndex(where: isPartOfWord) {
      let end = bytes[start...].firstIndex { !isPartOfWord($0) } ?? bytes.endIndex
      offset = end
      guard end - start <= 40 else { continue }
      let word = String(decoding: bytes[start..<end], as: UTF8.self)
      guard let key = PublishingKey(word) else { continue }
      if key == .date {
        let line = bytes[start...].prefix { $0 != 10 && $0 != 13 }
        if anywhere || isKey(bytes, start..<end), isAhead(line) { return (word, start) }
        continue
      }
      let isMeant = anywhere && PublishingKey.unmistakable.contains(PublishingKey.fold(word))
      if isMeant || isKey(bytes, start..<end) { return (word, start) }
    }
    return nil
  }

  /// Whether nothing but signs stands before it on its line, or `{` or `,`, and a colon or `=` behind it.
  private static func isKey(_ bytes: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    let after = bytes[range.upperBound...].first { !" \t\"'`*_".utf8.contains($0) }
    guard after == UInt8(ascii: ":") || after == UInt8(ascii: "=") || after == 0xEF else { return false }
    for byte in bytes[..<range.lowerBound].reversed() {
      if byte == 10 || byte == 13 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") { return true }
      if isPartOfWord(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") { return false }
    }
    return true
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
