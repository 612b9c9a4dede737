import Knowledge
import Templates

/// The page that a view is shown on: turns what the graph has into what templates get, with links from there.
struct ViewCanvas {
  let site: SiteModel
  /// The prefix of the site's root, seen from the page.
  let root: String

  var graph: KnowledgeGraph { site.graph }
  var language: String { site.configuration.language }

  /// What an entity says, seen from this page.
  func values(of entity: EntityID) -> PageValues { PageValues(site: site, entity: entity, root: root) }

  /// `text` is the title, `short` the abbreviation where there is one.
  func link(_ target: Target) -> Value { values(of: target.entity).link(target) }

  func link(_ entity: EntityID) -> Value { link(Target(entity)) }

  /// Of `link`.
  static let linkShape = Shape.object(["text": .text, "short": .text, "href": .text])

  func text(_ key: String) -> String { site.theme.strings[key] ?? key }

  /// The word for a value of an enumeration.
  func word(_ value: String, group: String = "value") -> String { site.theme.word(value, group: group) }

  func count(_ number: Int) -> Value { .text(String(number)) }

  func optional(_ text: String?) -> Value { text.map(Value.text) ?? .nothing }
}
