/// The names of the files of an index: what is in a file names it, so that a name never means two things, and a file
/// whose content stays keeps its name.
struct FileNames: Sendable {
  /// What a name stands for.
  enum Part: Sendable {
    case terms(Int)
    case words(Int)
    case documents(Range<Int>)
    case catalogue(Range<Int>)
    case facet(Int)
  }

  private(set) var parts: [String: Part] = [:]
  /// In the order in which they were added.
  private(set) var all: [String] = []

  /// - Parameter hash: of the content.
  /// - Returns: the name without its letter and ending, as the index tells it.
  mutating func add(_ part: Part, _ hash: UInt64) -> String {
    var hash = hash
    while true {
      let name = Self.digits(hash)
      let file = part.letter + name + ".js"
      if parts.updateIfNew(file, part) {
        all.append(file)
        return name
      }
      // Two contents of one hash, which nobody has met: the later gets another.
      hash = hash &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }
  }

  /// Digits that stay apart where capitals and small letters are the same.
  private static func digits(_ hash: UInt64) -> String {
    let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)
    return String(decoding: (0..<8).map { digits[Int(hash >> (59 - 5 * $0) & 31)] }, as: UTF8.self)
  }
}

extension FileNames.Part {
  fileprivate var letter: String {
    switch self {
    case .terms: "t"
    case .words: "w"
    case .documents: "d"
    case .catalogue: "c"
    case .facet: "f"
    }
  }
}

extension [String: FileNames.Part] {
  /// Whether there was none of this name.
  fileprivate mutating func updateIfNew(_ name: String, _ part: FileNames.Part) -> Bool {
    guard self[name] == nil else { return false }
    self[name] = part
    return true
  }
}
