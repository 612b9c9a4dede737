/// The lines of an iCalendar object: of at most 75 bytes, the rest of a longer one on lines that begin with a space
/// (RFC 5545, 3.1).
struct ContentLines {
  private(set) var text = ""

  private static let mostBytes = 75

  /// A text, with the signs escaped that would end it.
  mutating func add(_ name: String, _ value: String) {
    add(name, raw: Self.escaped(value))
  }

  /// A value that holds no such signs, or means them.
  mutating func add(_ name: String, raw value: String) {
    var room = Self.mostBytes
    // No character is cut: some programs read line by line.
    for scalar in (name + ":" + value).unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        text += "\r\n "
        room = Self.mostBytes - 1
      }
      text.unicodeScalars.append(scalar)
      room -= size
    }
    text += "\r\n"
  }

  /// Control characters have no place in a text; a line end in one is written `\n`.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\t": escaped.append(" ")
      default:
        if scalar.properties.generalCategory != .control { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }
}
