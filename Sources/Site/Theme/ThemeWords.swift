package import Diagnostics
import Folding
import FrontMatter
import Knowledge

/// The words of one language: those of the frame, by keys that templates name, and those that stand for words of the schema
/// and the settings, by what is written there.
package struct ThemeWords: Sendable {
  package private(set) var strings: [String: String] = [:]
  private var translations: [String: String] = [:]
  package private(set) var diagnostics: [Diagnostic] = []

  /// The key of the words that stand for others.
  private static let translationsKey = "words"

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
      let name = "\(Theme.folder)strings.\(tag).yaml".asciiLowercased
      for file in BuiltInTheme.files + own where file.path.asciiLowercased == name {
        read(file, translates: language != contentLanguage && tag != contentLanguage)
      }
    }
  }

  private mutating func read(_ file: SourceText, translates: Bool) {
    let (root, problems) = readYAML(file)
    diagnostics += problems
    guard case .mapping(let entries)? = root?.content else { return }
    for entry in entries {
      guard entry.key == Self.translationsKey, case .mapping(let words) = entry.value.content else {
        strings[entry.key] = entry.value.text ?? ""
        continue
      }
      guard translates else { continue }
      for word in words { translations[word.key] = word.value.text ?? "" }
    }
  }

  /// What stands for a text of the schema or the settings; the text itself where nothing does.
  package func callAsFunction(_ text: String) -> String { translations[text] ?? text }

  /// The word for a value of the generator's own or of an enumeration: from the strings, else made readable.
  func word(_ value: String, group: String) -> String {
    if let word = strings["\(group)_\(value)"] { return word }
    let words = String(value.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return self(words.prefix(1).uppercased() + words.dropFirst())
  }
}
