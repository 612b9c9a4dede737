import Diagnostics
import FrontMatter

/// Reads a text as a Markdown file.
func read(_ text: String) -> FrontMatter {
  readFrontMatter(SourceText(path: "a.md", text: text))
}

func body(_ text: String) -> String {
  let range = read(text).bodyRange
  return String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

/// The tree on one line: quoted texts in double quotes, null as `~`.
func shape(_ node: YAMLNode?) -> String {
  switch node?.content {
  case nil: "nothing"
  case .scalar(let text, let isQuoted): isQuoted ? "\"\(text)\"" : node?.isNull == true ? "~" : text
  case .sequence(let items): "[" + items.map(shape).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key): \(shape($0.value))" }.joined(separator: ", ") + "}"
  }
}

/// Each diagnostic as `id line:column`.
func summary(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map {
    "\($0.id.rawValue) \($0.place?.position.line ?? 0):\($0.place?.position.column ?? 0)"
  }
}

extension YAMLNode {
  subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  subscript(index: Int) -> YAMLNode? {
    guard case .sequence(let items) = content, items.indices.contains(index) else { return nil }
    return items[index]
  }
}

/// The offsets of the markers 1️⃣, 2️⃣ … in a text, as places, and the text without them.
func markers(_ marked: String) -> (text: String, places: [Position]) {
  var text = ""
  var places: [Position] = []
  for character in marked {
    if character.unicodeScalars.contains("\u{FE0F}"), let digit = character.unicodeScalars.first,
      ("1"..."9").contains(digit)
    {
      places.append(SourceText(path: "", text: text).position(at: text.utf8.count))
    } else {
      text.append(character)
    }
  }
  return (text, places)
}
