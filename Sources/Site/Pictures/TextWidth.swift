import Knowledge

/// How wide a text is, guessed without its font: rather too wide, as the fonts of readers differ.
extension StringProtocol {
  /// In pixels, of text in a picture.
  var pictureWidth: Int {
    let parts = unicodeScalars.reduce(0) { $0 + $1.widthInHundredths }
    return (parts * Drawing.fontSize + 99) / 100
  }
}

extension String {
  /// In lines no wider than that, broken at blanks, after a hyphen or slash and between Han characters; a longer word is
  /// broken where it must. Nothing is left out.
  func lines(within fullWidth: Int, isBold: Bool = false) -> [String] {
    let width = isBold ? fullWidth * 8 / 9 : fullWidth
    var lines: [String] = []
    var line = ""
    for piece in pieces.flatMap({ $0.cut(to: width) }) {
      let longer = line + piece
      if line.isEmpty || longer.withoutBlanksAtEnd.pictureWidth <= width {
        line = longer
      } else {
        lines.append(line.withoutBlanksAtEnd)
        line = piece
      }
    }
    let rest = line.withoutBlanksAtEnd
    return rest.isEmpty && !lines.isEmpty ? lines : lines + [rest]
  }

  /// What stays together, each with the blanks behind it.
  private var pieces: [String] {
    var pieces = [""]
    for character in self {
      let isWide = String(character).terminalWidth > 1
      let last = pieces[pieces.count - 1].last
      let mayBreak =
        last == " " || last == "-" || last == "/" || last.map { String($0).terminalWidth > 1 } ?? false
      if character != " ", isWide || mayBreak { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces.filter { !$0.isEmpty }
  }

  private func cut(to width: Int) -> [String] {
    guard pictureWidth > width else { return [self] }
    var parts = [""]
    for character in self {
      let longer = parts[parts.count - 1] + String(character)
      if longer.pictureWidth > width, !parts[parts.count - 1].isEmpty {
        parts.append(String(character))
      } else {
        parts[parts.count - 1] = longer
      }
    }
    return parts
  }

  private var withoutBlanksAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Of the size of the font.
  fileprivate var widthInHundredths: Int {
    switch self {
    case "i", "j", "l", "I", "f", "t", "r", "'", "|", ".", ",", ":", ";", "!", "(", ")", "[", "]", " ", "·",
      "-":
      40
    case "m", "w", "M", "W", "@", "%", "—", "…": 98
    case "A"..."Z": 73
    case "0"..."9": 64
    default: terminalWidth > 1 ? 100 : terminalWidth == 0 ? 0 : 62
    }
  }
}
