package import Sentences

/// Texts that say the same on every page, by dotted name, with the rules by which one is chosen for a number.
package struct Constants: Sendable {
  package var texts: [String: String]
  package var plurals: PluralRules

  package init(_ texts: [String: String] = [:], plurals: PluralRules = .usual) {
    (self.texts, self.plurals) = (texts, plurals)
  }

  /// A text with its forms for numbers: those of `name_one` and the like that are there.
  func forms(of name: String) -> (usual: Sentence, others: [(form: String, sentence: Sentence)])? {
    guard let text = texts[name], !text.isEmpty else { return nil }
    let others = plurals.rules.compactMap { rule in
      texts[name + "_" + rule.form].map { (rule.form, Sentence($0)) }
    }
    return (Sentence(text), others)
  }
}
