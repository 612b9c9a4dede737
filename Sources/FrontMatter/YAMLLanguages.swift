import Folding

extension YAMLNode {
  /// The same in one of several languages: where a text is given by language (`{en: Deadlines, zh: 期限}`) that text, else the
  /// first that is there. What has another key beside languages is no such text.
  package func read(in language: String, of languages: [String]) -> YAMLNode {
    var node = self
    switch content {
    case .scalar: break
    case .sequence(let items):
      node.content = .sequence(items.map { $0.read(in: language, of: languages) })
    case .mapping(let entries):
      if let text = entries.text(in: language, of: languages) { return text }
      node.content = .mapping(
        entries.map { entry in
          var entry = entry
          entry.value = entry.value.read(in: language, of: languages)
          return entry
        })
    }
    return node
  }
}

extension YAMLNode {
  /// The keys of texts that are given by language, in languages that are none of these.
  package func foreignLanguages(besides languages: [String]) -> [Entry] {
    switch content {
    case .scalar: return []
    case .sequence(let items): return items.flatMap { $0.foreignLanguages(besides: languages) }
    case .mapping(let entries):
      let areTexts = entries.allSatisfy { if case .scalar = $0.value.content { true } else { false } }
      let known = entries.contains { languages.contains($0.key) }
      let foreign = entries.filter { !languages.contains($0.key) }
      let areLanguages = foreign.allSatisfy { entry in
        (LanguageTag(entry.key)?.language.utf8.count ?? 9) <= 3
      }
      guard areTexts, known, areLanguages else {
        return entries.flatMap { $0.value.foreignLanguages(besides: languages) }
      }
      return foreign
    }
  }
}

extension [YAMLNode.Entry] {
  fileprivate func text(in language: String, of languages: [String]) -> YAMLNode? {
    let isByLanguage = allSatisfy { entry in
      if case .scalar = entry.value.content { languages.contains(entry.key) } else { false }
    }
    return isByLanguage ? (first { $0.key == language } ?? first)?.value : nil
  }
}
