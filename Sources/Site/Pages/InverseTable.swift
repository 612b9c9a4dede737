import Knowledge
import Templates

/// A long relation as it reads from its other end: a line for each thing, with what the list of its kind tells of it, as far
/// as a line has room. What is the same for all is told once.
final class InverseTable: Sendable {
  let page: PageContext
  let kind: Kind
  fileprivate let lines: [Line]
  /// What comes first: the field by which things of the kind are ordered.
  fileprivate let lead: Int?
  /// What is the same for all.
  fileprivate let common: [Int]
  /// Words of enumerations, which stand in one column.
  fileprivate let words: [Int]
  /// The one field beside them that there is room for.
  fileprivate let further: Int?

  fileprivate struct Line {
    let entity: EntityID
    let value: ShownValue
    /// Who else is named by it in the same relation.
    let company: [EntityID]
  }

  /// How many lines make a table.
  private static let least = 4

  /// - Parameter items: what leads here, with what leads from it.
  init?(_ page: PageContext, _ items: [(edges: [Edge], value: ShownValue)]) {
    let graph = page.graph
    guard items.count >= InverseTable.least, let first = items.first?.edges.first,
      items.allSatisfy({ item in
        item.edges.allSatisfy { $0.subfield == nil && graph[$0.from].kind == graph[first.from].kind }
      })
    else { return nil }
    self.page = page
    let kind = graph.schema[graph[first.from].kind]
    self.kind = kind
    lines = items.compactMap { edges, value in
      edges.first.map { Line(entity: $0.from, value: value, company: graph.company(of: edges)) }
    }
    let entities = lines.map { graph[$0.entity] }
    func isSaid(_ column: Int) -> Bool {
      entities.contains { $0.today(column).map { !$0.isUnknown } ?? false }
    }
    func isSame(_ column: Int) -> Bool {
      func told(_ entity: Entity) -> [String]? {
        entity.today(column).flatMap { fact in
          fact.isDisputed ? nil : page.cell(fact, kind.fields[column]).map(\.text)
        }
      }
      guard let first = told(entities[0]) else { return false }
      return entities.dropFirst().allSatisfy { told($0) == first }
    }
    let order = kind.order.flatMap { $0.field == Kind.titleField ? nil : $0.field }
    let here = Set(items.flatMap(\.edges).map(\.field.index))
    let columns = kind.columns.compactMap { kind.fieldIndex(named: $0) }
      .filter { !here.contains($0) && isSaid($0) }
    let common = columns.filter(isSame)
    let others = columns.filter { !common.contains($0) && $0 != order }
    let words = others.filter { kind.fields[$0].isEnumeration }
    self.common = common
    self.words = words
    lead = order.flatMap { isSaid($0) && !common.contains($0) ? $0 : nil }
    // Two lists of names on a line would leave no room for titles.
    let hasCompany = lines.contains { !$0.company.isEmpty }
    further = others.first { column in
      let field = kind.fields[column]
      return !words.contains(column) && (field.type.traits.isShort || field.relation != nil && !hasCompany)
    }
    if lead == nil, words.isEmpty, further == nil, !hasCompany { return nil }
  }

  static let record: RecordType<InverseTable> = RecordType([
    .text("kind_label", "what one of them is called") { $0.kind.label.one },
    .list("common", "what is the same for all", of: ShownDetail.record) { table in
      table.lines.first.map { table.details($0, table.common) } ?? []
    },
    .record("lead", "what comes first: the field by which they are ordered", of: ShownColumn.record) {
      table in table.lead.map { ShownColumn(field: table.kind.fields[$0]) }
    },
    .list("words", "the columns that are enumerations, which share one", of: ShownColumn.record) { table in
      table.words.map { ShownColumn(field: table.kind.fields[$0]) }
    },
    .record("further", "one column more", of: ShownColumn.record) { table in
      table.further.map { ShownColumn(field: table.kind.fields[$0]) }
    },
    .flag("has_company", "some of them name others in the same relation") { table in
      table.lines.contains { !$0.company.isEmpty }
    },
    .list("lines", "one for each", of: line) { table in table.lines.map { (table, $0) } },
  ])

  private static let line = RecordType<(InverseTable, Line)>([
    .record("item", "what leads here", of: ShownValue.record) { $0.1.value },
    .list("lead", "as of the table", of: ShownDetail.record) { table, line in
      table.details(line, [table.lead].compactMap(\.self))
    },
    .list("words", "as of the table", of: ShownDetail.record) { table, line in
      table.details(line, table.words)
    },
    .list("further", "as of the table", of: ShownDetail.record) { table, line in
      table.details(line, [table.further].compactMap(\.self))
    },
    .list("company", "the first of those that it names beside this one", of: ShownLink.record) {
      table, line in line.company.prefix(most(line)).map { table.page.link($0) }
    },
    .number("company_more", "how many more it names") { _, line in line.company.count - most(line) },
  ])

  private static func most(_ line: Line) -> Int { line.company.count > 3 ? 2 : line.company.count }

  fileprivate func details(_ line: Line, _ columns: [Int]) -> [ShownDetail] {
    columns.compactMap { column in
      guard let fact = page.graph[line.entity].today(column), !fact.isUnknown else { return nil }
      return ShownDetail(page: page, fact: fact, field: kind.fields[column])
    }
  }
}

extension KnowledgeGraph {
  /// What the same relation of the same thing leads to as well.
  fileprivate func company(of edges: [Edge]) -> [EntityID] {
    edges.flatMap { edge in
      currentEdges(from: edge.from).filter {
        $0.field == edge.field && $0.subfield == nil && $0.to.entity != edge.to.entity
      }.map(\.to.entity)
    }.unique
  }
}

extension Field {
  fileprivate var isEnumeration: Bool { if case .enumeration = type { true } else { false } }
}
