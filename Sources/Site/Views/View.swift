import Diagnostics
import Knowledge
import Templates

/// A way of looking at the whole knowledge base, such as a matrix or a timeline. `remit.yaml` declares which there
/// are and which kinds and fields they show, so each works for any schema.
protocol View: Sendable {
  /// What the graph says on the view's question, without a word of how it is shown.
  associatedtype Answer: Sendable

  /// The word after `view:` in `remit.yaml`, and the name of the template.
  static var type: String { get }

  /// What the template may ask for beside the names that every view's page has.
  static var shape: Shape { get }

  /// Reads the keys beside `view`, `title` and `description`; `nil` where one is wrong or missing, reported already.
  init?(_ settings: inout ViewSettings)

  /// The paths of the files of `content/` that it's made from.
  var files: [String] { get }

  /// Whether it has a feed beside its page.
  var hasFeed: Bool { get }

  /// The names of entities in its settings.
  func names(in graph: KnowledgeGraph) -> [SettingName]

  /// Made once for all pages of the view and their data.
  func answer(in graph: KnowledgeGraph) -> Answer

  /// The pages, the whole first. What the settings name and the graph doesn't have is reported to `problems`.
  func parts(of answer: Answer, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart]

  /// The rows of a part, by which its page is cut where it would be too long; `nil` where it never is.
  func rows(of part: ViewPart, _ answer: Answer, in graph: KnowledgeGraph) -> ViewRows?

  /// Whether the rows depend on what texts say and cite, not on facts alone.
  static var readsTexts: Bool { get }

  /// What the template gets for a part: of a cut one the rows of its page.
  func value(of part: ViewPart, _ answer: Answer, on page: PageContext) -> Value

  /// What the part shows as data, for the files beside its first page and for `remit export`.
  func data(of part: ViewPart, _ answer: Answer, in site: SiteModel) -> ViewData

  /// Whether a part has a picture; its first page shows it.
  func hasPicture(of part: ViewPart, _ answer: Answer) -> Bool

  /// The drawing of what the first page of a part shows.
  func picture(of part: ViewPart, _ answer: Answer, on page: PageContext) -> Picture?

  /// The entities whose own pages have a picture by this view, each with its name in the address.
  func pictured(_ answer: Answer, in graph: KnowledgeGraph) -> [PicturedEntity]

  /// The picture on such an entity's page.
  func picture(of entity: EntityID, _ answer: Answer, on page: PageContext) -> Picture?

  /// Whether it has a calendar beside each of its pages.
  static var hasCalendar: Bool { get }

  /// The days that a page shows, as calendar programs read them; asked for only where there are some.
  func calendar(of page: ViewPage, _ answer: Answer, in site: SiteModel) -> CalendarFile?

  /// The templates of the feed, by their names, and what each may ask for.
  static var feedShapes: [String: Shape] { get }

  /// The feed, as Atom; asked for only where there is one.
  func feed(of page: ViewPage, _ answer: Answer, in site: SiteModel) -> (
    bytes: [UInt8], diagnostics: [Diagnostic]
  )
}

extension View {
  var files: [String] { [] }

  var hasFeed: Bool { false }

  func names(in graph: KnowledgeGraph) -> [SettingName] { [] }

  static var hasCalendar: Bool { false }

  func rows(of part: ViewPart, _ answer: Answer, in graph: KnowledgeGraph) -> ViewRows? { nil }

  static var readsTexts: Bool { false }

  func hasPicture(of part: ViewPart, _ answer: Answer) -> Bool { false }

  func picture(of part: ViewPart, _ answer: Answer, on page: PageContext) -> Picture? { nil }

  func pictured(_ answer: Answer, in graph: KnowledgeGraph) -> [PicturedEntity] { [] }

  func picture(of entity: EntityID, _ answer: Answer, on page: PageContext) -> Picture? { nil }

  func calendar(of page: ViewPage, _ answer: Answer, in site: SiteModel) -> CalendarFile? { nil }

  static var feedShapes: [String: Shape] { [:] }

  func feed(of page: ViewPage, _ answer: Answer, in site: SiteModel) -> (
    bytes: [UInt8], diagnostics: [Diagnostic]
  ) { ([], []) }

  func parts(of answer: Answer, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    [.whole]
  }
}

extension View where Answer == Void {
  func answer(in graph: KnowledgeGraph) {}
}

/// What is wrong in a view's settings, found once the graph is known.
struct ViewProblems {
  var diagnostics: [Diagnostic] = []

  mutating func report(_ message: String, at place: Place, help: String? = nil) {
    diagnostics.append(Diagnostic(.invalidSetting, message, at: place, help: help))
  }
}
