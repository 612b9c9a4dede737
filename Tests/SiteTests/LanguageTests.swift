import Diagnostics
import FrontMatter
import Knowledge
import Site
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
    #expect(english.filter { !chinese.contains($0) } == [])
    #expect(english.count > 400)
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
