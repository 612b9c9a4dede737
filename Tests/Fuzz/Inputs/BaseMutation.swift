import Diagnostics
import Site

extension Mutation {
  /// A knowledge base with some of its files changed, moved, doubled or gone.
  func base(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var base = BaseText(bytes)
    for _ in 0...dice.below(5) where !base.files.isEmpty {
      let index = dice.below(base.files.count)
      let file = base.files[index]
      switch dice.below(12) {
      case 0: base.files.remove(at: index)
      case 1: base.files.append(SourceText(path: Mutation.path(like: file.path, &dice), bytes: file.bytes))
      case 2: base.files[index] = SourceText(path: Mutation.path(like: file.path, &dice), bytes: file.bytes)
      case 3:
        // What one file says stands in another.
        let other = dice.pick(base.files).bytes
        var bytes = file.bytes
        bytes.replaceSubrange(dice.range(in: bytes.count), with: other[dice.range(in: other.count)])
        base.files[index] = SourceText(path: file.path, bytes: bytes)
      case 4...6:
        let words = Mutation(tokens: base.files.map(\.path) + tokens, others: base.files.map(\.bytes))
        base.files[index] = SourceText(path: file.path, bytes: words.words(of: file.bytes, &dice))
      case 7, 8: base.files[index] = Mutation.hushed(file, index)
      default:
        let mutation = Mutation(tokens: tokens, others: base.files.map(\.bytes))
        base.files[index] = SourceText(path: file.path, bytes: mutation(file.bytes, &dice))
      }
    }
    return base.bytes
  }

  /// The file held back, with words in it that no page may have.
  private static func hushed(_ file: SourceText, _ number: Int) -> SourceText {
    guard file.isMarkdown, file.bytes.starts(with: "---\n".utf8) else { return file }
    let words = "hush\(number)1q"
    let head = "---\npublish: false\nsummary: \(words)\n"
    let body = "\n# \(words)\n\n[\(words)](\(words).md) and [[\(words)]].\n"
    return SourceText(path: file.path, bytes: Array(head.utf8) + file.bytes.dropFirst(4) + Array(body.utf8))
  }

  private static func path(like path: String, _ dice: inout Dice) -> String {
    var parts = path.split(separator: "/").map(String.init)
    let names = [
      "a", "A", "é", "e\u{301}", "制度", "a b", "a.b", "a%2fb", "a#b", "a?b", "<b>", "\"", "'", "&", "index",
      "404", "README",
      "con", "-", "_", "a:b", "a\u{202E}b", "a\u{1B}b", "a\nb", "{{a}}", "by-a", "2024", "sitemap", "assets",
      "*", "a|b", "\\",
    ]
    let ending = dice.pick([".md", ".md", ".md", ".MD", ".json", ".txt", ".html", "", ".yaml"])
    switch dice.below(4) {
    case 0: parts.insert(dice.pick(names), at: parts.count - 1)
    case 1 where parts.count > 2: parts.remove(at: parts.count - 2)
    default: parts[parts.count - 1] = dice.pick(names) + ending
    }
    return parts.joined(separator: "/")
  }
}
