import Folding

extension Entity {
  package func title(in language: String) -> String { written.title(language: language) }

  /// What it is called in a language: the title, else what its kind has for that, else the first other name in that language
  /// that may stand for it everywhere; `nil` where nothing says it.
  ///
  /// - Parameters:
  ///   - titles: the field that has its titles in other languages.
  ///   - contentLanguage: of texts that don't say their language.
  func name(in language: String, titles: Int?, contentLanguage: String) -> String? {
    guard let tag = LanguageTag(language) else { return nil }
    for field in [Kind.titleField] + [titles].compactMap(\.self) {
      let texts = (fact(field)?.holding ?? []).flatMap { claim in
        claim.value.items.flatMap { $0.texts(language: contentLanguage) }
      }
      if let found = tag.lookUp(among: texts.map(\.language)) { return texts[found].text }
    }
    let names = aliases.filter { alias in
      alias.onlyIn == nil && alias.sort.map { Self.sortsOfNames.contains($0) } ?? true
        && alias.language.map { LanguageTag.areOneLanguage($0, language) } ?? false
    }
    return (names.first { $0.sort != "abbreviation" } ?? names.first)?.name.text
  }

  /// Those that may stand in a title's place.
  private static let sortsOfNames = ["variant", "translation", "abbreviation"]
}
