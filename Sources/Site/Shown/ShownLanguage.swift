import Folding
import Knowledge
import Templates

/// A language in which the site can be read.
struct SiteLanguage: Sendable {
  let tag: String
  /// Where its pages are; nothing for the site's own language.
  let folder: String

  /// The site's own first; nothing where that is the only one.
  static func all(_ configuration: Configuration) -> [SiteLanguage] {
    let further = configuration.furtherLanguages
    guard !further.isEmpty else { return [] }
    return [SiteLanguage(tag: configuration.language, folder: "")]
      + further.map { SiteLanguage(tag: $0, folder: $0 + "/") }
  }
}

/// The same page in a language; where the page is in one only, the first page in the other.
struct ShownLanguage: Sendable {
  let frame: PageFrame
  let language: SiteLanguage

  static let record = RecordType<ShownLanguage>([
    .text("tag", "of the language, for `hreflang` and `lang`") { $0.language.tag },
    .text("name", "what the language calls itself") { shown in
      shown.frame.page.site.theme.strings["language_" + shown.language.tag] ?? shown.language.tag
    },
    .text("href", "the address of the page in it") { shown in
      shown.frame.page.sharedRoot + Routes.encode(shown.path)
    },
    .text("url", "its full address, with `base_url`") { shown in
      shown.frame.page.site.configuration.address(of: shown.path)
    },
    .flag("is_same", "the page itself is there in it") { $0.isSame },
    .flag("is_current", "it is the language of this page") { shown in
      shown.language.folder == shown.frame.page.site.folder
    },
  ])
}

extension ShownLanguage {
  private var site: SiteModel { frame.page.site }

  /// The page as a further language has it: what is in one is in all of them.
  private var entry: SitePlan.Entry? {
    (site.folder.isEmpty ? site.editions.first : site)?.plan.entry(at: frame.path)
  }

  private var isSame: Bool { entry.map { $0.listOfNames == nil } ?? false }

  private var path: String {
    isSame || language.folder == site.folder
      ? language.folder + frame.path : language.folder + (entry?.listOfNames ?? Routes.home)
  }
}

extension ViewPage {
  /// Whether it has the things of one letter, which are others in each language.
  var isOfNames: Bool {
    (declared.view is GlossaryView || declared.view is WordingsView) && part.about != .whole
  }
}

extension SitePlan.Entry {
  /// Of a page that has the things of one letter, which are others in each language: the page that has all.
  fileprivate var listOfNames: String? {
    switch output {
    case .view(let page):
      return page.isOfNames ? page.declared.name + ".html" : nil
    case .list, .facet, .pageList:
      return path.firstRange(of: ListPart.letterFolder).map { path[..<$0.lowerBound] + "/" + Routes.home }
    default: return nil
    }
  }
}

extension PageFrame {
  var languages: [ShownLanguage] { page.site.languages.map { ShownLanguage(frame: self, language: $0) } }
}
