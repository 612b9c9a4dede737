import Diagnostics
import FrontMatter
import Knowledge
import Sentences
import Site
import Templates
import Testing

/// What is shown in another language than English is shown in it whole.
struct LanguageTests {
  private static let schemaText = Starter.files.first { $0.path == "schema.yaml" }?.text ?? ""

  private static func entries(_ name: String) throws -> [YAMLNode.Entry] {
    let file = try #require(BuiltInTheme.files.first { $0.path == "templates/" + name })
    guard case .mapping(let entries)? = readYAML(file).0?.content else { return [] }
    return entries
  }

  @Test("every word of the frame is there in Chinese")
  func framesHaveTheSameWords() throws {
    let english = try Self.entries("strings.en.yaml").map(\.key)
    let chinese = try Self.entries("strings.zh.yaml").map(\.key)
    // Forms for numbers are those of the language.
    let forms = PluralRules.forms.map { "_" + $0 }
    let usual = english.filter { key in !forms.contains { key.hasSuffix($0) } }
    #expect(usual.filter { !chinese.contains($0) } == [])
    #expect(chinese.filter { !english.contains($0) && $0 != "words" && !$0.hasPrefix("value_") } == [])
    #expect(english.count > 400)
  }

  @Test("a text has the same places in Chinese")
  func sentencesHaveTheSamePlaces() throws {
    let chinese = Dictionary(
      try Self.entries("strings.zh.yaml").map { ($0.key, $0.value.text ?? "") }, uniquingKeysWith: { $1 })
    func places(_ text: String) -> Set<Sentence.Part> {
      Set(Sentence(text).parts.filter { if case .place = $0 { true } else { false } })
    }
    var filled = 0
    for entry in try Self.entries("strings.en.yaml") {
      guard let text = chinese[entry.key], let english = entry.value.text else { continue }
      // Where there is one of something, its number may be left out.
      let isForm = PluralRules.forms.contains { entry.key.hasSuffix("_" + $0) }
      #expect(isForm || places(text) == places(english), "\(entry.key)")
      filled += places(text).count
    }
    #expect(filled > 100)
  }

  @Test(
    "English forms don't stay beside a text of another language, and rules that can't be read are mistakes")
  func formsAreOfTheirLanguage() {
    let files = [
      SourceText(
        path: "templates/strings.pl.yaml",
        text: """
          plurals:
            one: n = 1
            few: n % 10 = 2..4 and n % 100 != 12..14
            most: n = 9
          register_tally: "{} rozbieżności"
          register_tally_few: "{} rozbieżności!"
          """)
    ]
    let words = ThemeWords(files, language: "pl", contentLanguage: "en")
    #expect(words.strings["register_tally_one"] == nil)
    #expect(words.strings["wordings_count_one"] == "{} wording")
    #expect(words.plurals.form(of: 22) == "few")
    #expect(words.diagnostics.map(\.message) == ["'most' is no rule for a form that numbers take"])
    #expect(words.diagnostics.map(\.place?.position.line) == [4])
  }

  @Test("no word of the frame is English in Chinese but for names and formats")
  func chineseIsChinese() throws {
    let allowed = ["Remit", "CSV", "JSON", "RSS", "Atom", "PDF", "YAML", "SVG", "is", "never", "as_of"]
    for entry in try Self.entries("strings.zh.yaml")
    where !entry.key.hasPrefix("language_") && entry.key != "words" {
      // What stands in braces is put there.
      let text = (entry.value.text ?? "").replacing(#/\{\w+\}/#, with: "")
      let words = text.split { !$0.isASCII || !($0.isLetter || $0 == "_") }.map(String.init)
      #expect(words.filter { $0.count > 1 && !allowed.contains($0) } == [], "\(entry.key)")
    }
  }

  @Test("the schema that comes with Remit has Chinese words for all that readers see")
  func schemaIsTranslated() throws {
    let words = ThemeWords([], language: "zh", contentLanguage: "en")
    let (root, _) = readYAML(SourceText(path: "schema.yaml", bytes: Array(Self.schemaText.utf8)))
    let schema = SchemaReader.read(try #require(root), path: "schema.yaml").schema
    var asked: [String] = []
    _ = schema.translated { text in
      asked.append(text)
      return text
    }
    // A name of a standard is the same in every language.
    #expect(asked.filter { words($0) == $0 && $0 != "SHA-256" }.unique == [])
    #expect(asked.count > 100)
  }
}
