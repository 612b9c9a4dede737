import CommonMark
import Knowledge
import Templates

/// The text of an entity's page.
struct ShownBody: Sendable {
  private let page: PageContext
  private let entity: EntityID
  let html: Once<[UInt8]>

  init(_ page: PageContext, _ entity: EntityID) {
    self.page = page
    self.entity = entity
    html = Once { ShownBody.html(page, entity) }
  }

  static let record = RecordType<ShownBody>([
    .text(
      "title_anchor",
      "the id of the heading that is the page's title and stands above the text; put it at the title"
    ) { $0.titleAnchor },
    .markup("body", "the text") { $0.html.value },
    .list(
      "contents", "the text's headings of the second and third level", of: ShownHeading.record
    ) { $0.contents },
    .flag("has_contents", "there are three or more") { $0.contents.count >= 3 },
  ])

  /// A body without any text is nothing to show.
  private static func body(_ page: PageContext, _ id: EntityID) -> MarkdownDocument? {
    page.graph[id].body.flatMap { $0.nodes.count > 1 ? $0 : nil }
  }

  private static func skipsTitle(_ page: PageContext, _ id: EntityID, _ body: MarkdownDocument) -> Bool {
    body.title == page.graph.title(of: id)
  }

  private static func html(_ page: PageContext, _ id: EntityID) -> [UInt8] {
    guard let body = body(page, id) else { return [] }
    var options = HTMLOptions()
    options.skipsTitle = skipsTitle(page, id, body)
    options.idPrefix = page.site.routes.sections.prefix(of: id)
    for own in body.headings.map(\.id) + body.elementIDs {
      let shown = page.site.headingID(own, in: id)
      if shown != own { options.renamedHeadings[own] = shown }
    }
    return page.html(.body(of: id), options)
  }

  private var prefix: String { page.site.routes.sections.prefix(of: entity) }

  /// Where the title is shown above the text, so is its anchor.
  var titleAnchor: String? {
    guard let body = Self.body(page, entity), Self.skipsTitle(page, entity, body),
      let title = body.headings.first
    else { return nil }
    return prefix + page.site.headingID(title.id, in: entity)
  }

  var contents: [ShownHeading] {
    (Self.body(page, entity)?.headings ?? []).filter { (2...3).contains($0.level) }.map { heading in
      ShownHeading(
        level: Int(heading.level), title: heading.text,
        anchor: prefix + page.site.headingID(heading.id, in: entity))
    }
  }
}

struct ShownHeading: Sendable {
  let level: Int
  let title: String
  let anchor: String

  static let record = RecordType<ShownHeading>([
    .number("level", "2 or 3") { $0.level },
    .text("title", "its words") { $0.title },
    .text("href", "where it is on the page") { "#" + Routes.encode($0.anchor) },
  ])
}
