/// The sentences of pictures: from the strings, with numbers and names from the data put where the braces are.
extension PageContext {
  /// A text of the strings file with its blanks filled in; where a text of the same name with `_one` is for just one thing, `n`
  /// says whether it is one.
  func text(_ key: String, _ values: [String: String]) -> String {
    let single = values["n"] == "1" ? site.theme.strings[key + "_one"] : nil
    return PictureWords.filled(single ?? text(key), values)
  }
}

enum PictureWords {
  /// A text with what stands in braces replaced; what nobody knows stays as it is written.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: "}") else {
        return result + String(rest[start...])
      }
      let name = String(rest[rest.index(after: start)..<end])
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: end)...]
    }
    return result + String(rest)
  }
}
