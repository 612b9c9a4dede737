import Folding

/// The kinds of asides: GitHub's five and Obsidian's; the words of MkDocs and Docusaurus are others for these.
package enum AsideKind: UInt8, CaseIterable, Sendable {
  case note, tip, important, warning, caution
  case abstract, info, todo, success, question, failure, danger, bug, example, quote

  /// As authors write it, and as style sheets and strings name it.
  package var name: String { String(describing: self) }

  /// The title of an aside for which the author gave none.
  package var title: String { name.prefix(1).uppercased() + name.dropFirst() }

  private var otherNames: [String] {
    switch self {
    case .note: ["seealso", "secondary"]
    case .abstract: ["summary", "tldr"]
    case .example: ["snippet"]
    case .tip: ["hint"]
    case .success: ["check", "done"]
    case .question: ["help", "faq"]
    case .warning: ["attention"]
    case .failure: ["fail", "missing"]
    case .danger: ["error"]
    case .quote: ["cite"]
    default: []
    }
  }

  /// - Parameter word: in any case.
  init?(_ word: String) {
    let word = word.asciiLowercased
    guard let kind = Self.allCases.first(where: { $0.name == word || $0.otherNames.contains(word) }) else {
      return nil
    }
    self = kind
  }
}
