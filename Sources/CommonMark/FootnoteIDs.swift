/// The ids of a document's footnotes and of the references to them: `fn-label`, `fnref-label`, `fnref-label-2`. No two
/// are the same, and no heading gets one of them.
struct FootnoteIDs {
  private var references: [[String]] = []
  private(set) var all: Set<String> = []

  init(_ footnotes: [MarkdownFootnote]) {
    for footnote in footnotes {
      all.insert(Self.note(footnote))
      references.append(["fnref-" + footnote.label])
      all.insert("fnref-" + footnote.label)
    }
    for (index, footnote) in footnotes.enumerated() where footnote.references > 1 {
      for number in 2...footnote.references {
        var separator = "-"
        while !all.insert("fnref-\(footnote.label)\(separator)\(number)").inserted { separator += "-" }
        references[index].append("fnref-\(footnote.label)\(separator)\(number)")
      }
    }
  }

  static func note(_ footnote: MarkdownFootnote) -> String { "fn-" + footnote.label }

  /// - Parameter number: which of the references, from 1.
  func reference(_ footnote: Int, _ number: Int) -> String {
    let own = references[footnote]
    return own[min(max(number, 1), own.count) - 1]
  }
}
