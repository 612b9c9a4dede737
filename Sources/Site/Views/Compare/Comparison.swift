import Diagnostics
import Knowledge

/// A comparison whose names are looked up.
struct Comparison: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    case entities
    /// What two sources say of a thing, and of its parts in their order.
    case sources(of: EntityID, parts: [EntityID])
  }

  /// The pages of a comparison of two sources, by the ends of their addresses.
  enum Stretch: String, CaseIterable, Sendable {
    /// In short.
    case summary = ""
    /// The thing and its parts.
    case things = "/line-by-line"
    case others = "/everything-else"

    /// The key of its title in the strings.
    var title: String? {
      switch self {
      case .summary: nil
      case .things: "compare_line_by_line"
      case .others: "compare_everything_else"
      }
    }
  }

  let subject: Subject
  /// The two entities or sources.
  let a: EntityID
  let b: EntityID
  var slug: String

  /// Its pages lead to the comparison.
  var subjects: [EntityID] {
    switch subject {
    case .entities: [a, b]
    case .sources(let of, _): [of, a, b]
    }
  }

  /// `a-and-b` of two names, `of-in-a-and-b` of three.
  static func address(of names: [String]) -> String {
    let plain = names.map(\.withoutSlashes)
    return plain.count == 3
      ? "\(plain[0])-in-\(plain[1])-and-\(plain[2])" : plain.joined(separator: "-and-")
  }

  var stretches: [Stretch] { subject == .entities ? [.summary] : Stretch.allCases }

  /// The name of one of its pages among those of the view.
  func name(_ stretch: Stretch) -> String { slug + stretch.rawValue }

  func title(in graph: KnowledgeGraph) -> String {
    let sides = [a, b].map(graph.shortTitle).joined(separator: " · ")
    guard case .sources(let of, _) = subject else { return sides }
    return "\(graph.shortTitle(of: of)): \(sides)"
  }
}

extension DeclaredComparison {
  /// Those of its names that lead somewhere.
  func names(in graph: KnowledgeGraph) -> [SettingName] {
    let kinds = of == nil ? [] : [graph.schema.sourceKind].compactMap(\.self)
    return ([of].compactMap(\.self).map { ($0, []) } + sides.map { ($0, kinds) }).compactMap { name, kinds in
      guard case .found(let entity) = graph.names.find(name.text, kinds: kinds) else { return nil }
      return SettingName(name.text, in: name.text, at: name.place.position, leadingTo: entity)
    }
  }
}

extension CompareView {
  /// The comparisons whose names lead somewhere, in the order of the settings; the others are reported.
  func comparisons(in graph: KnowledgeGraph, _ problems: inout ViewProblems) -> [Comparison] {
    var found: [Comparison] = []
    var known: Set<[EntityID]> = []
    var slugs: Set<String> = []
    for declared in declared {
      guard var comparison = comparison(declared, graph, &problems) else { continue }
      if !known.insert(comparison.subjects).inserted {
        let names = comparison.subjects.map { graph.id(of: $0) }.joined(separator: ", ")
        problems.report("this is compared twice: \(names)", at: declared.sides[0].place)
        continue
      }
      // Entities of several kinds may have one name.
      if slugs.contains(comparison.slug) {
        comparison.slug = Comparison.address(of: comparison.subjects.map { graph.id(of: $0) })
      }
      slugs.insert(comparison.slug)
      found.append(comparison)
    }
    return found
  }

  private func comparison(
    _ declared: DeclaredComparison, _ graph: KnowledgeGraph, _ problems: inout ViewProblems
  ) -> Comparison? {
    var kinds: [KindID] = []
    if let of = declared.of {
      guard let kind = graph.schema.sourceKind else {
        problems.report("the schema has no kind for sources, so none can be compared", at: of.place)
        return nil
      }
      kinds = [kind]
    }
    let of = declared.of.flatMap { entity($0, [], graph, &problems) }
    let sides = declared.sides.compactMap { entity($0, kinds, graph, &problems) }
    guard sides.count == 2, of != nil || declared.of == nil else { return nil }
    guard sides[0] != sides[1] else {
      problems.report(
        "this compares \(graph.id(of: sides[0])) with itself", at: declared.sides[1].place)
      return nil
    }
    let slug = Comparison.address(of: ([of].compactMap(\.self) + sides).map { graph[$0].slug })
    guard let of else { return Comparison(subject: .entities, a: sides[0], b: sides[1], slug: slug) }
    guard let parts = parts(declared.parts, of: of, graph, &problems) else { return nil }
    return Comparison(subject: .sources(of: of, parts: parts), a: sides[0], b: sides[1], slug: slug)
  }

  private func entity(
    _ name: DeclaredComparison.Name, _ kinds: [KindID], _ graph: KnowledgeGraph,
    _ problems: inout ViewProblems
  ) -> EntityID? {
    do {
      return try graph.target(named: name.text, kinds: kinds).entity
    } catch {
      problems.report(error.message, at: name.place, help: error.help)
      return nil
    }
  }

  /// None where no relation is named; `nil` where it isn't one of those that lead to the entity.
  private func parts(
    _ name: DeclaredComparison.Name?, of entity: EntityID, _ graph: KnowledgeGraph,
    _ problems: inout ViewProblems
  ) -> [EntityID]? {
    guard let name else { return [] }
    let known = graph.schema.inverseRelations(of: graph[entity].kind).map(\.name)
    guard known.contains(name.text) else {
      problems.report(
        "kind '\(graph.schema[graph[entity].kind].name)' has no inverse relation '\(name.text)'"
          + didYouMean(name.text, among: known),
        at: name.place,
        help: known.isEmpty ? "it has none" : "it has: " + known.joined(separator: ", "))
      return nil
    }
    return graph.currentEdges(to: entity, inverse: name.text).map(\.from).unique.sorted()
  }
}
