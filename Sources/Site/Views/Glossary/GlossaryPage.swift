import Knowledge
import Templates

/// What a page of a glossary shows.
struct GlossaryPage: Sendable {
  let page: PageContext
  let view: GlossaryView
  let entries: LetterPages<GlossaryView.Entry>
  let part: ViewPart

  static let record: RecordType<GlossaryPage> = RecordType(
    "glossary", "",
    [
      .number("entry_count", "all entries") { $0.entries.items(of: $0.part).count },
      .flag("has_kinds", "there are entries of several kinds") { $0.view.kinds.count > 1 },
      .list(
        "letters", "the entries by their first letter; none on the first of several pages",
        of: ShownGlossaryLetter.record
      ) { $0.letters },
      .list(
        "index", "on the first of several pages: all entries by letter, up to a thousand",
        of: ShownIndexLetter.record
      ) { $0.index },
    ])

  private var letters: [ShownGlossaryLetter] {
    entries.letters(of: part).enumerated().map { number, group in
      ShownGlossaryLetter(
        page: page, definition: view.definition, head: LetterHead(text: group.heading, number: number + 1),
        entries: group.items)
    }
  }

  private var index: [ShownIndexLetter] {
    guard part == .whole, entries.all.count <= 1000 else { return [] }
    return entries.pages.map { ShownIndexLetter(page: page, letter: $0) }
  }
}

/// The entries that are on one page of a glossary, as the first page leads to them.
struct ShownIndexLetter: Sendable {
  let page: PageContext
  let letter: LetterPages<GlossaryView.Entry>.Page

  static let record: RecordType<ShownIndexLetter> = RecordType([
    .text("letter", "what its heading is") { $0.letter.part.title },
    .text("href", "the page") { $0.page.href(toPageAbout: $0.letter.part.about) },
    .list("entries", "in alphabetical order", of: ShownIndexEntry.record) { shown in
      shown.letter.items.map { ShownIndexEntry(index: shown, entry: $0) }
    },
  ])
}

struct ShownIndexEntry: Sendable {
  let index: ShownIndexLetter
  let entry: GlossaryView.Entry

  private var anchor: String { index.page.graph.id(of: entry.entity) }

  static let record: RecordType<ShownIndexEntry> = RecordType([
    .text("title", "of the thing") { $0.entry.title },
    .text("anchor", "its id on the page") { $0.anchor },
    .text("href", "its entry") { shown in
      shown.index.page.href(toPageAbout: shown.index.letter.part.about).map {
        $0 + "#" + Routes.encode(shown.anchor)
      }
    },
  ])
}

/// The entries that begin with one letter.
struct ShownGlossaryLetter: Sendable {
  let page: PageContext
  /// The name of the field with the definition.
  let definition: String?
  let head: LetterHead
  let entries: [GlossaryView.Entry]

  static let record: RecordType<ShownGlossaryLetter> = RecordType(
    "", "", with: LetterHead.record.members { $0.head },
    [
      .list("entries", "in alphabetical order", of: ShownGlossaryEntry.record) { letter in
        letter.entries.map {
          ShownGlossaryEntry(page: letter.page, definition: letter.definition, entry: $0)
        }
      }
    ])
}

/// A thing with what its names mean.
struct ShownGlossaryEntry: Sendable {
  let page: PageContext
  /// The name of the field with the definition.
  let definition: String?
  let entry: GlossaryView.Entry

  private var entity: Entity { page.graph[entry.entity] }

  static let record: RecordType<ShownGlossaryEntry> = RecordType([
    .record("term", "the thing", of: ShownLink.record) { $0.page.link($0.entry.entity) },
    .text("anchor", "its id on the page") { $0.page.graph.id(of: $0.entry.entity) },
    .text("kind", "what it is") { $0.page.graph.schema[$0.entity.kind].label.one },
    .text("summary", "its summary without markup, else the first paragraph of its text") {
      $0.page.plainSummary(of: $0.entry.entity)
    },
    .list("names", "other than its title", of: ShownGlossaryName.record) { shown in
      shown.entry.names.map { ShownGlossaryName(page: shown.page, name: $0) }
    },
    .record("definition", "what it means", of: ShownDefinition.record) { $0.shownDefinition },
    .list("distinct", "what it is not to be confused with", of: ShownLink.record) { shown in
      shown.entry.others.map { shown.page.link($0) }
    },
    .list("aliases", "its other names, as on its own page", of: ShownAlias.record) { shown in
      shown.entity.aliases.map { ShownAlias(page: shown.page, alias: $0) }
    },
    .number("mention_count", "pages that mention it") {
      $0.page.graph.mentions(of: $0.entry.entity).count
    },
  ])

  private var shownDefinition: ShownDefinition? {
    let kind = page.graph.schema[entity.kind]
    guard let number = definition.flatMap({ kind.fieldIndex(named: $0) }) else { return nil }
    return entity.today(number).map { ShownDefinition(page: page, fact: $0, field: kind.fields[number]) }
  }
}

/// A name of a thing, with the sources that have it.
struct ShownGlossaryName: Sendable {
  let page: PageContext
  let name: GlossaryView.Name

  static let record: RecordType<ShownGlossaryName> = RecordType([
    .text("text", "the name") { $0.name.text },
    .text("lang", "its language") { $0.name.language },
    .text("dir", "its direction, where it is not the page's") { $0.page.direction(of: $0.name.language) },
    .list("sources", "that have it", of: ShownLink.record) { shown in
      shown.name.sources.map { shown.page.link($0) }
    },
    .flag("is_inferred", "nobody says it outright") { $0.name.isInferred },
  ])
}

/// Every claim of what a thing is, with its source.
struct ShownDefinition: Sendable {
  let page: PageContext
  let fact: Fact
  let field: Field

  static let record: RecordType<ShownDefinition> = RecordType([
    .list("values", "of all claims", of: ShownValue.record) { shown in
      shown.fact.claims.flatMap { claim in
        claim.value.items.flatMap {
          shown.page.values($0, shown.field, shown.page.statements(claim.provenance))
        }
      }
    }
  ])
}
