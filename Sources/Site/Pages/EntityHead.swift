import Knowledge
import Templates

extension EntityPage {
  /// What the entity is called and where it stands.
  static let head: RecordType<EntityPage> = RecordType([
    .text("title", "its title") { $0.graph.title(of: $0.id) },
    .text("id", "such as `agency/sasac`") { $0.graph.id(of: $0.id) },
    .text("slug", "the id without the kind") { $0.entity.slug },
    .text("kind", "its kind") { $0.kind.name },
    .text("kind_label", "what one of its kind is called") { $0.kind.label.one },
    .text("kind_label_many", "what several of its kind are called") { $0.kind.label.many },
    .text("kind_href", "the address of the kind's list") { page in
      page.page.site.routes.href(toListOf: page.entity.kind, root: page.page.root)
    },
    .text("anchor", "of a section: its id on the page") { $0.page.site.routes.sections.anchor(of: $0.id) },
    .text("prefix", "of a section: what stands before the ids of its parts; on its own page nothing") {
      $0.prefix
    },
    .text("href", "where it is shown") { $0.page.href(Target($0.id)) },
    .text("source_path", "the file: `content/agencies/sasac.md`") { $0.entity.path },
    .flag("is_published", "no draft") { $0.entity.isPublished },
    .markup("summary", "its summary") { $0.summary?.value },
    .list("other_titles", "in other languages and in other sources", of: ShownName.record) {
      $0.otherTitles
    },
    .flag("lacks_name", "in a further language of the site: no name in that language is known") { page in
      !page.kind.isPlainPage && !page.graph.hasName(page.id)
    },
    .record("title_fact", "the title as a fact, where it has claims", of: ShownFact.record) { $0.titleFact },
    .list(
      "aliases",
      "other names; the texts of [naming fields](schema.md#a-field) are among them",
      of: ShownAlias.record
    ) { page in page.entity.aliases.map { ShownAlias(page: page.page, alias: $0) } },
  ])

  private var titleFact: ShownFact? {
    guard let fact = entity.fact(Kind.titleField), fact.isClaimed else { return nil }
    let field = kind.fields[Kind.titleField]
    return ShownFact(
      page: page, fact: fact, field: field, anchor: prefix + "fact-" + field.name, details: .short,
      addresses: ClaimAddresses(fact, in: graph, base: prefix + field.name))
  }

  private var otherTitles: [ShownName] {
    let shown = graph.title(of: id)
    // In a further language of the site, where the title is another name.
    let usual = entity.title(in: graph.contentLanguage)
    let claimed = entity.fact(Kind.titleField)?.claims.flatMap { $0.value.texts(language: "") } ?? []
    let own =
      page.language == graph.contentLanguage || usual == shown || claimed.contains { $0.text == usual }
      ? []
      : [
        ShownName(
          page: page, text: usual, language: graph.contentLanguage, statement: page.statement(Provenance()))
      ]
    return own
      + (entity.fact(Kind.titleField)?.claims ?? []).flatMap { claim in
        claim.value.texts(language: graph.contentLanguage).filter { $0.text != shown }.map { text in
          ShownName(
            page: page, text: text.text, language: text.language,
            statement: page.statement(claim.provenance))
        }
      }
  }
}

/// A name in a language, with who uses it.
struct ShownName: Sendable {
  let page: PageContext
  let text: String
  let language: String?
  let statement: ShownStatement?

  static let record: RecordType<ShownName> = RecordType([
    .text("text", "the name") { $0.text },
    .text("lang", "its language") { $0.language },
    .text("dir", "its direction, where that is another than the page's") {
      $0.page.direction(of: $0.language)
    },
    .record("statement", "who uses it", of: ShownStatement.record) { $0.statement },
  ])
}

/// A name beside the title.
struct ShownAlias: Sendable {
  let page: PageContext
  let alias: Alias

  static let record: RecordType<ShownAlias> = RecordType(
    "", "",
    with: ShownName.record.members { $0.name },
    [
      .text("sort", "as written") { $0.alias.sort },
      .text("sort_label", "in words") { alias in alias.alias.sort.map { alias.page.word($0, group: "sort") }
      },
      .record("only_in", "the one source in which it is valid", of: ShownLink.record) { alias in
        (alias.alias.onlyIn?.target).map { alias.page.link($0) }
      },
    ])

  private var name: ShownName {
    ShownName(
      page: page, text: alias.name.text, language: alias.language,
      statement: page.statements(alias.provenance).first)
  }
}
