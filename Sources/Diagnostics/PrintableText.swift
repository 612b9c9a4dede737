/// Text that speaks to nobody but its reader: not to the terminal, and not to the CI service that reads the log.
extension String {
  /// As one field of a line: every character that would be obeyed, or would not be seen, is shown instead.
  package var printable: String { isPrintable ? self : shown(keepingLines: false) }

  /// As whole lines: line feeds and tabs stay, and no line is a command for a CI service.
  package var printableLines: String {
    let shown = isPrintable ? self : shown(keepingLines: true)
    guard shown.contains("::") else { return shown }
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map(\.withoutCommand).joined(separator: "\n")
  }

  /// Most texts are: found out without a look at any property.
  private var isPrintable: Bool {
    var last: UInt8 = 0
    for byte in utf8 {
      guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "#") || last != byte else { return false }
      last = byte
    }
    return true
  }

  private func shown(keepingLines: Bool) -> String {
    let scalars = Array(unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let isBlank = scalar == "\t" || (keepingLines && scalar == "\n")
      if !isBlank, let picture = scalar.picture(after: index > 0 ? scalars[index - 1] : nil) {
        result += picture
      } else if scalar == "#", scalars.endsOldCommandMark(at: index) {
        result += scalar.escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Substring {
  /// GitHub's runner obeys a line that begins with `::`, behind blanks too.
  fileprivate var withoutCommand: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    guard self[start...].hasPrefix("::") else { return String(self) }
    return self[..<start] + (":" as Unicode.Scalar).escape + self[index(after: start)...]
  }
}

extension [Unicode.Scalar] {
  /// Whether a `#` is the second of `##[`, `##vso[` and the like, which the runners of GitHub, Azure and TeamCity
  /// obey wherever in a line they stand.
  package func endsOldCommandMark(at index: Int) -> Bool {
    guard index > 0, self[index - 1] == "#" else { return false }
    let rest = self[(index + 1)...].drop { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    return rest.first == "["
  }
}

extension Unicode.Scalar {
  /// What is printed in place of a character that would be obeyed or not seen; `nil` where it's printed as it is.
  ///
  /// - Parameter before: the character before it in the text. Joiners belong to words of some scripts, and to emoji.
  package func picture(after before: Unicode.Scalar?) -> String? {
    switch value {
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + value).map { String($0) } ?? escape
    case 0x20..<0x7F: return nil
    case 0x7F: return "\u{2421}"
    case 0x200C...0x200D where before.map { $0.value > 0x2FF } ?? false: return nil
    default: return isHidden ? escape : nil
    }
  }

  /// As a Swift literal has it, such as `\u{202E}`.
  package var escape: String { "\\u{" + String(value, radix: 16, uppercase: true) + "}" }

  /// Whether it moves or hides text: controls, line separators, marks of direction, what has no width, tags, and
  /// what is no character at all. Joiners count.
  package var isHidden: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0: true
    // Most text of most knowledge bases, without a look at properties.
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x3400..<0xA000, 0xAC00..<0xD7A4: false
    // Which shape a character has.
    case 0xFE00...0xFE0F, 0x180B...0x180D, 0x180F, 0xE0100...0xE01EF: false
    case 0x2028, 0x2029: true
    default:
      properties.isDefaultIgnorableCodePoint || properties.generalCategory == .unassigned
        || [0xFFF9, 0xFFFA, 0xFFFB].contains(value)
    }
  }
}
