package import Diagnostics
import Folding
import FrontMatter
package import Knowledge

/// A key of front matter that plain pages do not have by themselves, with what its values seem to be.
package struct FoundField: Hashable, Sendable {
  package let name: String
  /// `nil` where no type holds all: mappings, lists of mappings, one thing here and another there.
  package let sort: PageField.Sort?
  /// How many files have it.
  package let files: Int
}

/// The front matter of a folder, key by key.
package struct ForeignFields: Sendable {
  /// The most frequent first.
  package private(set) var all: [FoundField] = []
  /// Whether a page says of which day it is, or on which it is public.
  package private(set) var haveDays = false

  /// - Parameter files: each with its path below `content/`.
  package init(_ files: [SourceText], schema: Schema) {
    var tallies: [String: ValueTally] = [:]
    for file in files where file.isMarkdown {
      let matter = readFrontMatter(file.inUTF8())
      haveDays = haveDays || DatedPost(file.path.belowContent) != nil || matter.hasDay
      for entry in EntityReader.unknownEntries(matter, path: file.path, schema: schema) {
        tallies[entry.key, default: ValueTally()].add(entry.value)
      }
    }
    all = tallies.map { FoundField(name: $0.key, sort: $0.value.sort(of: $0.key), files: $0.value.count) }
      .sorted { ($1.files, $0.name) < ($0.files, $1.name) }
  }

  /// Those that can be declared. What stands once is a slip of the pen as often as not.
  package var declarable: [FoundField] {
    all.filter { field in
      field.sort != nil && field.files > 1 && PageField.objection(to: field.name) == nil
        && !field.name.hasPrefix("_") && field.name == field.name.printable
    }
  }
}

extension FrontMatter {
  fileprivate var hasDay: Bool {
    guard case .mapping(let entries)? = root?.content else { return false }
    return entries.contains { $0.key.asciiLowercased.hasSuffix("date") }
  }
}

/// What the values of one key are.
struct ValueTally {
  private(set) var count = 0
  private var sorts: Set<PageField.Sort> = []
  private var hasBlanks = false
  /// Whether a time stands behind one of the days.
  private(set) var hasTimes = false
  private var isOther = false

  mutating func add(_ node: YAMLNode) {
    count += 1
    switch node.content {
    case .scalar(let text, let isQuoted):
      if node.isNull { return }
      hasTimes = hasTimes || text.utf8.count > 10 || text.contains("/")
      hasBlanks = hasBlanks || text.contains(where: \.isWhitespace)
      sorts.insert(ValueTally.sort(of: text, isQuoted: isQuoted))
    case .sequence(let items):
      if items.contains(where: { $0.text == nil }) { isOther = true }
      sorts.insert(.list)
    case .mapping: isOther = true
    }
  }

  /// The type that all have, as far as it can be told.
  func sort(of name: String) -> PageField.Sort? {
    if isOther { return nil }
    // To Hugo and Jekyll these are tags by another name.
    if ["categories", "category"].contains(name), sorts == [.list] || !hasBlanks { return .tags }
    if sorts.count == 1, let only = sorts.first { return only }
    if sorts.isEmpty { return nil }
    if sorts.contains(.list) { return .list }
    return .text
  }

  private static func sort(of text: String, isQuoted: Bool) -> PageField.Sort {
    if !isQuoted, ["true", "false", "yes", "no"].contains(text.foldedCase) { return .flag }
    if DayOfTimestamp.isDay(text) { return .date }
    if !isQuoted, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count < 10, !text.isEmpty {
      return .number
    }
    return .text
  }
}
