package import Diagnostics
import Folding
import FrontMatter
import Knowledge

/// What another tool's settings say that Remit has a word for.
package struct ForeignSettings: Sendable {
  /// The file; `nil` where there is none that can be read.
  package var file: String?
  package var title: String?
  package var description: String?
  package var baseURL: String?
  package var language: String?
  /// Where the pages are, and the files that are published as they are.
  var contentFolder: String?
  var staticFolder: String?
  /// The rules of addresses: by folder, empty for all.
  var permalinks: [(folder: String, pattern: String)] = []
  /// Jekyll's folders of pages beside its posts: their names, without `_`.
  package var collections: [String] = []
  /// Whether a page is a file and not a folder: `/a.html`.
  var hasFileAddresses = false
  /// The topmost keys that mean nothing to Remit.
  package var others: [String] = []
  /// Whether only the lines of the topmost level could be read.
  package var isPartlyRead = false

  package init() {}

  package init(_ source: SourceText, of tool: ForeignTool) {
    file = source.path
    let text = SettingsText(source)
    isPartlyRead = !text.isWhole
    let reader = KeysOfSettings(text.entries)
    title = reader.text(tool == .mkdocs ? "site_name" : "title")
    description = reader.text(tool == .mkdocs ? "site_description" : "description")
    let languages =
      ["languageCode", "locale", "defaultContentLanguage", "lang"].compactMap { reader.text($0) }
      + [reader.text("theme", "language")].compactMap(\.self)
    language = languages.first.flatMap { LanguageTag($0)?.description }
    baseURL = ForeignSettings.address(reader, tool)
    contentFolder = reader.text(tool == .mkdocs ? "docs_dir" : tool == .hugo ? "contentDir" : "source")
    staticFolder = reader.text("staticDir")
    hasFileAddresses =
      tool == .mkdocs
      ? reader.text("use_directory_urls") == "false"
      : reader.text("uglyURLs") == "true" || reader.text("uglyurls") == "true"
    permalinks = ForeignSettings.permalinks(reader, tool)
    collections = tool == .jekyll ? reader.values("collections").flatMap(\.names).sorted() : []
    others = reader.keys.filter { !ForeignSettings.known.contains($0) }
  }

  private static let known: Set<String> = [
    "title", "site_name", "description", "site_description", "languageCode", "locale",
    "defaultContentLanguage",
    "lang", "baseURL", "baseurl", "url", "site_url", "docs_dir", "contentDir", "staticDir", "source",
    "use_directory_urls", "uglyURLs", "uglyurls", "permalinks", "permalink", "collections",
  ]

  private static func address(_ reader: KeysOfSettings, _ tool: ForeignTool) -> String? {
    var address: String?
    switch tool {
    case .jekyll: address = reader.text("url").map { $0 + (reader.text("baseurl") ?? "") }
    case .mkdocs: address = reader.text("site_url")
    default: address = reader.text("baseURL") ?? reader.text("baseurl")
    }
    guard let address, BaseURL.fault(in: address) == nil else { return nil }
    return address.hasSuffix("/") ? address : address + "/"
  }

  private static func permalinks(
    _ reader: KeysOfSettings, _ tool: ForeignTool
  ) -> [(folder: String, pattern: String)] {
    if tool == .jekyll { return reader.text("permalink").map { [("", $0)] } ?? [] }
    let entries = reader.values("permalinks").flatMap { node -> [YAMLNode.Entry] in
      guard case .mapping(let entries) = node.content else { return [] }
      return entries.flatMap { entry -> [YAMLNode.Entry] in
        guard case .mapping(let inner) = entry.value.content else { return [entry] }
        return entry.key == "page" ? inner : []
      }
    }
    return entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } }
  }
}

/// The text of a file of settings, by the readers of front matter.
private struct SettingsText {
  let entries: [YAMLNode.Entry]
  let isWhole: Bool

  init(_ source: SourceText) {
    let (root, diagnostics) = SettingsText.read(source)
    if case .mapping(let entries)? = root?.content {
      self.entries = entries
      isWhole = !diagnostics.hasErrors
    } else {
      entries = SettingsText.plainLines(source)
      isWhole = diagnostics.isEmpty
    }
  }

  private static func read(_ source: SourceText) -> (YAMLNode?, [Diagnostic]) {
    let name = source.path.asciiLowercased
    if name.hasSuffix(".toml") { return readTOML(source) }
    return name.hasSuffix(".json") ? readJSON(source) : readYAML(source)
  }

  /// A tag of a program (`!!python/name:…`) makes the whole unreadable; the plain lines of its topmost level are not.
  private static func plainLines(_ source: SourceText) -> [YAMLNode.Entry] {
    let lines = source.bytes.split(separator: UInt8(ascii: "\n")).filter { line in
      let isTopmost = line.first.map { !" \t#-}]!&*".utf8.contains($0) } ?? false
      return isTopmost && !line.contains(UInt8(ascii: "!"))
    }
    let (root, _) = readYAML(SourceText(path: source.path, bytes: Array(lines.joined(separator: [10]))))
    if case .mapping(let entries)? = root?.content { return entries }
    return []
  }
}

/// What is asked of settings.
private struct KeysOfSettings {
  let entries: [YAMLNode.Entry]

  init(_ entries: [YAMLNode.Entry]) { self.entries = entries }

  /// Without repetition, in the order of the file.
  var keys: [String] {
    var seen: Set<String> = []
    return entries.map(\.key).filter { seen.insert($0).inserted }
  }

  func values(_ key: String) -> [YAMLNode] { entries.filter { $0.key == key }.map(\.value) }

  /// A text of one line that says something.
  func text(_ key: String) -> String? {
    values(key).compactMap(\.text).first { !$0.isEmpty && !$0.contains(where: \.isNewline) }
  }

  func text(_ key: String, _ inner: String) -> String? {
    for case .mapping(let entries) in values(key).map(\.content) {
      if let text = KeysOfSettings(entries).text(inner) { return text }
    }
    return nil
  }
}

extension YAMLNode {
  /// The keys of a mapping, or the texts of a list.
  fileprivate var names: [String] {
    switch content {
    case .mapping(let entries): entries.map(\.key)
    case .sequence(let items): items.compactMap(\.text)
    case .scalar: []
    }
  }
}
