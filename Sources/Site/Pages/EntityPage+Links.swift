import CommonMark
import Knowledge
import Templates

extension EntityPage {
  /// The links that lead here from running text, page by page.
  var backlinks: [ShownBacklink] {
    var origins: [ShownBacklink] = []
    for mention in graph.mentions(of: id) where mention.from != id {
      if origins.last?.entity == mention.from {
        origins[origins.count - 1].mentions.append(mention)
      } else {
        origins.append(ShownBacklink(page: page, entity: mention.from, mentions: [mention]))
      }
    }
    return origins
  }

  var discrepancies: [ShownDiscrepancy] {
    entity.discrepancies.map { ShownDiscrepancy(page: page, discrepancy: $0) }
  }
}

/// A relation as it reads from its other end.
struct ShownInverse: Sendable {
  let page: PageContext
  /// What stands before its id.
  let prefix: String
  let relation: Relation.Inverse
  var edges: [Edge]

  static let record: RecordType<ShownInverse> = RecordType([
    .text("name", "from the schema") { $0.relation.name },
    .text("label", "from the schema") { $0.relation.label },
    .text("anchor", "its id on the page") { $0.prefix + "rel-" + $0.relation.name },
    .number("count", "how many lead here, without what only a draft has") { shown in
      origins(shown.current).count { !shown.page.site.isProposedRow($0.entity) }
    },
    .list("items", "what leads here, with its `details`", of: ShownValue.record) { $0.shownItems },
    .record(
      "table", "the same as lines, where these are four or more things of one kind", of: InverseTable.record
    ) { $0.table },
    .record(
      "mark", "the button for those who say it, and its card, where it is the same for all items",
      of: SourceMark.record
    ) { shown in
      shown.page.sharedMark(of: shown.items(of: shown.current), label: shown.relation.label)
    },
    .record("shared", "where all are named in one role: that role", of: ShownStatement.record) {
      $0.items(of: $0.current).sharedRole
    },
    .list("history", "what led here before, will, or is proposed to", of: ShownMoment.record) { $0.history },
  ])

  /// Those that lead to an entity, by name.
  static func all(of id: EntityID, on page: PageContext) -> [ShownInverse] {
    let prefix = page.site.routes.sections.prefix(of: id)
    var groups: [ShownInverse] = []
    for edge in page.graph.edges(to: id) {
      guard let inverse = page.graph.schema.relation(of: edge)?.inverse else { continue }
      if let index = groups.firstIndex(where: { $0.relation.name == inverse.name }) {
        groups[index].edges.append(edge)
      } else {
        groups.append(ShownInverse(page: page, prefix: prefix, relation: inverse, edges: [edge]))
      }
    }
    return groups
  }

  private var current: [Edge] { edges.filter(\.isCurrent) }

  private static func origins(_ edges: [Edge]) -> [Target] {
    edges.map { Target($0.from, anchor: $0.fromAnchor) }.unique
  }

  private var history: [ShownMoment] {
    edges.compactMap { edge -> ShownMoment? in
      guard let span = edge.item.span, !edge.item.holds else { return nil }
      return ShownMoment(
        page: page, span: span, values: [page.item(Target(edge.from, anchor: edge.fromAnchor))],
        statement: page.statements(edge.provenance.withoutTimes, edge.item.qualifiers).first)
    }.inOrder
  }

  private var shownItems: [ShownValue] { items(of: current).besideShared.map(\.inFull) }

  private var table: InverseTable? {
    let said = said(by: current)
    return InverseTable(page, zip(Self.origins(current), shownItems).map { (said[$0] ?? [], $1) })
  }

  private func said(by edges: [Edge]) -> [Target: [Edge]] {
    Dictionary(grouping: edges) { Target($0.from, anchor: $0.fromAnchor) }
  }

  private func items(of edges: [Edge]) -> [ShownValue] {
    let said = said(by: edges)
    // A page that everybody names has ten thousand of them.
    let fields = Dictionary(grouping: edges, by: \.from).mapValues { Set($0.map(\.field.index)) }
    return Self.origins(edges).map { origin in
      let statements = (said[origin] ?? []).flatMap { page.statements($0.provenance, $0.item.qualifiers) }
      return page.item(origin, statements, details: .all(besides: fields[origin.entity] ?? []))
    }
  }
}

/// A page whose text leads to this one.
struct ShownBacklink: Sendable {
  let page: PageContext
  let entity: EntityID
  var mentions: [Mention]

  static let record: RecordType<ShownBacklink> = RecordType([
    .text("title", "the page's title") { $0.page.graph.title(of: $0.entity) },
    .text("href", "its address") { $0.page.href(Target($0.entity)) },
    .text("kind", "what its kind is called") { link in
      let graph = link.page.graph
      return graph.schema[graph[link.entity].kind].label.one
    },
    .list("sentences", "in which the links stand", of: ShownSentence.record) { link in
      link.mentions.map { mention in
        ShownSentence(
          page: link.page, mention: mention, sentence: link.page.graph.sentence(around: mention))
      }
    },
  ])
}

/// The sentence that a link stands in.
struct ShownSentence: Sendable {
  let page: PageContext
  let mention: Mention
  let sentence: LinkedSentence

  static let record = RecordType<ShownSentence>([
    .text("before", "the words before the link") { $0.sentence.before },
    .text("text", "the words of the link") { $0.sentence.link },
    .text("after", "the words behind it") { $0.sentence.after },
    .text("href", "the page") { $0.page.href(Target($0.mention.from)) },
    .flag("is_citation", "it cites a source") { $0.mention.isCitation },
  ])
}

/// A fact of this page on which claims differ.
struct ShownDiscrepancy: Sendable {
  let page: PageContext
  let discrepancy: Discrepancy

  static let record: RecordType<ShownDiscrepancy> = RecordType(
    "", "",
    with: ShownStanding.record.members { $0.page.standing(of: $0.discrepancy) },
    [
      .text("label", "of the field") { $0.field?.label },
      .text("href", "where it is on the page") { $0.href },
    ])

  private var field: Field? { discrepancy.place.map { page.graph.schema[$0.field] } }

  private var href: String? {
    let record = (discrepancy.place?.record).map { page.href(to: $0, on: discrepancy.entity) }
    let prefix = page.site.routes.sections.prefix(of: discrepancy.entity)
    return record ?? field.map { "#" + Routes.encode(prefix + "fact-" + $0.name) }
  }
}

/// Words taken from the source whose page this is, and what they are evidence for.
struct ShownQuote: Sendable {
  let page: PageContext
  let quote: Quote

  static let record = RecordType<ShownQuote>([
    .text("text", "the words") { $0.quote.text.text },
    .text("at", "the place in the source") { $0.quote.at },
    .text("title", "of the page that quotes it") { $0.page.graph.title(of: $0.quote.entity) },
    .text("href", "that page") { $0.page.href(Target($0.quote.entity)) },
    .text("field", "what the words are evidence for") { quote in
      let graph = quote.page.graph
      return quote.quote.field.map { graph.schema[FieldID(graph[quote.quote.entity].kind, $0)].label }
    },
  ])
}

extension KnowledgeGraph {
  /// The sentence that a link stands in, with the titles of what its links name.
  func sentence(around mention: Mention) -> LinkedSentence {
    let document = document(mention.document)
    let targets = links(in: mention.document)
    return document.sentence(around: document.links[mention.link]) { link in
      guard let number = document.nodes[link.node].link, case .entity(let target) = targets[number] else {
        return nil
      }
      return title(of: target.entity)
    }
  }
}
