/// One pass over a text that folds it; `FoldedText` says how.
struct TextFolding {
  private let source: [Unicode.Scalar]
  private var result: [Unicode.Scalar] = []
  private var index = 0
  private var hasPendingBlank = false

  init(_ text: String) {
    source = Array(text.unicodeScalars)
    result.reserveCapacity(source.count)
  }

  mutating func folded() -> [Unicode.Scalar] {
    while index < source.count {
      let scalar = source[index]
      switch Self.kind(of: scalar) {
      case .blank:
        hasPendingBlank = true
        index += 1
      case .nothing: index += 1
      case .underscore: foldUnderscores()
      case .hyphen: foldHyphen(scalar)
      case .quotationMark: emit("\"")
      case .other: emit(scalar)
      }
    }
    return result
  }

  private enum Kind { case blank, nothing, underscore, hyphen, quotationMark, other }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isLatinLetter || scalar == " " { return scalar == " " ? .blank : .other }
    switch scalar {
    case "*": return .nothing
    case "_": return .underscore
    case "-", "\u{2010}", "\u{2011}", softHyphen: return .hyphen
    case "\"", "'", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "‹", "›", "´", "＂", "＇", "「", "」", "『",
      "』", "〝", "〞", "〟":
      return .quotationMark
    case "\u{200B}"..."\u{200D}", "\u{2060}", "\u{FEFF}", FoldedText.lineEndHyphen: return .nothing
    default: return scalar.properties.isWhitespace ? .blank : .other
    }
  }

  private static let softHyphen: Unicode.Scalar = "\u{AD}"

  private mutating func emit(_ scalar: Unicode.Scalar) {
    if hasPendingBlank, let last = result.last, !Self.standClose(last, scalar) { result.append(" ") }
    hasPendingBlank = false
    result.append(scalar)
    index += 1
  }

  /// Chinese is set without blanks; extraction from a PDF leaves some, and typography adds some at digits.
  private static func standClose(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    a.isHan && (b.isHan || b.isDigit || b == "\"") || b.isHan && (a.isDigit || a == "\"")
  }

  /// A run between two word characters is part of a name, like `file_name`; any other is emphasis.
  private mutating func foldUnderscores() {
    let start = index
    let end = source[start...].firstIndex { $0 != "_" } ?? source.count
    let isWithinWord =
      start > 0 && Self.isWord(source[start - 1]) && end < source.count && Self.isWord(source[end])
    if isWithinWord {
      while index < end { emit("_") }
    } else {
      index = end
    }
  }

  private mutating func foldHyphen(_ hyphen: Unicode.Scalar) {
    let rest = source[(index + 1)...]
    let next = rest.firstIndex { ![.blank, .nothing].contains(Self.kind(of: $0)) } ?? source.count
    let breaksLine = rest[..<next].contains { $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" }
    let joinsWords =
      !hasPendingBlank && result.last.map(Self.isWord) ?? false && next < source.count
      && Self.isWord(source[next])
    if breaksLine, joinsWords {
      result.append(FoldedText.lineEndHyphen)
      index = next
    } else if hyphen == Self.softHyphen {
      index += 1
    } else {
      emit("-")
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar.isDigit || !scalar.isASCII && scalar.properties.isAlphabetic
  }
}
