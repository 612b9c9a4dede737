import CommonMark
import Diagnostics
import FrontMatter

/// A page of the manual, as the program brings it along.
package struct ManualPage: Sendable {
  /// What its file is called, without the ending: `time`.
  package let name: String
  package let title: String
  package let summary: String
  /// The Markdown below the front matter.
  private let body: ArraySlice<UInt8>

  init(_ name: String, _ bytes: [UInt8]) {
    let source = SourceText(path: name + ".md", bytes: bytes)
    let matter = readFrontMatter(source)
    self.name = name
    title = ManualPage.text("title", in: matter.root) ?? name
    summary = ManualPage.text("summary", in: matter.root) ?? ""
    body = bytes[matter.bodyRange]
  }

  /// All of it, with the title as a heading.
  package var text: String { "# \(title)\n\n" + ManualPage.text(of: lines[...]) }

  /// Its sections, each with those below it.
  package var sections: [ManualSection] {
    let lines = lines
    let headings = parseMarkdown(body, path: name).headings
    return headings.indices.map { index in
      let heading = headings[index]
      let next = headings[(index + 1)...].first { $0.level <= heading.level }
      let range = Int(heading.position.line) - 1..<(next.map { Int($0.position.line) - 1 } ?? lines.count)
      return ManualSection(page: name, anchor: heading.id, text: ManualPage.text(of: lines[range]))
    }
  }

  private var lines: [Substring] {
    String(decoding: body, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Without empty lines around them.
  private static func text(of lines: ArraySlice<Substring>) -> String {
    var lines = lines.drop(while: \.isEmpty)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ key: String, in root: YAMLNode?) -> String? {
    guard case .mapping(let entries) = root?.content,
      case .scalar(let text, _) = entries.first(where: { $0.key == key })?.value.content
    else { return nil }
    return text
  }
}

/// What stands below one heading of a page, with the heading.
package struct ManualSection: Sendable {
  package let page: String
  /// As links name it: `invalid-date`.
  package let anchor: String
  package let text: String

  /// What to ask for: `diagnostics#invalid-date`.
  package var name: String { page + "#" + anchor }
}
