import Diagnostics
import Knowledge
import Templates

/// A way of looking at the whole knowledge base, such as a matrix or a timeline. `remit.yaml` declares which there
/// are and which kinds and fields they show, so each works for any schema.
protocol View: Sendable {
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

  /// The pages, the whole first. What the settings name and the graph doesn't have is reported to `problems`.
  func parts(of graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart]

  /// What the template gets for a part.
  func value(of part: ViewPart, on page: PageContext) -> Value

  /// The same as data, for the files beside the page and for `remit export`.
  func data(of part: ViewPart, in site: SiteModel) -> ViewData

  /// The templates of the feed, by their names, and what each may ask for.
  static var feedShapes: [String: Shape] { get }

  /// The feed, as Atom; asked for only where there is one.
  func feed(of page: ViewPage, in site: SiteModel) -> (bytes: [UInt8], diagnostics: [Diagnostic])
}

extension View {
  var files: [String] { [] }

  var hasFeed: Bool { false }

  static var feedShapes: [String: Shape] { [:] }

  func feed(of page: ViewPage, in site: SiteModel) -> (bytes: [UInt8], diagnostics: [Diagnostic]) { ([], []) }

  func parts(of graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] { [.whole] }
}

/// What one page of a view is about.
struct ViewPart: Hashable, Sendable {
  /// Behind the view's name in the address; `nil` for the page that shows the whole.
  var slug: String?
  /// `nil` for the view's own title.
  var title: String?
  /// A value whose word is the title, where the page is about one.
  var word: Word?
  /// The entities that the page is about: their own pages lead to it.
  var subjects: [EntityID] = []

  static let whole = ViewPart()

  /// Where a view has more parts than these, only the page of the whole names them all: each of a thousand pages would
  /// else name a thousand.
  static let mostNamed = 200

  /// A value of the generator's own or of an enumeration, by which the strings name a page.
  struct Word: Hashable, Sendable {
    var value: String
    var group: String

    init(_ value: String, group: String) {
      self.value = value
      self.group = group
    }
  }
}

/// What is wrong in a view's settings, found once the graph is known.
struct ViewProblems {
  var diagnostics: [Diagnostic] = []

  mutating func report(_ message: String, at place: Place, help: String? = nil) {
    diagnostics.append(Diagnostic(.invalidSetting, message, at: place, help: help))
  }
}
