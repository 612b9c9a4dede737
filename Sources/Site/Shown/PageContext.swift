import CommonMark
import Knowledge

/// The page that something is shown on: where its links lead from, what its words are, which texts it has shown, and the
/// cards that its marks open.
final class PageContext: Sendable {
  let site: SiteModel
  /// The prefix of the site's root, seen from the page.
  let root: String
  /// The entity whose own page this is.
  let owner: EntityID?
  /// The name of the view that the page belongs to; empty elsewhere.
  let viewName: String
  let texts = ShownTexts()
  let notes = ShownNotes()

  init(_ site: SiteModel, root: String, owner: EntityID? = nil, viewName: String = "") {
    self.site = site
    self.root = root
    self.owner = owner
    self.viewName = viewName
  }

  var graph: KnowledgeGraph { site.graph }
  var language: String { site.configuration.language }
  /// In which dates and quantities are told.
  var readerWords: ReaderWords { graph.readerWords }

  /// The prefix of what all languages share: files, data, and the pages that are in one language only.
  var sharedRoot: String { site.folder.isEmpty ? root : root + "../" }

  /// The address of a page of the site in this language, or of what all languages share.
  func href(ofPage path: String) -> String {
    (site.folder.isEmpty || site.plan.entry(at: path) != nil ? root : sharedRoot) + Routes.encode(path)
  }
}

// MARK: - Addresses

extension PageContext {
  func href(_ target: Target) -> String {
    // The theme's own anchors are not the author's, even where these have the same names.
    guard let anchor = target.anchor, !anchor.hasPrefix("fact-"), anchor != "also-called" else {
      return href(at: target)
    }
    return href(written: target)
  }

  /// Where a target leads whose anchor is an id of the page.
  func href(at target: Target) -> String {
    let isShared =
      !site.folder.isEmpty && site.plan.entry(at: site.routes.path(of: target.entity)) == nil
    return site.routes.href(to: target, root: isShared ? sharedRoot : root)
  }

  /// Where a target leads whose anchor an author has named.
  func href(written target: Target) -> String {
    let anchor = target.anchor.map { site.pageID(of: $0, in: target.entity) }
    return href(at: Target(target.entity, anchor: anchor))
  }

  /// Where a place on an entity's page is, seen from this page: a part of it, where it's the same.
  func href(to anchor: String, on entity: EntityID) -> String {
    guard owner == entity else { return href(written: Target(entity, anchor: anchor)) }
    return "#" + Routes.encode(site.pageID(of: anchor, in: entity))
  }

  /// The address of the view's page that is about something, or of a place on one of its pages; `nil` where there is none.
  func href(toPageAbout about: ViewPart.About, at anchor: String? = nil) -> String? {
    site.views.page(of: viewName, about: about, at: anchor).map { page in
      root + Routes.encode(page.path) + (anchor.map { "#" + Routes.encode($0) } ?? "")
    }
  }

  /// The address of a place on one of the pages of a part, seen from one of them.
  func href(to anchor: String, of about: ViewPart.About, from part: ViewPart) -> String {
    let fragment = "#" + Routes.encode(anchor)
    guard let page = site.views.page(of: viewName, about: about, at: anchor),
      page.part.about != part.about || page.part.number != part.number
    else { return fragment }
    return root + Routes.encode(page.path) + fragment
  }
}

// MARK: - Words

extension PageContext {
  /// A text of the strings file.
  func text(_ key: String) -> String { site.theme.strings[key] ?? key }

  /// The same, with what stands in braces put there by its name. `n` is the number by which the form is chosen.
  func text(_ key: String, _ values: [String: String]) -> String { site.theme.words.sentence(key, values) }

  /// The same, with a value in `{}`.
  func text(_ key: String, _ value: String, _ values: [String: String] = [:]) -> String {
    text(key, values.merging(["": value]) { $1 })
  }

  func year(_ year: Int) -> String { site.theme.words.year(year) }

  /// Several texts in one line.
  func list(_ texts: [String]) -> String { texts.joined(separator: text("list_mark")) }

  /// The word for a value of an enumeration, or of the generator's own.
  func word(_ value: String, group: String = "value", field: String? = nil) -> String {
    site.theme.words.word(value, group: group, field: field)
  }

  func direction(of language: String?) -> String? { TextDirection.value(of: language, amid: self.language) }

  /// A value without markup, in the middle of a line.
  func words(_ value: FieldValue) -> String {
    graph.words(value, as: .page) { word($0 ? "yes" : "no", group: "flag") }
  }

  /// A value without markup, with the words of an enumeration.
  func plainText(_ value: FieldValue, _ field: Field) -> String {
    if case .enumeration = field.type {
      return list(value.items.map { word(words($0), field: field.name) })
    }
    return words(value)
  }

  /// An entity's summary, else a plain page's description, else its text's first paragraph, without markup.
  func plainSummary(of id: EntityID) -> String? {
    let entity = graph[id]
    if case .markdown(let document, _)? = entity.fact(Kind.summaryField)?.value {
      return graph.document(document).firstParagraph
    }
    if entity.kind == .page, let field = graph.schema[.page].fieldIndex(named: "description"),
      case .text(let text)? = entity.today(field)?.preferredClaim?.value, !text.isEmpty
    {
      return text
    }
    return entity.body?.firstParagraph
  }
}

extension KnowledgeGraph {
  /// The entity's abbreviation, where it has one, else its title.
  func shortTitle(of entity: EntityID) -> String {
    // By index, as each name would be copied with its source.
    let aliases = self[entity].aliases
    let abbreviation = aliases.indices.first {
      aliases[$0].sort == "abbreviation" && aliases[$0].onlyIn == nil
    }
    return abbreviation.map { aliases[$0].name.text } ?? title(of: entity)
  }
}

extension Theme {
  func word(_ value: String, group: String) -> String { words.word(value, group: group) }
}
