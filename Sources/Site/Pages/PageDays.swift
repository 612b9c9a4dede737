import Changes
import Knowledge

/// On which day a page changed, as far as the content says it: by an entity's own field `updated`, by a plain page's `date`, and by
/// the records of changes. No file system and no git is asked: the same content gives the same site, in a fresh copy too, and before
/// it is committed.
struct PageDays {
  private let site: SiteModel
  /// By id, what the records of changes say.
  private var recorded: [String: EDTFDate] = [:]

  init(_ site: SiteModel) {
    self.site = site
    for view in site.views.wholes.compactMap({ $0.declared.view as? ChangesView }) {
      for entry in view.published(view.entries, in: site.graph) {
        for id in entry.record.changes.changedIDs { add(entry.record.date, to: id) }
      }
    }
  }

  private mutating func add(_ day: EDTFDate, to id: String) {
    recorded[id] = [recorded[id], day].latest
  }

  /// As `2024-10-01`; `nil` where nobody says it.
  func day(of output: Output) -> String? {
    switch output {
    case .entity(let id): day(of: [id] + site.routes.sections(of: id))
    case .entityPart(let part): day(of: [part.entity])
    case .home(let index): day(of: [index].compactMap(\.self))
    case .view(let page):
      (page.declared.view as? ChangesView)?.entries(of: page.part).map(\.record.date).latest?.description
    default: nil
    }
  }

  private func day(of entities: [EntityID]) -> String? {
    entities.map { [updated($0), recorded[site.graph.id(of: $0)]].latest }.latest?.description
  }

  /// A plain page that names no day of a change has been as it is since its date.
  private func updated(_ id: EntityID) -> EDTFDate? {
    let isPlain = site.graph.schema[site.graph[id].kind].isPlainPage
    return date("updated", of: id) ?? (isPlain ? date("date", of: id) : nil)
  }

  /// Only a whole day is taken.
  private func date(_ name: String, of id: EntityID) -> EDTFDate? {
    let (graph, entity) = (site.graph, site.graph[id])
    guard let field = graph.schema[entity.kind].fieldIndex(named: name),
      case .date(let date)? = entity.today(field)?.preferredClaim?.value, date.isDay
    else { return nil }
    return date
  }
}

extension KnowledgeChanges {
  /// Those whose pages are others now.
  fileprivate var changedIDs: [String] { discrepancies.map(\.entity.id) + entities.map(\.entity.id) }
}

extension Sequence<EDTFDate?> {
  fileprivate var latest: EDTFDate? { compactMap(\.self).max { $0.earliest < $1.earliest } }
}
