import CommonMark
import Folding
import Knowledge

extension MarkdownDocument {
  /// The words that readers see, and where links lead that lead elsewhere; no markup. A Han character is a word.
  ///
  /// - Parameter linkText: what stands for a link that has no text of its own, by its number.
  func comparedWords(linkText: (Int) -> String? = { _ in nil }) -> [String] {
    let numbers = Dictionary(links.enumerated().map { ($1.node, $0) }) { first, _ in first }
    var words = plainText(of: 0) { link in numbers[link.node].flatMap(linkText) }.comparedWords
    // What a link within the knowledge base leads to is compared once it's resolved.
    words += links.filter { $0.kind == .link && $0.target.contains("://") }.map { "→" + $0.target }
    return words
  }
}

/// How many words one text has and the other has not.
struct WordCounts {
  let added: Int
  let removed: Int

  init(_ old: [String], _ new: [String]) {
    var balance: [String: Int] = [:]
    for word in new { balance[word, default: 0] += 1 }
    for word in old { balance[word, default: 0] -= 1 }
    added = balance.values.reduce(0) { $0 + max($1, 0) }
    removed = balance.values.reduce(0) { $0 + max(-$1, 0) }
  }
}
