import Folding
import FrontMatter

/// A file of Jekyll's folder of posts, whose name begins with its day: `_posts/2024-05-01-my-post.md`.
package struct DatedPost {
  /// As `2024-05-01`.
  let day: String
  /// What stands behind it in the file's name, without its suffix.
  package let name: String
  /// The folders above `_posts`: to Jekyll they are categories.
  private let folders: [String]

  private static let folder = "_posts"

  /// - Parameter path: below `content/`.
  package init?(_ path: String) {
    let stem = MarkdownPath.stem(path) ?? path
    let folders = stem.parts(at: "/").dropLast().map { String($0) }
    guard let posts = folders.lastIndex(of: DatedPost.folder) else { return nil }
    let parts = MarkdownPath.name(of: stem).split(separator: "-", maxSplits: 3)
    guard parts.count == 4, let day = DayOfTimestamp.day(parts[..<3].joined(separator: "-")) else {
      return nil
    }
    (self.day, name, self.folders) = (day, String(parts[3]), Array(folders[..<posts]))
  }

  /// The path of a page without the mark that keeps other tools' folders back: `posts/2024-05-01-my-post`.
  package static func readable(_ slug: String) -> String {
    guard slug.contains(folder) else { return slug }
    let parts = slug.parts(at: "/").map { String($0) }
    return (parts.dropLast().map { $0 == folder ? "posts" : $0 } + parts.suffix(1)).joined(separator: "/")
  }

  /// Where Jekyll put it, if nobody told it otherwise: its categories, the day, the name. `nil` where that is no address.
  func address(_ entries: [YAMLNode.Entry]) -> String? {
    func written(_ key: String) -> YAMLNode? { entries.first { $0.key == key && !$0.value.isNull }?.value }
    guard written("permalink") == nil else { return nil }
    let date = written("date")?.text.flatMap { DayOfTimestamp.day($0) } ?? day
    let name = written("slug")?.text ?? name
    let parts = categories(entries) + date.parts(at: "-").map { String($0) }
    let path = "/" + (parts + [name + ".html"]).joined(separator: "/")
    return path.unicodeScalars.contains { "%?#\\:".unicodeScalars.contains($0) } ? nil : path
  }

  /// In small letters: those of its folders, then its own.
  func categories(_ entries: [YAMLNode.Entry]) -> [String] {
    func written(_ key: String) -> YAMLNode? { entries.first { $0.key == key && !$0.value.isNull }?.value }
    let own = written("categories").map(DatedPost.categories) ?? written("category")?.text.map { [$0] } ?? []
    return (folders + own).map(\.foldedCase).unique
  }

  /// A list, or one text whose words they are.
  private static func categories(_ node: YAMLNode) -> [String] {
    if case .sequence(let items) = node.content { return items.compactMap(\.text) }
    return node.text?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
  }
}

/// The day of a point in time, as other tools write it.
package enum DayOfTimestamp {
  package static func isDay(_ text: String) -> Bool { day(text) != nil }

  /// Of `2020-01-01T10:00:00Z`, `2020-01-01 10:00:00 +0200` or `2020/1/1`: `2020-01-01`. `nil` of any other text.
  static func day(_ text: String) -> String? {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
    guard let day = parts.first, parts.count == 1 || parts[1].first?.isNumber ?? false else { return nil }
    let numbers = day.split(separator: day.contains("/") ? "/" : "-")
    guard numbers.count == 3, numbers[0].utf8.count == 4, (1...2).contains(numbers[1].utf8.count),
      (1...2).contains(numbers[2].utf8.count),
      numbers.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return numbers.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
  }
}
