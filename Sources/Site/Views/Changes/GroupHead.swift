import Changes
import Templates

/// What became of several things, as a heading says it.
struct GroupHead: Sendable {
  let sort: String
  let label: String
  let anchor: String

  static let record: RecordType<GroupHead> = RecordType([
    .text("sort", "`opened`, `settled`, `restated`; of entities `removed`, `renamed`, `changed`, `added`") {
      $0.sort
    },
    .text("label", "the same in words") { $0.label },
    .text("anchor", "its id on the page") { $0.anchor },
  ])
}

struct GroupCount: Sendable {
  let head: GroupHead
  let count: Int
  let href: String

  static let record: RecordType<GroupCount> = RecordType(
    "", "", with: GroupHead.record.members { $0.head },
    [
      .number("count", "how many there are") { $0.count },
      .text("href", "where they are") { $0.href },
    ])
}

extension DiscrepancyChange.Sort {
  /// Part of a string's key; `changed` is a word for entities there.
  var word: String { self == .changed ? "restated" : rawValue }
}
