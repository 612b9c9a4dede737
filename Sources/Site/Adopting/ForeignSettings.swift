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
  /// Jekyll's folders of pages beside its posts that it publishes: their names, without `_`, and their rules of addresses.
  package var collections: [(name: String, pattern: String?)] = []
  /// Paths that a rule of names would leave out, and that are published all the same.
  package var included: [String] = []
  /// What is left out; each by rules of its own.
  package var leftOut: [LeftOutRules] = []
  /// Whether a page is a file and not a folder: `/a.html`.
  var hasFileAddresses = false
  /// The topmost keys that mean nothing to Remit.
  package var others: [String] = []
  /// Whether only some keys could be read.
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
    if tool == .jekyll {
      collections = ForeignSettings.collections(reader)
      included = reader.values("include").flatMap(\.lines)
      leftOut = [LeftOutRules(reader.values("exclude").flatMap(\.lines), .shell)]
    }
    if tool == .mkdocs {
      leftOut = ["exclude_docs", "draft_docs"].map { key in
        LeftOutRules(reader.values(key).flatMap(\.lines), .gitignore)
      }
    }
    others = reader.keys.filter { !ForeignSettings.known.contains($0) }
  }

  /// What a file of settings says under a key of its topmost level.
  package static func text(_ key: String, of source: SourceText) -> String? {
    KeysOfSettings(SettingsText(source).entries).text(key)
  }

  private static let known: Set<String> = [
    "title", "site_name", "description", "site_description", "languageCode", "locale",
    "defaultContentLanguage",
    "lang", "baseURL", "baseurl", "url", "site_url", "docs_dir", "contentDir", "staticDir", "source",
    "use_directory_urls", "uglyURLs", "uglyurls", "permalinks", "permalink", "collections",
    "include", "exclude", "exclude_docs", "draft_docs",
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

  /// Those that have pages, which must be said of each.
  private static func collections(_ reader: KeysOfSettings) -> [(name: String, pattern: String?)] {
    let entries = reader.values("collections").flatMap { node -> [YAMLNode.Entry] in
      if case .mapping(let entries) = node.content { entries } else { [] }
    }
    return entries.compactMap { entry -> (name: String, pattern: String?)? in
      guard case .mapping(let said) = entry.value.content else { return nil }
      let keys = KeysOfSettings(said)
      return keys.text("output") == "true" ? (entry.key, keys.text("permalink")) : nil
    }.sorted { $0.name < $1.name }
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
      entries = SettingsText.plainKeys(source)
      isWhole = diagnostics.isEmpty
    }
  }

  private static func read(_ source: SourceText) -> (YAMLNode?, [Diagnostic]) {
    let name = source.path.asciiLowercased
    if name.hasSuffix(".toml") { return readTOML(source) }
    return name.hasSuffix(".json") ? readJSON(source) : readYAML(source)
  }

  /// A tag of a program (`!!python/name:…`) makes the whole unreadable; the keys of the topmost level that have none are not.
  private static func plainKeys(_ source: SourceText) -> [YAMLNode.Entry] {
    let lines = String(decoding: source.bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var blocks: [[Substring]] = []
    for line in lines {
      let isTopmost = line.first.map { !" \t#-}]".contains($0) } ?? false
      if isTopmost || blocks.isEmpty { blocks.append([line]) } else { blocks[blocks.count - 1].append(line) }
    }
    return blocks.flatMap { block -> [YAMLNode.Entry] in
      // Of others only the name is known.
      let isPlain = !block.contains { $0.contains("!!") }
      let text = isPlain ? block.joined(separator: "\n") : String(block[0].prefix { $0 != ":" }) + ":"
      if case .mapping(let entries)? = readYAML(SourceText(path: source.path, text: text)).0?.content {
        return entries
      }
      return []
    }
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
  /// The texts of a list, or the lines of a text.
  fileprivate var lines: [String] {
    switch content {
    case .sequence(let items): items.compactMap(\.text)
    case .scalar(let text, _): text.split(whereSeparator: \.isNewline).map { String($0) }
    case .mapping: []
    }
  }
}
