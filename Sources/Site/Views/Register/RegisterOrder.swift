import Diagnostics
import Knowledge

/// Which disagreements a reader should see first: by weight, then what is open; among these what an editor put first, and
/// else what the graph has first.
struct RegisterOrder: Sendable {
  /// What an editor put first: entities, or records of theirs.
  let first: [Target]

  init(first: [Target] = []) { self.first = first }

  func sorted(_ discrepancies: [Discrepancy], states: [String]) -> [Discrepancy] {
    let stateRanks = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
    let keyed = discrepancies.enumerated().map { number, discrepancy in
      let state = stateRanks[discrepancy.state] ?? 0
      return (weight: discrepancy.weight, places: [state, place(of: discrepancy), number], discrepancy)
    }
    return keyed.sorted { a, b in
      a.weight == b.weight ? a.places.lexicographicallyPrecedes(b.places) : a.weight < b.weight
    }.map(\.2)
  }

  private func place(of discrepancy: Discrepancy) -> Int {
    first.firstIndex { $0.includes(discrepancy) } ?? first.count
  }
}

extension Target {
  /// Whether a disagreement stands there: anywhere in the entity, or in the record.
  func includes(_ discrepancy: Discrepancy) -> Bool {
    entity == discrepancy.entity && (anchor == nil || anchor == discrepancy.place?.record)
  }
}

/// A name under `first` of a register, which only the graph can look up.
struct WrittenFirst: Hashable, Sendable {
  let text: String
  let place: Place
}

extension RegisterView {
  /// What the names under `first` lead to; the others are reported.
  func targets(in graph: KnowledgeGraph, _ problems: inout ViewProblems) -> [Target] {
    first.compactMap { target(of: $0, graph, &problems) }
  }

  private func target(
    of written: WrittenFirst, _ graph: KnowledgeGraph, _ problems: inout ViewProblems
  ) -> Target? {
    do {
      let target = try graph.target(named: written.text)
      if graph.discrepancies.contains(where: target.includes) { return target }
      problems.report(
        "\(graph.written(target)) has no disagreement that could come first", at: written.place,
        help: "name an entity that tells of one, or whose claims differ, or remove it from 'first'")
    } catch {
      problems.report(error.message, at: written.place, help: error.help)
    }
    return nil
  }

  func order(in graph: KnowledgeGraph) -> RegisterOrder {
    var problems = ViewProblems()
    return RegisterOrder(first: targets(in: graph, &problems))
  }

  func names(in graph: KnowledgeGraph) -> [SettingName] {
    first.compactMap { written in
      guard case .found(let entity) = graph.names.find(written.text) else { return nil }
      return SettingName(written.text, in: written.text, at: written.place.position, leadingTo: entity)
    }
  }
}

extension SiteModel {
  /// The order of the first register that is declared.
  var registerOrder: RegisterOrder {
    views.declared.lazy.compactMap { $0.view as? RegisterView }.first?.order(in: graph) ?? RegisterOrder()
  }
}
