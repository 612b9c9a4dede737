import Diagnostics
import Folding

/// How the marks of pictures look where no page is around them: the rules of `pictures.css`, with the colours of `style.css`
/// written out, as programs that put a picture into a document know no names of colours.
struct PictureStyle {
  private let rules: String
  private let light: [String: String]
  private let dark: [String: String]

  /// What stands between these lines of `pictures.css` is of marks alone.
  private static let start = "/* Marks */"
  private static let end = "/* End of marks */"

  init(_ theme: Theme) {
    func file(_ name: String) -> String {
      theme.assets.first { $0.path == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    let sheet = file("pictures.css")
    let colours = file("style.css")
    rules = sheet.part(from: Self.start, to: Self.end) ?? ""
    let names = Self.names(in: colours.part(from: ":root {", to: "}") ?? "")
    let night = colours.part(from: "prefers-color-scheme: dark", to: nil)
    let dimmed = Self.names(in: night?.part(from: ":root {", to: "}") ?? "")
    light = names.mapValues { Self.colours(of: $0).light }
    dark = names.merging(dimmed) { $1 }.mapValues { Self.colours(of: $0).dark }
  }

  var alone: String {
    let day = Self.filled(rules, light)
    let night = Self.filled(rules, dark)
    return "\nsvg { color-scheme: light dark }\n\(day)\n@media (prefers-color-scheme: dark) {\n\(night)\n}\n"
  }

  /// What `--name: value;` says.
  private static func names(in block: String) -> [String: String] {
    var names: [String: String] = [:]
    for line in block.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), let start = line.firstIndex(of: "-") else { continue }
      let value = line[line.index(after: colon)...].prefix { $0 != ";" }
      names[String(line[start..<colon])] = value.trimmed
    }
    return names
  }

  /// Of `light-dark(a, b)` either; a picture alone has no page that says which colours it is in.
  private static func colours(of value: String) -> (light: String, dark: String) {
    let both = value.part(from: "light-dark(", to: ")")?.split(separator: ",").map(\.trimmed) ?? []
    return both.count == 2 ? (both[0], both[1]) : (value, value)
  }

  /// With the value in place of each `var(--name)`; black where there is none.
  private static func filled(_ rules: String, _ names: [String: String]) -> String {
    var result = ""
    var rest = rules[...]
    while let found = rest.firstRange(of: "var("), let end = rest[found.upperBound...].firstIndex(of: ")") {
      result += rest[..<found.lowerBound]
      result += names[String(rest[found.upperBound..<end])] ?? "#000"
      rest = rest[rest.index(after: end)...]
    }
    return result + String(rest)
  }
}

extension String {
  /// What is between two texts, without them; to the end where there is no second one.
  fileprivate func part(from start: String, to end: String?) -> String? {
    guard let start = firstRange(of: start) else { return nil }
    let rest = self[start.upperBound...]
    guard let end else { return String(rest) }
    return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
