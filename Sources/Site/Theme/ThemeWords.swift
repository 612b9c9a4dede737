package import Diagnostics
import Folding
import FrontMatter
package import Knowledge
package import Sentences
import Templates

/// The words of one language: those of the frame, by keys that templates name, and those that stand for words of the schema
/// and the settings, by what is written there.
package struct ThemeWords: Sendable {
  package private(set) var strings: [String: String] = [:]
  private var translations: [String: String] = [:]
  package private(set) var diagnostics: [Diagnostic] = []
  /// Which form of a text a number takes.
  package private(set) var plurals = PluralRules.usual

  /// Those in which dates and quantities are told.
  package private(set) var forReaders = ReaderWords.english

  /// The key of the words that stand for others.
  private static let translationsKey = "words"
  private static let pluralsKey = "plurals"

  /// The built-in English first, then the knowledge base's, then those of the language, from its shortest tag to its longest, so
  /// that a missing translation shows in English.
  ///
  /// - Parameters:
  ///   - files: those outside `content/`.
  ///   - contentLanguage: of the schema and the settings, whose own words need no others.
  package init(_ files: [SourceText], language: String, contentLanguage: String) {
    let own = files.filter { $0.path.hasPrefix(Theme.folder) }
    let parts = language.parts(at: "-")
    let tags = parts.indices.map { parts[...$0].joined(separator: "-") }
    for tag in (["en"] + tags).unique {
      // Before any file of the language, so that each may say them otherwise.
      if !tag.contains("-") { take(BuiltInWords.texts(of: tag)) }
      let name = "\(Theme.folder)strings.\(tag).yaml".asciiLowercased
      for file in BuiltInTheme.files + own where file.path.asciiLowercased == name {
        read(file, tag, translates: language != contentLanguage && tag != contentLanguage)
      }
    }
    forReaders = ReaderWords(strings, plurals: plurals)
  }

  private mutating func read(_ file: SourceText, _ tag: String, translates: Bool) {
    let (root, problems) = readYAML(file)
    diagnostics += problems
    guard case .mapping(let entries)? = root?.content else { return }
    if tag != "en" { dropForms(of: entries.map(\.key)) }
    for entry in entries {
      switch (entry.key, entry.value.content) {
      case (Self.translationsKey, .mapping(let words)):
        guard translates else { continue }
        for word in words { translations[word.key] = word.value.text ?? "" }
      case (Self.pluralsKey, .mapping(let rules)): readPlurals(rules, of: file)
      default: strings[entry.key] = entry.value.text ?? ""
      }
    }
  }

  private mutating func take(_ texts: [String: String]) {
    dropForms(of: Array(texts.keys))
    strings.merge(texts) { $1 }
  }

  /// Forms for numbers are of the language of their text: English ones don't stay beside a text of another.
  private mutating func dropForms(of keys: [String]) {
    for key in keys { for form in PluralRules.forms { strings[key + "_" + form] = nil } }
  }

  private mutating func readPlurals(_ rules: [YAMLNode.Entry], of file: SourceText) {
    plurals = PluralRules()
    for rule in rules where !plurals.add(rule.key, rule.value.text ?? "") {
      diagnostics.append(
        Diagnostic(
          .invalidSetting, "'\(rule.key)' is no rule for a form that numbers take",
          at: Place(file.path, rule.keyPosition, length: rule.key.utf8.count),
          help: "such as few: n % 10 = 2..4 and n % 100 != 12..14; the forms are "
            + PluralRules.forms.joined(separator: ", ")))
    }
  }

  /// The texts and the rules of their forms, as templates get them.
  var constants: Constants {
    Constants(Dictionary(uniqueKeysWithValues: strings.map { ("strings." + $0, $1) }), plurals: plurals)
  }

  /// A text with its places filled; `n` is the number that its form goes by. A text that has no place, as those had before
  /// there were any, stands before what it is about.
  func sentence(_ key: String, _ values: [String: String]) -> String {
    let form = values["n"].flatMap { Int($0) }.flatMap { plurals.form(of: $0) }
    let text = form.flatMap { strings[key + "_" + $0] } ?? strings[key] ?? key
    let sentence = Sentence(text)
    if let value = values[""], !sentence.parts.contains(.place("")) { return "\(text) \(value)" }
    return sentence.filled(values)
  }

  /// What stands for a text of the schema or the settings; the text itself where nothing does.
  package func callAsFunction(_ text: String) -> String { translations[text] ?? text }

  /// A year by itself: "2025", or "2025年".
  func year(_ year: Int) -> String { sentence("year", ["": year.asYear]) }

  /// The word for a value of the generator's own or of an enumeration: from the strings, that for the field first, else made
  /// readable.
  func word(_ value: String, group: String, field: String? = nil) -> String {
    if let word = field.flatMap({ strings["\(group)_\($0)_\(value)"] }) { return word }
    if let word = strings["\(group)_\(value)"] { return word }
    let words = String(value.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return self(words.prefix(1).uppercased() + words.dropFirst())
  }
}
