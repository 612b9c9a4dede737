import Knowledge
import Templates

/// The page that a view is shown on: turns what the graph has into what templates get, with links from there.
struct ViewCanvas {
  let site: SiteModel
  /// The prefix of the site's root, seen from the page.
  let root: String
  /// The name of the view: where its pages are.
  var viewName = ""
  private let texts = FieldTexts()

  init(site: SiteModel, root: String, viewName: String = "") {
    self.site = site
    self.root = root
    self.viewName = viewName
  }

  var graph: KnowledgeGraph { site.graph }
  var language: String { site.configuration.language }

  /// What an entity says, seen from this page.
  func values(of entity: EntityID) -> PageValues {
    PageValues(site: site, entity: entity, root: root, texts: texts)
  }

  /// `text` is the title, `short` the abbreviation where there is one.
  func link(_ target: Target) -> Value { values(of: target.entity).link(target) }

  func link(_ entity: EntityID) -> Value { link(Target(entity)) }

  /// Of `link`.
  static let linkShape = Shape.object(["text": .text, "short": .text, "href": .text])

  /// The address of the view's page for a part that is about no entity, such as a year.
  func href(partTitled title: String) -> String? {
    site.views.pages.first { page in
      page.declared.name == viewName && page.part.title == title && page.part.subjects.isEmpty
    }.map { root + Routes.encode($0.path) }
  }

  /// The address of another page of the view.
  func href(toPart slug: String) -> String { root + Routes.encode("\(viewName)/\(slug).html") }

  func text(_ key: String) -> String { site.theme.strings[key] ?? key }

  /// The word for a value of an enumeration.
  func word(_ value: String, group: String = "value") -> String { site.theme.word(value, group: group) }

  func direction(of language: String?) -> String? {
    TextDirection.value(of: language, amid: site.configuration.language)
  }

  func count(_ number: Int) -> Value { .text(String(number)) }

  func optional(_ text: String?) -> Value { text.map(Value.text) ?? .nothing }
}
