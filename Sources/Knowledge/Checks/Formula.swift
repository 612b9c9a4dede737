/// A text that a spreadsheet program takes for a formula and computes, when it opens a CSV file with that text in it.
enum Formula {
  /// Why a text is one: the character that it begins with, for messages; `nil` for all others.
  static func start(of text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return nil }
    switch first {
    // Programs in East Asia take the wide forms as well.
    case "=", "@", "＝", "＠": return "'\(first)'"
    case "\t": return "a tab"
    case "\r", "\n": return "a line end"
    case "+", "-", "＋", "－":
      let rest = scalars.dropFirst().drop { $0 == " " }
      return rest.isEmpty || isNumber(rest) ? nil : "'\(first)'"
    default: return nil
    }
  }

  /// A number, perhaps with words behind it: that is no formula, unless something is computed with it.
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    guard text.first?.properties.numericType != nil else { return false }
    let behind = text.drop {
      $0.properties.numericType != nil || ".,'%％ \u{A0}\u{202F}\u{2009}".unicodeScalars.contains($0)
    }
    return behind.first.map { !"+-*/^&=<>:!|".unicodeScalars.contains($0) } ?? true
  }
}
