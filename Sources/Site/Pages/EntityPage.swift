import CommonMark
import Knowledge
import Templates

/// The page of one entity. A class, since many records of the page are made from it.
final class EntityPage: Sendable {
  let page: PageContext
  let id: EntityID
  let path: String
  let body: ShownBody
  let summary: Once<[UInt8]>?
  let kind: Kind
  private let inverses: Once<[ShownInverse]>
  private let facts: Once<[ShownFact]>
  private let mentioning: Once<[ShownBacklink]>

  init(_ page: PageContext, _ id: EntityID, path: String) {
    self.page = page
    self.id = id
    self.path = path
    body = ShownBody(page, id)
    kind = page.graph.schema[page.graph[id].kind]
    inverses = Once { ShownInverse.all(of: id, on: page) }
    facts = Once { ShownFact.all(of: id, on: page) }
    mentioning = Once { ShownBacklink.all(of: id, on: page) }
    if case .markdown(let text, _)? = page.graph[id].fact(Kind.summaryField)?.value {
      summary = page.shown(text)
    } else {
      summary = nil
    }
  }

  var graph: KnowledgeGraph { page.graph }
  /// Relations that other entities declare: by name, each with the entities at the other end.
  var allInverses: [ShownInverse] { inverses.value }
  /// The links that lead here from running text, page by page.
  var backlinks: [ShownBacklink] { mentioning.value }
  /// What stands before the ids of its parts, where it is a section of another page.
  var prefix: String { page.site.routes.sections.prefix(of: id) }
  var entity: Entity { graph[id] }
  /// All but the title, and the summary, which stands above the facts unless there are several.
  var shownFacts: [ShownFact] { facts.value }

  static let record: RecordType<EntityPage> = RecordType(
    "entity page", "",
    with: ShownBody.record.members { $0.body } + members,
    [
      .list(
        "sections",
        "the things that are sections of this page: all of an entity page's members but `sections`",
        of: section
      ) { $0.sections }
    ])

  /// The same as a section of another page.
  static let section: RecordType<EntityPage> = RecordType(
    "section", "", with: ShownBody.record.members { $0.body }, members)

  private static let members: [Member<EntityPage>] = [
    .record("entity", "what it is called and where it stands", of: head) { $0 },
    .record("siblings", "where it stands in a row of two or more: that row", of: ShownSiblings.record) {
      $0.siblings
    },
    .list(
      "about",
      "what a plain page says of itself: `date`, `updated`, `author`, `tags`, then the [declared fields](configuration.md#fields-of-plain-pages)",
      of: ShownPageField.record
    ) { $0.about },
    .list("crumbs", "of a plain page: the folders that it is in, the outermost first", of: ShownCrumb.record)
    {
      $0.kind.isPlainPage ? $0.page.crumbs(of: $0.id) : []
    },
    .record(
      "listing",
      "where a plain page is the index of a folder, or has the address of a tag: what is listed there",
      of: ShownPageList.record
    ) { $0.listing },
    .list(
      "facts", "in the schema's order, without title, summary and lists of records", of: ShownFact.record
    ) { page in page.shownFacts.filter { !$0.field.isRecordList } },
    .list("records", "those that are lists of records", of: ShownFact.record) { page in
      page.shownFacts.filter(\.field.isRecordList)
    },
    .list("head_facts", "those that stand beside the kind's name", of: ShownFact.record) { $0.headFacts },
    .list(
      "glance",
      "the facts of the first screen: those that the [schema](schema.md#the-order-of-a-page) names, else all but lists of records",
      of: ShownFact.record
    ) { $0.glance },
    .list(
      "glance_first", "of these what stands before the picture, or all where there is none",
      of: ShownFact.record
    ) { $0.glanceFirst },
    .list("glance_more", "of these what stands behind it", of: ShownFact.record) { page in
      Array(page.glance.dropFirst(page.glanceFirst.count))
    },
    .list("parts", "what follows, in the schema's order", of: PagePart.record) { $0.parts },
    .flag("has_counts", "that order names relations from elsewhere, and some lead here") { page in
      page.kind.page != nil && page.parts.contains { $0.inverse != nil }
    },
    .list("other_facts", "what that order doesn't name", of: ShownFact.record) { page in
      page.otherFacts.filter { !$0.field.isRecordList }
    },
    .list("other_records", "the same of lists of records", of: ShownFact.record) { page in
      page.otherFacts.filter(\.field.isRecordList)
    },
    .list("other_inverses", "the same of relations from elsewhere", of: ShownInverse.record) {
      $0.otherInverses
    },
    .number("other_count", "how many things these relations lead from") { page in
      page.otherInverses.reduce(0) { $0 + $1.edges.count }
    },
    .flag("tells_text", "the text has a place in that order") { $0.tellsText },
    .record("life", "how it stands on the day, and what others do to it", of: ShownLife.record) { $0.life },
    .list("life_days", "its dates, and what was done to it or by it, by day", of: ShownLifeDay.record) {
      $0.lifeDays
    },
    .list("changes", "what it made so elsewhere, as `by` of that", of: ShownMadeChange.record) {
      $0.changes
    },
    .list("inverses", "relations that other entities declare", of: ShownInverse.record) { $0.allInverses },
    .record("picture", "of its claims, on its own page where it has one", of: ShownPicture.record) { own in
      own.page.owner == own.id ? ShownPicture(page: own.page, entity: own.id) : nil
    },
    .list("outcomes", "of a target that a tracker shows", of: ShownOutcome.record) { $0.outcomes },
    .flag("is_proposed_goal", "it is a target that only a draft sets: no tracker counts it") {
      $0.isProposedGoal
    },
    .flag("is_of_proposal", "all that it is a part of is only proposed: no matrix counts it") {
      $0.isOfProposal
    },
    .list("duties", "of a duty that a tracker shows: whether it was done", of: ShownDuty.record) {
      $0.page.duties(of: $0.id)
    },
    .record("review", "where the schema says how often it is to be reviewed", of: ShownReview.record) {
      page in
      page.graph.review(of: page.id).map { ShownReview(page: page.page, review: $0) }
    },
    .record(
      "youngest", "the latest source that it names, where sources have dates", of: ShownYoungest.record
    ) {
      page in
      page.graph.youngestSource(of: page.id).map {
        ShownYoungest(page: page.page, source: $0.source, date: $0.date)
      }
    },
    .record(
      "evidence", "how well the page is proved; nothing where it names no source", of: ShownEvidence.record
    ) {
      $0.evidence
    },
    .list("backlinks", "the pages whose texts lead here, the first hundred", of: ShownBacklink.record) {
      $0.backlinks(onPage: 1)
    },
    .number("backlink_count", "all of these") { $0.backlinkCount },
    .list("backlink_turns", "the page on which they go on", of: ShownTurn.record) {
      $0.turns(.backlinks, from: 1)
    },
    .list("discrepancies", "of this page's facts", of: ShownDiscrepancy.record) { $0.discrepancies },
    .list("views", "the pages of views that are about this thing", of: ShownViewLink.record) { page in
      page.page.site.views.pages(about: page.id).map {
        ShownViewLink(page: page.page, view: $0, subject: page.id)
      }
    },
    .list("quotes", "on a source's page: the words taken from it, the first hundred", of: ShownQuote.record) {
      $0.quotes(onPage: 1)
    },
    .number("quote_count", "all of these") { $0.graph.quotes(from: $0.id).count },
    .list("quote_turns", "the page on which they go on", of: ShownTurn.record) { $0.turns(.quotes, from: 1) },
    .record("cite", "how to cite the page", of: citation) { $0 },
  ]

  /// The facts by the names of their fields.
  static func fields(of kinds: [Kind]) -> RecordType<EntityPage> {
    let fields = kinds.flatMap { $0.fields.dropFirst(Kind.commonFields.count) }
    var names: Set<String> = []
    let members = fields.filter { names.insert($0.name).inserted }.map { field in
      Member<EntityPage>.record(field.name, field.help ?? field.label, of: ShownFact.record) { page in
        page.kind.fieldIndex(named: field.name).flatMap { page.shownFact($0) }
      }
    }
    let byName = RecordType(members)
    return RecordType([.record("fields", "the facts by name", of: byName) { $0 }])
  }

  private static let citation = RecordType<EntityPage>([
    .text("text", "the words to cite it by") { page in
      let configuration = page.page.site.configuration
      let date = configuration.asOf.map { ", " + $0.display(in: page.page.readerWords) }
      let within = page.page.text("cite_in")
      return "\(page.graph.title(of: page.id)). \(within) \(configuration.title)\(date ?? "")."
    },
    .text("id", "the entity's id") { $0.graph.id(of: $0.id) },
    .text("url", "the page's full address, with `base_url`") {
      page in
      let fragment = Routes.ascii(page.page.site.routes.fragment(of: page.id))
      return page.page.site.address(of: page.path).map { $0 + fragment }
    },
  ])
}

// MARK: - Sections

extension EntityPage {
  private var sections: [EntityPage] {
    page.site.routes.sections.sections(of: .entity(id)).map { EntityPage(page, $0, path: path) }
  }
}

// MARK: - Facts

extension EntityPage {
  func shownFact(_ number: Int) -> ShownFact? { shownFacts.first { $0.fact.field == number } }
}

extension ShownFact {
  fileprivate static func all(of id: EntityID, on page: PageContext) -> [ShownFact] {
    page.graph[id].facts.filter {
      $0.field != Kind.titleField && ($0.field != Kind.summaryField || $0.claims.count > 1)
    }.map { ShownFact($0, of: id, on: page) }
  }

  /// A fact on the page of its entity, with the addresses of what is claimed.
  init(_ fact: Fact, of id: EntityID, on page: PageContext) {
    let graph = page.graph
    let field = graph.schema[graph[id].kind].fields[fact.field]
    let prefix = page.site.routes.sections.prefix(of: id)
    self.init(
      page: page, fact: fact, field: field, anchor: prefix + "fact-" + field.name, details: .none,
      addresses: ClaimAddresses(fact, in: graph, base: prefix + field.name))
  }
}

extension Fact {
  /// Whether all that it says is that nobody knows: a value `unknown` for which no words of a source stand.
  var isUnknown: Bool {
    claims.count == 1 && claims[0].value == .text("unknown") && claims[0].provenance.quote == nil
  }

  /// Whether its claims differ on a fact, and nobody has explained it: what readers are warned of.
  var isOpen: Bool {
    isDisputed && dispute.map { $0.state == Schema.openState && $0.weight == .fact } ?? false
  }
}
