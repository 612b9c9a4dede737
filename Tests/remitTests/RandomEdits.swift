import Diagnostics
import Foundation
import Site
import TestSupport

/// A knowledge base in memory, to which what writers do happens at random: the same for the same seed.
struct RandomEdits {
  /// By path.
  private(set) var files: [String: String]
  private let original: [String: String]
  private var dice: SeededGenerator

  init(of files: [String: String], seed: UInt64) {
    self.files = files
    original = files
    dice = SeededGenerator(seed: seed)
  }

  /// One edit, of whatever sort; what it was.
  mutating func edit() -> String {
    switch Int.random(in: 0..<22, using: &dice) {
    case 0...2: return append("\nMore of [[\(name())]], and of [this](\(relativePath())) too [@\(slug())].\n")
    case 3, 4: return replaceLine("title: ", with: "title: \(name())")
    case 5: return insert("aliases: [\(word()), {name: \(name()), ambiguous: true}]")
    case 6: return insert("# a comment, which moves all places below it")
    case 7: return append("\n## \(name())\n\nHere.\n")
    case 8: return append("\nSee [[\(id())#\(word())]].\n")
    case 9: return copy()
    case 10: return remove()
    case 11, 12: return rename()
    case 13: return changeDigit()
    case 14: return insert("publish: false")
    case 15: return damage()
    case 16: return changeSettings()
    case 17: return changeTemplate()
    case 20, 21: return nameAnchorOfSource()
    case 18: return changeAsset()
    default: return restore()
    }
  }

  /// Words that are none yet, in the last line of a text that begins with a letter; what it was.
  mutating func editWords() -> String {
    let path = path()
    var lines = (files[path] ?? "").components(separatedBy: "\n")
    if let line = lines.lastIndex(where: { $0.first?.isLetter == true }) {
      lines[line] += " \(word()) \(Int.random(in: 0..<1_000, using: &dice))"
    }
    files[path] = lines.joined(separator: "\n")
    return "words in \(path)"
  }

  /// Everything as it was at first.
  mutating func restoreAll() { files = original }

  private let words = [
    "air", "clean", "dust", "plan", "office", "press", "rule", "wind", "Luft", "空气", "part",
  ]

  private mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element? {
    choices.randomElement(using: &dice)
  }

  private mutating func word() -> String { pick(words) ?? "" }

  private var content: [String] { files.keys.filter { $0.hasSuffix(".md") }.sorted() }

  private mutating func path() -> String { pick(content) ?? "content/new.md" }

  private mutating func slug() -> String {
    String(path().split(separator: "/").last?.dropLast(3) ?? "none")
  }

  private mutating func relativePath() -> String { "/" + path().dropFirst("content/".count) }

  private mutating func id() -> String {
    let parts = path().split(separator: "/").map(String.init)
    let slug = parts.dropFirst(2).joined(separator: "/")
    return parts.count > 2 ? String(slug.dropLast(3)) : word()
  }

  /// The name of something that there is, or something else.
  private mutating func name() -> String {
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: return id()
    case 1: return title(of: path()) ?? word()
    default: return "\(word()) \(word())"
    }
  }

  private func title(of path: String) -> String? {
    files[path]?.components(separatedBy: "\n").first { $0.hasPrefix("title: ") }
      .map { String($0.dropFirst("title: ".count)) }
  }

  private mutating func append(_ text: String) -> String {
    let path = path()
    files[path, default: ""] += text
    return "append to \(path): \(text)"
  }

  private mutating func replaceLine(_ prefix: String, with line: String) -> String {
    let path = path()
    var lines = (files[path] ?? "").components(separatedBy: "\n")
    if let index = lines.firstIndex(where: { $0.hasPrefix(prefix) }) { lines[index] = line }
    files[path] = lines.joined(separator: "\n")
    return "\(line) in \(path)"
  }

  private mutating func insert(_ line: String) -> String {
    let path = path()
    var lines = (files[path] ?? "").components(separatedBy: "\n")
    let key = line.prefix { $0 != ":" }
    guard lines.first == "---", !lines.contains(where: { $0.hasPrefix(key + ":") }) else { return "nothing" }
    lines.insert(line, at: 1)
    files[path] = lines.joined(separator: "\n")
    return "\(line) in \(path)"
  }

  /// A claim names a heading of its source, which may be there or go.
  private mutating func nameAnchorOfSource() -> String {
    let named = files.filter { $0.value.contains("source: press-release") }.keys.sorted()
    let anchor = word()
    if Bool.random(using: &dice), let source = files.keys.first(where: { $0.hasSuffix("/press-release.md") })
    {
      files[source, default: ""] += "\n## \(anchor)\n"
      return "heading \(anchor) in \(source)"
    }
    guard let path = pick(named), let text = files[path], let range = text.range(of: "source: press-release")
    else { return insert("aliases: [{name: \(anchor), only_in: plan-text#\(anchor)}]") }
    files[path] = text.replacingCharacters(in: range, with: "source: press-release#\(anchor)")
    return "source: press-release#\(anchor) in \(path)"
  }

  private mutating func copy() -> String {
    let path = path()
    let new = "\(path.dropLast(3))-\(Int.random(in: 2...9, using: &dice)).md"
    files[new] = files[path]
    return "copy \(path) to \(new)"
  }

  private mutating func remove() -> String {
    let path = path()
    files[path] = nil
    return "remove \(path)"
  }

  private mutating func rename() -> String {
    let path = path()
    let slug = String(path.split(separator: "/").last?.dropLast(3) ?? "")
    var text = files[path] ?? ""
    if Bool.random(using: &dice), text.hasPrefix("---\n") {
      text = "---\nformer_ids: [\(slug)]\n" + text.dropFirst(4)
    }
    let new = "\(path.dropLast(3))x.md"
    files[path] = nil
    files[new] = text
    return "rename \(path) to \(new)"
  }

  private mutating func changeDigit() -> String {
    let path = path()
    var characters = Array(files[path] ?? "")
    guard let index = pick(characters.indices.filter { characters[$0].isASCII && characters[$0].isNumber })
    else { return "nothing" }
    characters[index] = pick(Array("0123456789")) ?? "0"
    files[path] = String(characters)
    return "a digit in \(path)"
  }

  private mutating func damage() -> String {
    let path = pick(files.keys.sorted()) ?? ""
    var characters = Array(files[path] ?? "")
    guard let index = characters.indices.randomElement(using: &dice) else { return "nothing" }
    characters.remove(at: index)
    files[path] = String(characters)
    return "character \(index) out of \(path)"
  }

  private mutating func changeSettings() -> String {
    let edits = [
      ("remit.yaml", "title: ", "title: New "), ("remit.yaml", "deadlines: {", "due: {"),
      ("remit.yaml", "language: en", "language: de"), ("schema.yaml", "label: ", "label: New "),
      ("schema.yaml", "facets: [", "columns_not: ["), ("remit.yaml", "# base_url:", "base_url:"),
    ]
    guard let (path, old, new) = pick(edits), let text = files[path], let range = text.range(of: old) else {
      return "nothing"
    }
    files[path] = text.replacingCharacters(in: range, with: new)
    return "\(old) → \(new) in \(path)"
  }

  private mutating func changeTemplate() -> String {
    let theme = BuiltInTheme.files.filter { $0.path.hasSuffix(".html") || $0.path.hasSuffix(".css") }
    guard let file = pick(theme) else { return "nothing" }
    if files[file.path] != nil, Bool.random(using: &dice) {
      files[file.path] = nil
      return "remove \(file.path)"
    }
    files[file.path, default: String(decoding: file.bytes, as: UTF8.self)] += "\n"
    return "change \(file.path)"
  }

  private mutating func changeAsset() -> String {
    let path = "content/files/\(word()).txt"
    if files[path] != nil {
      files[path] = nil
    } else {
      files[path] = word()
    }
    return "asset \(path)"
  }

  /// One file as it was at first.
  mutating func restore() -> String {
    let changed = Set(files.keys).union(original.keys).filter { files[$0] != original[$0] }.sorted()
    guard let path = pick(changed) else { return "nothing" }
    files[path] = original[path]
    return "restore \(path)"
  }
}
