import CommonMark
import Knowledge
import Templates

/// Turns what an entity says into what templates get, with links that lead from one page.
///
/// The names that templates may use are in `Shapes`; a test holds that both say the same.
struct PageValues {
  let site: SiteModel
  /// The entity whose facts are shown.
  let entity: EntityID
  /// The prefix of the site's root, seen from the page.
  let root: String
  /// What the page has shown of fields' texts.
  let texts: FieldTexts
  /// Whether relations tell of what they lead to: on the entity's own page.
  var detailsRelations: Bool

  init(
    site: SiteModel, entity: EntityID, root: String, texts: FieldTexts = FieldTexts(),
    detailsRelations: Bool = false
  ) {
    self.site = site
    self.entity = entity
    self.root = root
    self.texts = texts
    self.detailsRelations = detailsRelations
  }

  var graph: KnowledgeGraph { site.graph }
  var language: String { site.configuration.language }

  func href(_ target: Target) -> String {
    // The theme's own anchors are not the author's, even where these have the same names.
    guard let anchor = target.anchor, !anchor.hasPrefix("fact-"), anchor != "also-called" else {
      return site.routes.href(to: target, root: root)
    }
    return href(written: target)
  }

  /// Where a target leads whose anchor an author has named.
  func href(written target: Target) -> String {
    let anchor = target.anchor.map { site.pageID(of: $0, in: target.entity) }
    return site.routes.href(to: Target(target.entity, anchor: anchor), root: root)
  }

  /// Where a place on an entity's page is, seen from this page: a part of it, where it's the same.
  func href(to anchor: String, on entity: EntityID) -> String {
    guard texts.owner == entity else { return href(written: Target(entity, anchor: anchor)) }
    return "#" + Routes.encode(site.pageID(of: anchor, in: entity))
  }

  func link(_ target: Target) -> Value {
    [
      "text": .text(graph.title(of: target.entity)), "short": .text(short(target.entity)),
      "href": .text(href(target)),
    ]
  }

  func short(_ entity: EntityID) -> String { graph.shortTitle(of: entity) }

  func optional(_ text: String?) -> Value { text.map(Value.text) ?? .nothing }

  func direction(of language: String?) -> String? { TextDirection.value(of: language, amid: self.language) }

  func word(_ value: String, group: String) -> String { site.theme.word(value, group: group) }
}

extension KnowledgeGraph {
  /// The entity's abbreviation, where it has one, else its title.
  func shortTitle(of entity: EntityID) -> String {
    self[entity].aliases.first { $0.sort == "abbreviation" && $0.onlyIn == nil }?.name.text
      ?? title(of: entity)
  }
}

extension Theme {
  func word(_ value: String, group: String) -> String {
    Theme.word(value, group: group, strings: strings)
  }

  /// The word for a value of the generator's own or of an enumeration: from the strings, else made readable.
  static func word(_ value: String, group: String, strings: [String: String]) -> String {
    if let word = strings["\(group)_\(value)"] { return word }
    let words = String(value.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
