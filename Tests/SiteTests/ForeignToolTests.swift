import Diagnostics
import Knowledge
import Testing

@testable import Site

/// Which tool a folder is from, what its settings say, and what becomes of that.
@Suite struct ForeignToolTests {
  @Test func eachToolIsKnownByAName() {
    for tool in ForeignTool.allCases {
      for sign in tool.signs {
        #expect(RecognisedTool.all(["x", sign]) == [RecognisedTool(tool: tool, sign: sign)])
      }
    }
    #expect(RecognisedTool.all(["config.toml", "a.md"]) == [])
    #expect(RecognisedTool.all(["config.toml", "layouts"]).map(\.tool) == [.hugo])
    #expect(RecognisedTool.all([".obsidian", "mkdocs.yml"]).map(\.tool) == [.mkdocs, .obsidian])
  }

  @Test func settingsInThreeFormatsSayTheSame() {
    let texts = [
      "hugo.toml":
        "title = 'A'\nbaseURL = \"https://a.org\"\nlanguageCode = 'de'\n[permalinks]\nposts = '/:year/:filename/'\n",
      "hugo.yaml":
        "title: A\nbaseURL: https://a.org\nlanguageCode: de\npermalinks: {posts: /:year/:filename/}\n",
      "hugo.json":
        #"{"title": "A", "baseURL": "https://a.org", "languageCode": "de", "permalinks": {"page": {"posts": "/:year/:filename"}}}"#,
    ]
    for (path, text) in texts {
      let settings = ForeignSettings(SourceText(path: path, text: text), of: .hugo)
      #expect(settings.title == "A")
      #expect(settings.baseURL == "https://a.org/")
      #expect(settings.language == "de")
      #expect(settings.others == [])
      #expect(
        ForeignAddresses(settings, of: .hugo).patterns == [
          AddressPattern("/:lower_path/"), AddressPattern("/:year/:name/", folder: "posts"),
          AddressPattern("/:lower_path/", folder: "posts"),
        ], "\(path)")
    }
  }

  @Test func aRuleThatOnlyTheToolKnowsIsLeft() {
    var settings = ForeignSettings()
    settings.permalinks = [("posts", "/:year/:title/"), ("talks", "/:weekday/:filename/")]
    let addresses = ForeignAddresses(settings, of: .hugo)
    #expect(addresses.patterns == [AddressPattern("/:lower_path/")])
    #expect(addresses.untold == ["/:year/:title/", "/:weekday/:filename/"])
    settings.permalinks = [("posts", "/:section/:slug/:slugorfilename")]
    #expect(
      ForeignAddresses(settings, of: .hugo).patterns[1]
        == AddressPattern("/posts/:given_slug/:lower_slug/", folder: "posts"))
  }

  @Test func typesAreGuessedFromAllValues() {
    let files = (0..<2).map { number in
      SourceText(
        path: "content/\(number).md",
        text: """
          ---
          flag: \(number == 0 ? "yes" : "No")
          day: 2024-05-0\(number + 1)
          number: \(number)
          items: \(number == 0 ? "[a, b]" : "c")
          words: \(number == 0 ? "1" : "one")
          deep: {a: b}
          once\(number): x
          categories: [x]
          draft: false
          _own: x
          ---
          """)
    }
    let fields = ForeignFields(files, schema: KnowledgeOutline.schema(of: []))
    let sorts = Dictionary(uniqueKeysWithValues: fields.declarable.map { ($0.name, $0.sort) })
    #expect(
      sorts == [
        "flag": .flag, "day": .date, "number": .number, "items": .list, "words": .text, "categories": .tags,
      ])
    #expect(fields.all.first { $0.name == "deep" }?.sort == nil)
  }

  @Test(arguments: ["yes", "a: b", "- x", "'", "\"q\"", "{{x}}", "1.10", "a #b", "~"])
  func anyTitleIsReadAsItIs(title: String) {
    var settings = AdoptedSettings()
    settings.settings.title = title
    let read = ParsedSettings.read(
      [SourceText(path: "remit.yaml", text: settings.text)], others: [], BuildOptions(), after: nil)
    #expect(read.configuration.title == title)
    #expect(read.diagnostics == [])
  }
}
