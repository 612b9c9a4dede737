import Diagnostics
import FrontMatter
import Knowledge

/// The entities of a kind for which all of a view's conditions hold.
struct ChosenThings: Sendable {
  let kind: KindID
  /// As `remit list --where` has them, where they are written.
  let conditions: [YAMLNode]

  func entities(in graph: KnowledgeGraph) -> [EntityID] {
    do throws(QueryError) {
      return try Query(kind: kind, where: conditions.compactMap(\.text), in: graph).entities(in: graph)
    } catch {
      // `mistakes` tells of it, and no page is made.
      return []
    }
  }

  /// What is wrong with the conditions, each at its place.
  func mistakes(in graph: KnowledgeGraph) -> [Diagnostic] {
    conditions.compactMap { condition in
      do throws(QueryError) {
        _ = try Query(kind: kind, where: [condition.text ?? ""], in: graph)
        return nil
      } catch {
        return Diagnostic(
          .invalidSetting, error.message, at: condition.place(in: Configuration.path), help: error.help)
      }
    }
  }

  /// The names of entities in the conditions.
  func names(in graph: KnowledgeGraph) -> [SettingName] {
    conditions.compactMap { condition in
      guard let text = condition.text, let named = graph.entityNamed(inCondition: text, of: kind)
      else { return nil }
      return SettingName(named.name, in: text, at: condition.position, leadingTo: named.entity)
    }
  }
}

extension ViewSettings {
  /// Of the key `where`: a condition, or several.
  mutating func conditions() -> [YAMLNode] { reader.texts("where", wrong: .invalidSetting) ?? [] }
}

extension KnowledgeGraph {
  /// Whether only a draft makes a thing: by its own status, or as a relation leads to nothing but proposals.
  func isProposed(_ entity: EntityID, madeBy relation: Int?, whateverItsStatus: Bool = false) -> Bool {
    if !whateverItsStatus, isProposed(entity) { return true }
    guard let relation else { return false }
    let edges = currentEdges(from: entity).filter { $0.subfield == nil && $0.field.index == relation }
    return areProposed(edges.map(\.to.entity))
  }
}
