package import CommonMark
package import Diagnostics
import Folding
package import FrontMatter
package import Knowledge

/// The settings of a website: read from `remit.yaml`, each with a default, so that the file may be missing.
package struct Configuration: Hashable, Sendable {
  package var title = "Knowledge base"
  package var description = ""
  /// A language tag: of the words that templates use, and the first choice where a text has several.
  package var language = "en"
  /// The further languages in which the site can be read, each in a folder of its name.
  package var furtherLanguages: [String] = []
  /// Where the site will be, with a slash at its end; for the sitemap, canonical links and 404 page only.
  package var baseURL: String?
  /// The date of the knowledge: nothing in a build asks a clock.
  package var asOf: EDTFDate?
  package var licence: String?
  /// Kinds, and paths of content files, in the order of the navigation; empty for all kinds.
  package var navigation: [Written] = []
  /// Paths below `content/` of files and folders that are left out.
  package var exclude: [Written] = []
  /// As `exclude`: those that are published although their names would hold them back.
  package var include: [Written] = []
  /// The views by name, as they're written: they can be read once the schema is known.
  package var views: [YAMLNode.Entry] = []
  /// The fields of plain pages that are declared.
  package var pageFields: [PageField] = []
  /// Where plain pages were elsewhere, by rule.
  package var formerAddresses: [AddressPattern] = []
  /// Whether raw HTML in Markdown stays HTML.
  package var allowsUnsafeHTML = false
  /// Whether `==text==` in Markdown is marked.
  package var hasMarks = false

  /// The picture that is shown beside a link to the site: its path below `content/`.
  package var shareImage: Written?
  /// Where the files of the knowledge base can be edited.
  package var edit: EditAddress?
  /// Whether readers can search the site.
  package var hasSearch = true

  package static let path = "remit.yaml"

  package init() {}

  package static func read(_ root: YAMLNode) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    var configuration = Configuration()
    var reader = MappingReader(root, path: path, wrong: .invalidSetting, what: "the configuration")
    configuration.title = line("title", &reader) ?? configuration.title
    configuration.description = line("description", &reader) ?? ""
    configuration.language = reader.language("language", wrong: .invalidSetting) ?? "en"
    configuration.furtherLanguages = furtherLanguages(&reader, beside: configuration.language)
    configuration.baseURL = baseURL(&reader)
    configuration.asOf = asOf(&reader)
    configuration.licence = line("licence", &reader)
    configuration.shareImage = reader.text("share_image", wrong: .invalidSetting).flatMap { text in
      reader.node("share_image").map { Written(text, at: $0.position) }
    }
    configuration.edit = EditAddress.read(&reader)
    configuration.navigation = navigation(&reader)
    configuration.exclude = paths("exclude", &reader)
    configuration.include = paths("include", &reader)
    configuration.pageFields = PageFieldsSetting.read(&reader)
    configuration.formerAddresses = FormerAddressesSetting.read(&reader)
    if let node = reader.node("views") {
      let views = MappingReader(node, path: path, wrong: .invalidSetting, what: "'views'")
      configuration.views = views.entries
      reader.add(views.diagnostics)
    }
    configuration.allowsUnsafeHTML = reader.flag("unsafe_html", wrong: .invalidSetting) ?? false
    configuration.hasMarks = hasMarks(&reader)
    readEncoding(&reader)
    configuration.hasSearch = reader.flag("search", wrong: .invalidSetting) ?? true
    reader.finish(unknown: .unknownSetting, what: "the configuration")
    return (configuration, reader.diagnostics)
  }

  private static func paths(_ key: String, _ reader: inout MappingReader) -> [Written] {
    (reader.texts(key, wrong: .invalidSetting) ?? []).map { Written($0.text ?? "", at: $0.position) }
  }

  private static func hasMarks(_ reader: inout MappingReader) -> Bool {
    guard let node = reader.node("markdown") else { return false }
    var markdown = MappingReader(node, path: path, wrong: .invalidSetting, what: "'markdown'")
    let hasMarks = markdown.flag("mark", wrong: .invalidSetting) ?? false
    markdown.finish(unknown: .unknownSetting, what: "'markdown'")
    reader.add(markdown.diagnostics)
    return hasMarks
  }

  private static func furtherLanguages(_ reader: inout MappingReader, beside first: String) -> [String] {
    var languages: [String] = []
    for node in reader.texts("languages", wrong: .invalidSetting) ?? [] {
      let text = node.text ?? ""
      guard let tag = LanguageTag(text)?.description else {
        reader.report(
          .invalidSetting, "'languages': " + LanguageTag.complaint(text), at: node,
          help: LanguageTag.howItIsWritten(text))
        continue
      }
      if languages.contains(tag) {
        reader.report(.invalidSetting, "'languages' has \(tag) twice", at: node, help: "remove one of them")
      } else if tag != first {
        languages.append(tag)
      }
    }
    return languages
  }

  /// So many entries the navigation may have, for each page shows them all.
  static let longestNavigation = 200

  private static func navigation(_ reader: inout MappingReader) -> [Written] {
    let entries = reader.texts("navigation", wrong: .invalidSetting) ?? []
    if entries.count > longestNavigation {
      reader.report(
        .invalidSetting,
        "'navigation' has \(entries.count) entries, and every page shows them; the limit is \(longestNavigation)",
        at: entries[longestNavigation], help: "keep those that most readers need; the lists lead to the rest")
    }
    return entries.prefix(longestNavigation).map { Written($0.text ?? "", at: $0.position) }
  }

  private static func baseURL(_ reader: inout MappingReader) -> String? {
    guard let text = reader.text("base_url", wrong: .invalidSetting), let node = reader.node("base_url")
    else {
      return nil
    }
    if let fault = BaseURL.fault(in: text) {
      reader.report(
        .invalidSetting, "'base_url' must be the address of the site's folder, not '\(text)'", at: node,
        help: "it \(fault), such as \(BaseURL.example)")
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  /// A text that pages show on one line; `nil` where nothing can be shown of it.
  private static func line(_ key: String, _ reader: inout MappingReader) -> String? {
    guard let text = reader.text(key, wrong: .invalidSetting), let node = reader.node(key) else { return nil }
    let line = text.trimmedOfBlanks
    guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      reader.report(
        .invalidSetting, "'\(key)' must be one line without control characters", at: node,
        help: "write '\(key): …' on one line")
      return nil
    }
    guard !line.isEmpty || key != "title" else {
      reader.report(
        .invalidSetting, "'title' is empty", at: node, help: "write the website's name, or leave it out")
      return nil
    }
    return line
  }

  private static func asOf(_ reader: inout MappingReader) -> EDTFDate? {
    guard let text = reader.text("as_of", wrong: .invalidSetting), let node = reader.node("as_of") else {
      return nil
    }
    switch EDTFDate.parse(text) {
    case .success(let date): return date
    case .failure(let reason):
      reader.report(.invalidSetting, "'as_of': " + reason.message, at: node, help: reason.help)
      return nil
    }
  }
}

extension Configuration {
  /// How Markdown is read.
  package var markdown: MarkdownOptions {
    MarkdownOptions(unsafeHTML: allowsUnsafeHTML, marks: hasMarks)
  }

  /// The whole address of a page, for other programs: in ASCII. `nil` where nobody knows where the site will be.
  package func address(of path: String) -> String? { baseURL.map { Routes.ascii($0 + Routes.encode(path)) } }

  /// The language as Open Graph writes it, `pt_BR`; `nil` where it has no country.
  var locale: String? {
    let parts = language.parts(at: "-")
    let country = parts.dropFirst().first { $0.utf8.count == 2 }
    return country.map { parts[0] + "_" + $0 }
  }

  /// The host of the base URL.
  package var host: String? {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return nil }
    return String(baseURL[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" })
  }

  /// The path of the base URL, with slashes at both ends; `/` where there is none.
  package var basePath: String {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return "/" }
    let rest = baseURL[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmedOfBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
