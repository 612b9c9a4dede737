import CommonMark
import Knowledge
import Templates

extension EntityPage {
  var discrepancies: [ShownDiscrepancy] {
    entity.discrepancies.map { ShownDiscrepancy(page: page, discrepancy: $0) }
  }
}

/// A page whose text leads to this one.
struct ShownBacklink: Sendable {
  let page: PageContext
  let entity: EntityID
  private(set) var mentions: [Mention]

  /// The links that lead to an entity from running text, page by page.
  static func all(of id: EntityID, on page: PageContext) -> [ShownBacklink] {
    var origins: [ShownBacklink] = []
    for mention in page.graph.mentions(of: id) where mention.from != id {
      if origins.last?.entity == mention.from {
        origins[origins.count - 1].mentions.append(mention)
      } else {
        origins.append(ShownBacklink(page: page, entity: mention.from, mentions: [mention]))
      }
    }
    return origins
  }

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
