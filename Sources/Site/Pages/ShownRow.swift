import Knowledge
import Templates

/// One entity in a list.
struct ShownRow: Sendable {
  let list: ListPage
  let entity: EntityID

  var page: PageContext { list.page }

  static let record: RecordType<ShownRow> = RecordType([
    .text("title", "its title") { $0.page.graph.title(of: $0.entity) },
    .text("href", "its page") { $0.page.href(Target($0.entity)) },
    .text("id", "its id") { $0.page.graph.id(of: $0.entity) },
    .text("summary", "its summary, without markup") { $0.page.plainSummary(of: $0.entity) },
    .flag("is_disputed", "on one of its facts claims differ, and nobody has explained it") {
      $0.page.graph[$0.entity].discrepancies.contains { $0.isOpen && $0.matters }
    },
    .list("cells", "one for each column", of: ShownCell.record) { row in
      let entity = row.page.graph[row.entity]
      return row.list.columns.map {
        ShownCell(page: row.page, field: row.list.kind.fields[$0], fact: entity.today($0))
      }
    },
  ])
}

struct ShownCell: Sendable {
  let page: PageContext
  let field: Field
  let fact: Fact?

  static let record: RecordType<ShownCell> = RecordType([
    .text("name", "from the schema") { $0.field.name },
    .text("label", "from the schema") { $0.field.label },
    .list("values", "what the entity says", of: ShownValue.record) { cell in
      cell.fact.map { $0.isUnknown ? [] : cell.page.cell($0, cell.field) } ?? []
    },
    .flag("is_disputed", "claims differ, and nobody has explained it") { $0.fact?.isOpen ?? false },
    .flag("is_inferred", "no source says it outright") { $0.fact?.preferredClaim?.isInferred ?? false },
  ])
}

extension Claim {
  /// Whether no source says it outright: of a list, whether that holds for all of it.
  fileprivate var isInferred: Bool {
    let items = value.items.map { value in
      if case .reference(let item) = value { item.provenance.isInferred } else { false }
    }
    return provenance.isInferred || !items.isEmpty && items.allSatisfy(\.self)
  }
}
