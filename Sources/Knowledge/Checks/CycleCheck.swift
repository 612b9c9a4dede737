import Diagnostics

extension KnowledgeGraph {
  /// Relations that the schema calls acyclic must not lead back to where they began.
  func checkCycles() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var relations: [[Edge]] = []
    for edge in entities.flatMap({ entity in entity.acyclicEdges.map { entity.edges[$0] } }) {
      if let index = relations.firstIndex(where: {
        $0[0].field == edge.field && $0[0].subfield == edge.subfield
      }) {
        relations[index].append(edge)
      } else {
        relations.append([edge])
      }
    }
    for relation in relations {
      let field = schema.relationField(of: relation[0])
      diagnostics += loops(in: relation).map { report($0, field: field) }
    }
    return diagnostics
  }

  private func report(_ loop: Loop, field: Field) -> Diagnostic {
    let first = loop.edges[0]
    let more = loop.count - loop.edges.count
    let names =
      loop.edges.map { id(of: $0.from) } + (more > 0 ? ["\(more) more"] : []) + [id(of: first.from)]
    let written = first.item.reference.name
    return Diagnostic(
      .referenceCycle, "'\(field.name)' goes round in a circle: " + names.joined(separator: " → "),
      at: place(written, in: first.from), help: "remove one of these references")
  }

  private struct Loop {
    /// Those that are named.
    let edges: [Edge]
    /// How many entities there are.
    let count: Int

    /// A circle may have ten thousand entities, and there may be as many circles.
    static let longest = 12
  }

  /// The circles among these edges, each once, from its first entity on.
  private func loops(in edges: [Edge]) -> [Loop] {
    let outgoing = Dictionary(grouping: edges, by: \.from)
    var finished: Set<EntityID> = []
    var loops: [Loop] = []
    for start in outgoing.keys.sorted() where !finished.contains(start) {
      // The way from the start to where the walk stands; a stack of its own, for a chain may be long.
      var way: [Edge] = []
      var onWay: [EntityID: Int] = [start: 0]
      var open: [(entity: EntityID, next: Int)] = [(start, 0)]
      while let (entity, next) = open.last {
        let edges = outgoing[entity] ?? []
        guard next < edges.count else {
          finished.insert(entity)
          onWay[entity] = nil
          open.removeLast()
          _ = way.popLast()
          continue
        }
        open[open.count - 1].next += 1
        let edge = edges[next]
        if let position = onWay[edge.to.entity] {
          let named = (way[position...].prefix(Loop.longest) + [edge]).prefix(Loop.longest)
          loops.append(Loop(edges: Array(named), count: way.count - position + 1))
        } else if !finished.contains(edge.to.entity) {
          way.append(edge)
          onWay[edge.to.entity] = way.count
          open.append((edge.to.entity, 0))
        }
      }
    }
    return loops
  }
}
