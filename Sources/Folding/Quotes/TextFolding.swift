/// One pass over a text that folds it; `FoldedText` says how.
struct TextFolding {
  private let source: [Shown]
  private var result: [Unicode.Scalar] = []
  /// Whether the last of the result was set in the width of Chinese.
  private var lastIsHan = false
  private var index = 0
  private var hasPendingBlank = false

  /// A character as it is read.
  private struct Shown {
    var scalar: Unicode.Scalar
    /// Whether it is Chinese, or a mark that was set in full width.
    var isHan: Bool
  }

  init(_ text: String) {
    source = Self.shown(Array(text.unicodeScalars))
    result.reserveCapacity(source.count)
  }

  mutating func folded() -> [Unicode.Scalar] {
    while index < source.count {
      let shown = source[index]
      switch Self.kind(of: shown.scalar) {
      case .blank:
        hasPendingBlank = true
        index += 1
      case .nothing: index += 1
      case .underscore: foldUnderscores()
      case .hyphen: foldHyphen(shown)
      case .dash: emitDash(shown)
      case .quotationMark: emit("\"", isHan: false)
      case .other: emit(shown.scalar, isHan: shown.isHan)
      }
    }
    return result
  }

  private enum Kind { case blank, nothing, underscore, hyphen, dash, quotationMark, other }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isLatinLetter || scalar == " " { return scalar == " " ? .blank : .other }
    switch scalar {
    case "*": return .nothing
    case "_": return .underscore
    case "-", "\u{2010}", "\u{2011}", softHyphen: return .hyphen
    case FoldedText.lineEndHyphen: return .nothing
    default: break
    }
    if scalar.isDash { return .dash }
    if scalar.isQuotationMark { return .quotationMark }
    if scalar.isInvisible { return .nothing }
    return scalar.properties.isWhitespace ? .blank : .other
  }

  private static let softHyphen: Unicode.Scalar = "\u{AD}"

  private mutating func emit(_ scalar: Unicode.Scalar, isHan: Bool) {
    if hasPendingBlank, let last = result.last, !standClose(last, scalar, isHan) { result.append(" ") }
    hasPendingBlank = false
    result.append(scalar)
    lastIsHan = isHan
    index += 1
  }

  /// Chinese is set without blanks; extraction from a PDF leaves some, and typography adds some at digits.
  private func standClose(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ isHan: Bool) -> Bool {
    func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar.isSharedPunctuation }
    return lastIsHan && (isHan || b.isDigit || isMark(b)) || isHan && (a.isDigit || isMark(a))
  }

  /// A run between two word characters is part of a name, like `file_name`; any other is emphasis.
  private mutating func foldUnderscores() {
    let start = index
    let end = source[start...].firstIndex { $0.scalar != "_" } ?? source.count
    let isWithinWord =
      start > 0 && Self.isWord(source[start - 1].scalar) && end < source.count
      && Self.isWord(source[end].scalar)
    if isWithinWord {
      while index < end { emit("_", isHan: false) }
    } else {
      index = end
    }
  }

  private mutating func foldHyphen(_ hyphen: Shown) {
    let rest = source[(index + 1)...]
    let next =
      rest.firstIndex { ![.blank, .nothing].contains(Self.kind(of: $0.scalar)) } ?? source.count
    let breaksLine = rest[..<next].contains {
      $0.scalar == "\n" || $0.scalar == "\r" || $0.scalar == "\u{2028}"
    }
    let joinsWords =
      !hasPendingBlank && result.last.map(Self.isWord) ?? false && next < source.count
      && Self.isWord(source[next].scalar)
    if breaksLine, joinsWords {
      result.append(FoldedText.lineEndHyphen)
      lastIsHan = false
      index = next
    } else if hyphen.scalar == Self.softHyphen {
      index += 1
    } else {
      emitDash(hyphen)
    }
  }

  /// Several in a row are one: a long dash is typed as `--`.
  private mutating func emitDash(_ dash: Shown) {
    if result.last == "-", !hasPendingBlank {
      index += 1
    } else {
      emit("-", isHan: dash.isHan)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar.isDigit || !scalar.isASCII && scalar.properties.isAlphabetic
  }
}

// MARK: - Characters as they are read

extension TextFolding {
  /// Every character as what it is read as, with its marks in it.
  private static func shown(_ source: [Unicode.Scalar]) -> [Shown] {
    var plain: [Unicode.Scalar] = []
    plain.reserveCapacity(source.count)
    for scalar in source {
      if let targets = targets(of: scalar, behind: plain.last) {
        plain += targets
      } else {
        plain.append(scalar)
      }
    }
    return Composition.composed(plain).map { scalar in
      // The width of a mark in full width is needed for the blanks around it.
      let narrow = isWideMark(scalar) ? CompatibilityForms.same.targets(of: scalar)?.first : nil
      return Shown(scalar: narrow ?? scalar, isHan: scalar.isHan)
    }
  }

  private static func targets(of scalar: Unicode.Scalar, behind last: Unicode.Scalar?) -> [Unicode.Scalar]? {
    if scalar.value < 0xA0 || isWideMark(scalar) { return nil }
    switch scalar {
    case "\u{301C}": return ["~"]
    // `CO₂` is what is left of a lowered 2 in most PDFs, but a base as in `10₂` would read as another number.
    case "\u{2080}"..."\u{2089}" where last.map { isWord($0) && !$0.isDigit } ?? false:
      return CompatibilityForms.raised.targets(of: scalar)
    default: return CompatibilityForms.same.targets(of: scalar)
    }
  }

  /// A mark of full width that has a narrow twin.
  private static func isWideMark(_ scalar: Unicode.Scalar) -> Bool {
    guard (0xFF01...0xFF60).contains(scalar.value) else { return false }
    return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
  }
}
