import Diagnostics

/// A whole small knowledge base, to its pages and all that the commands print of it.
struct BaseTarget: FuzzTarget {
  var tokens: [String] { BaseTarget.words }

  static let words: [String] =
    SchemaTarget.words + ["[[", "]]", "[@", "](", "#", "|", "title: ", "aliases: [a]", "former_ids: [a]"]
    + [
      "publish: false\n", "source: ", "quote: \"a\"\n", "only_in: ", "{value: 1, source: a}", "2024-06",
      "≥ 1 %", "defaults: {source: a, at: b}\n", "{source: a, at: b, items: [", "items: [", "order: listed",
      "source: ~",
    ]

  func made(_ dice: inout Dice) -> [UInt8]? { nil }

  func problem(of input: [UInt8]) async -> Problem? {
    let files = BaseText(input).files
    return await BuiltBase(files).problem
  }
}
