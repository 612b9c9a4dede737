import Knowledge

extension TimelineView {
  /// One relation is told in a line.
  private static let leastRelated = 2

  /// Each thing that goes back to others of its kind, or has others go back to it: of the lanes' kinds those of which one may
  /// end, amend or follow another.
  func pictured(_ timeline: Timeline, in graph: KnowledgeGraph) -> [PicturedEntity] {
    guard between == nil else { return [] }
    var slugs = PartSlugs()
    let kinds = lanes.map(\.kind).unique.filter { Lineage.hasEffects($0, in: graph.schema) }
    return kinds.flatMap { graph.entities(of: $0) }
      .filter { Lineage(of: $0, in: graph).count >= Self.leastRelated }
      .map {
        PicturedEntity(
          entity: $0, slug: slugs.slug(of: $0, in: graph), folder: "lineage", fields: nil)
      }
  }

  func picture(of entity: EntityID, _ timeline: Timeline, on page: PageContext) -> Picture? {
    let dates = lanes.filter { $0.kind == page.graph[entity].kind }.map(\.date)
    return LineagePicture(page: page, entity: entity, dates: dates).picture
  }
}

/// The relations between a thing and others of its kind, such as what a policy amends and what implements it.
struct Lineage {
  /// What it goes back to, by its own relations.
  let before: [Edge]
  /// What goes back to it.
  let after: [Edge]

  init(of entity: EntityID, in graph: KnowledgeGraph) {
    before = graph.edges(from: entity).filter { Self.isOfOneKind($0, in: graph) }
    after = graph.edges(to: entity).filter { Self.isOfOneKind($0, in: graph) }
  }

  /// How many things.
  var count: Int { Set(before.map(\.to.entity)).count + Set(after.map(\.from)).count }

  /// Whether what one thing of a kind does to another is told by a relation.
  static func hasEffects(_ kind: KindID, in schema: Schema) -> Bool {
    schema[kind].fields.contains { field in
      field.relation.map { $0.effect != nil && $0.targets == [schema[kind].name] } ?? false
    }
  }

  /// Whether a relation leads from a thing to another of its kind, and can lead nowhere else.
  private static func isOfOneKind(_ edge: Edge, in graph: KnowledgeGraph) -> Bool {
    guard edge.subfield == nil, edge.isCurrent || edge.isProposed, edge.from != edge.to.entity,
      let relation = graph.schema.relation(of: edge)
    else { return false }
    return relation.inverse != nil && relation.targets == [graph.schema[edge.field.kind].name]
  }
}

/// A thing in the middle, what it goes back to before it, and what goes back to it behind it, each with the relation's name.
struct LineagePicture {
  struct Entry {
    /// The relations, as they read from the thing.
    let label: String
    /// The relations, as they read along the arrow, from what was first to what goes back to it.
    let arrow: String
    let isBefore: Bool
    let title: String
    let href: String
    let date: EDTFDate?
    let isProposed: Bool
  }

  let page: PageContext
  let entity: EntityID
  let before: [Entry]
  let after: [Entry]

  private static let most = 12
  /// Of a page's text.
  private static let wide = 640
  private static let side = 232
  private static let gap = 28

  /// - Parameter dates: the fields whose dates put those on a side in order.
  init(page: PageContext, entity: EntityID, dates: [Int]) {
    (self.page, self.entity) = (page, entity)
    let lineage = Lineage(of: entity, in: page.graph)
    let schema = page.graph.schema
    func label(_ edge: Edge) -> String? { schema[edge.field.kind].fields[edge.field.index].label }
    func arrow(_ edge: Edge) -> String? { schema.relation(of: edge)?.inverse?.label }
    func entries(_ edges: [Edge], isBefore: Bool) -> [Entry] {
      func other(_ edge: Edge) -> EntityID { isBefore ? edge.to.entity : edge.from }
      func labels(_ edges: [Edge], _ label: (Edge) -> String?) -> String {
        edges.compactMap(label).unique.joined(separator: ", ")
      }
      let all = edges.map(other).unique.map { thing in
        let own = edges.filter { other($0) == thing }
        return Entry(
          label: labels(own, isBefore ? label : arrow), arrow: labels(own, arrow), isBefore: isBefore,
          title: page.graph.shortTitle(of: thing), href: page.href(Target(thing)),
          date: dates.lazy.compactMap { page.graph[thing].today($0)?.dates.first?.date }.first,
          isProposed: !own.contains(where: \.isCurrent))
      }
      return all.sorted { a, b in
        (a.date?.earliest ?? .max, a.title) < (b.date?.earliest ?? .max, b.title)
      }
    }
    before = entries(lineage.before, isBefore: true)
    after = entries(lineage.after, isBefore: false)
  }

  var picture: Picture {
    let left = max(0, before.count - Self.most) + max(0, after.count - Self.most)
    return Picture(
      title: "\(page.graph.title(of: entity)): \(page.text("picture_lineage_title"))",
      sentence: sentence,
      remarks: left > 0 ? [page.text("picture_lineage_more", ["n": String(left)])] : [], wide: wide,
      narrow: narrow)
  }

  /// The first two of either side by their names, for a number alone says little.
  private var sentence: String {
    let key =
      after.isEmpty ? "picture_lineage_before" : before.isEmpty ? "picture_lineage_after" : "picture_lineage"
    let values = [
      "what": page.graph.shortTitle(of: entity), "before": named(before), "after": named(after),
    ]
    return page.text(key, values)
  }

  private func named(_ entries: [Entry]) -> String {
    let titles = entries.prefix(entries.count == 3 ? 3 : 2).map(title)
    let more = entries.count - titles.count
    return (titles + (more > 0 ? [page.text("picture_others", ["n": String(more)])] : [])).joined(
      separator: ", ")
  }

  private func title(_ entry: Entry) -> String {
    entry.isProposed ? "\(entry.title) (\(page.text("proposed")))" : entry.title
  }

  private func name(_ entry: Entry) -> String {
    let date = entry.date.map { ", " + $0.display(in: page.readerWords) } ?? ""
    return "\(entry.label): \(entry.title)\(date)" + (entry.isProposed ? ", \(page.text("proposed"))" : "")
  }

  /// Its name, its date, and the relation beside the arrow.
  private func lines(_ entry: Entry, within width: Int) -> [(text: String, look: Drawing.Look)] {
    let date = entry.date.map { " · " + $0.display(in: page.readerWords) } ?? ""
    let name: [(String, Drawing.Look)] = (title(entry) + date).lines(within: width).map { ($0, .label) }
    let arrow: [(String, Drawing.Look)] = entry.arrow.lines(within: width).map { ($0, .quiet) }
    return (entry.isBefore ? name + arrow : arrow + name).map { (text: $0.0, look: $0.1) }
  }
}

// MARK: - Drawing

extension LineagePicture {
  /// From left to right.
  private var wide: Drawing {
    let start = before.isEmpty ? 0 : Self.side + Self.gap
    let end = after.isEmpty ? Self.wide : Self.wide - Self.side - Self.gap
    let own = page.graph.shortTitle(of: entity).lines(within: end - start - 16, isBold: true)
    let ownHeight = own.count * Drawing.lineHeight + 16
    let sides = [before, after].map { Array($0.prefix(Self.most)) }
    let heights = sides.map { $0.reduce(0) { $0 + height(of: $1, within: Self.side - 8) } }
    var drawing = Drawing(width: Self.wide, height: max(ownHeight, heights.max() ?? 0) + 4)
    let middle = drawing.height / 2
    for (number, side) in sides.enumerated() {
      let isBefore = number == 0
      var y = middle - heights[number] / 2
      for entry in side {
        let height = height(of: entry, within: Self.side - 8)
        let (outer, inner) = isBefore ? (Self.side, start) : (Self.wide - Self.side, end)
        let bend = (outer + inner) / 2
        drawing.add(
          entry.isProposed ? .vague : .lead,
          .bend([
            (x: outer, y: y + height / 2), (x: bend, y: y + height / 2), (x: bend, y: middle),
            (x: inner, y: middle),
          ]))
        if !isBefore { drawing.add(.lead, Self.head(x: outer, y: y + height / 2)) }
        let left = isBefore ? 0 : outer
        let box = Drawing.Item(.target, .box(x: left, y: y, width: Self.side, height: height))
        let text = lines(entry, within: Self.side - 8).enumerated().map { line, words in
          Drawing.Item(
            words.look,
            .text(
              words.text, x: isBefore ? outer - 8 : outer + 8, y: y + 18 + line * Drawing.lineHeight,
              isBefore ? .end : .start))
        }
        drawing.add([box] + text, name: name(entry), href: entry.href)
        y += height
      }
    }
    if !before.isEmpty { drawing.add(.lead, Self.head(x: start, y: middle)) }
    drawing.add(.own, .box(x: start, y: middle - ownHeight / 2, width: end - start, height: ownHeight))
    let top = middle - own.count * Drawing.lineHeight / 2 + 14
    for item in Drawing.Item.lines(own, x: (start + end) / 2, y: top, .strong, .middle) {
      drawing.add(item.look, item.shape)
    }
    return drawing
  }

  /// Of an arrow to the right, where time goes.
  private static func head(x: Int, y: Int) -> Drawing.Shape {
    .bend([(x: x - 7, y: y - 5), (x: x - 1, y: y), (x: x - 7, y: y + 5)])
  }

  private func height(of entry: Entry, within width: Int) -> Int {
    max(Drawing.target, lines(entry, within: width).count * Drawing.lineHeight + 12)
  }

  /// From above to below.
  private var narrow: Drawing {
    let (left, dot) = (30, 8)
    let width = Drawing.narrow - left
    var body = Drawing(width: Drawing.narrow)
    func add(_ entries: [Entry]) {
      for entry in entries.prefix(Self.most) {
        let height = height(of: entry, within: width)
        let y = body.height
        let box = Drawing.Item(.target, .box(x: 0, y: y, width: Drawing.narrow, height: height))
        let sign = Drawing.Item(entry.isProposed ? .hollow : .mark, .dot(x: dot, y: y + 14, radius: 5))
        let text = lines(entry, within: width).enumerated().map { line, words in
          Drawing.Item(
            words.look, .text(words.text, x: left, y: y + 18 + line * Drawing.lineHeight, .start))
        }
        body.add([box, sign] + text, name: name(entry), href: entry.href)
        body.height += height
      }
    }
    add(before)
    let own = page.graph.shortTitle(of: entity).lines(within: width - 8, isBold: true)
    let ownHeight = own.count * Drawing.lineHeight + 12
    body.add(.own, .box(x: left - 8, y: body.height, width: width + 8, height: ownHeight))
    for item in Drawing.Item.lines(own, x: left, y: body.height + 19, .strong) {
      body.add(item.look, item.shape)
    }
    body.height += ownHeight + 4
    add(after)
    var drawing = Drawing(width: Drawing.narrow, height: body.height)
    let end = body.height - 4
    drawing.add(.axis, .line(x1: dot, y1: 8, x2: dot, y2: end))
    drawing.add(.axis, .bend([(x: dot - 5, y: end - 7), (x: dot, y: end), (x: dot + 5, y: end - 7)]))
    drawing.add(body)
    return drawing
  }
}
