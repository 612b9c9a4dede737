package import Diagnostics
package import Knowledge
import Templates

extension SiteModel {
  /// What the template of an entity's page may ask for, as JSON: the names of its kind, of the entity and of every page.
  ///
  /// - Parameter depth: how many records are looked into, one within another; those below are `"…"`.
  package func templateValues(of id: EntityID, depth: Int) -> JSON {
    let template = theme.template(for: graph.schema[graph[id].kind])
    let shapes = theme.records.shapes(names: [template], graph.schema)[template] ?? []
    var members: [JSON.Member] = []
    var names: Set<String> = []
    // Of two levels with one name a template sees the inner one.
    for (value, shape) in zip(entityPage(id), shapes).reversed() {
      guard case .object(let level) = value.json(shape, depth: depth) else { continue }
      members += level.filter { names.insert($0.key).inserted }
    }
    return .object(members)
  }
}
