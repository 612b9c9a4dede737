import Diagnostics
import Knowledge

/// Where in its front matter an entity names another one.
struct FrontMatterNames {
  private let target: EntityID
  private(set) var names: [Written] = []
  /// Where a preferred source stands, whose name is written as one of the claims has it or otherwise.
  private(set) var preferences: [Position] = []

  init(of entity: Entity, leadingTo target: EntityID, in graph: KnowledgeGraph) {
    self.target = target
    names = entity.surroundingReferences.filter { reference in
      let kinds = reference.kinds.compactMap(graph.schema.kind(named:))
      return graph.names.find(reference.name.text, kinds: kinds) == .found(target)
    }.map(\.name)
    for fact in entity.facts { add(fact) }
    for alias in entity.aliases {
      add(alias.onlyIn)
      add(alias.provenance)
    }
  }

  private mutating func add(_ reference: Reference?) {
    if let reference, reference.entity == target { names.append(reference.name) }
  }

  private mutating func add(_ provenance: Provenance) {
    add(provenance.source)
    add(provenance.validity?.by)
  }

  private mutating func add(_ fact: Fact) {
    for claim in fact.claims {
      add(claim.provenance)
      for value in claim.value.items { add(value) }
    }
    if let prefer = fact.assessment?.prefer, prefer.reference.entity == target {
      preferences.append(prefer.position)
    }
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private mutating func add(_ value: FieldValue) {
    switch value {
    case .reference(let item):
      add(item.reference)
      add(item.provenance)
      for qualifier in item.qualifiers { for value in qualifier.value.items { add(value) } }
    case .record(let record):
      add(record.provenance)
      for fact in record.facts { add(fact) }
    default: break
    }
  }
}
