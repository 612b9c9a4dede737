import Glibc

/// A command line that is still being typed, word by word as it is typed: with marks, and nothing of it expanded.
struct TypedLine {
  private let words: [String]

  init(_ words: [String]) { self.words = words }

  /// The folder that --root names so far.
  var root: String {
    let option = "--root"
    for (index, word) in words.enumerated().reversed() {
      if word.hasPrefix(option + "=") { return path(word.dropFirst(option.count + 1)) }
      if word == option, index + 1 < words.count { return path(words[index + 1][...]) }
    }
    return "."
  }

  private func path(_ word: Substring) -> String {
    var text = ""
    var isEscaped = false
    for character in word {
      if !isEscaped, character == "\\" {
        isEscaped = true
      } else {
        if isEscaped || character != "\"" && character != "'" { text.append(character) }
        isEscaped = false
      }
    }
    guard text.hasPrefix("~/"), let home = unsafe getenv("HOME") else { return text.isEmpty ? "." : text }
    return unsafe String(cString: home) + text.dropFirst()
  }
}
