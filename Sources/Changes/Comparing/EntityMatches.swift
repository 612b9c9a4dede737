import Folding
import Knowledge

/// Which entity of one state is which of another, though it may be called otherwise.
struct EntityMatches {
  /// By entity of the later state; `nil` where there was none.
  private(set) var old: [EntityID?]
  /// By entity of the earlier state; `nil` where there is none any more.
  private(set) var new: [EntityID?]

  init(_ before: KnowledgeGraph, _ after: KnowledgeGraph) {
    old = Array(repeating: nil, count: after.entities.count)
    new = Array(repeating: nil, count: before.entities.count)
    let idsBefore = before.idsOfEntities
    let idsAfter = after.idsOfEntities
    for (id, entity) in idsAfter { if let other = idsBefore[id] { join(other, entity) } }
    joinFormerIDs(of: after, with: idsBefore) { ($1, $0) }
    joinFormerIDs(of: before, with: idsAfter) { ($0, $1) }
    joinAlike(before, after)
  }

  private mutating func join(_ before: EntityID, _ after: EntityID) {
    guard new[Int(before.index)] == nil, old[Int(after.index)] == nil else { return }
    new[Int(before.index)] = after
    old[Int(after.index)] = before
  }

  /// Joins entities to those that their former ids name.
  ///
  /// - Parameter ordered: puts an entity of the graph and one of the other in the order of time.
  private mutating func joinFormerIDs(
    of graph: KnowledgeGraph, with ids: [String: EntityID],
    _ ordered: (EntityID, EntityID) -> (EntityID, EntityID)
  ) {
    for entity in graph.entityIDs {
      for former in graph[entity].formerIDs {
        let kind = graph.schema[graph[entity].kind].name
        guard let other = ids[former.text] ?? ids[kind + "/" + former.text] else { continue }
        let (before, after) = ordered(entity, other)
        join(before, after)
      }
    }
  }

  /// Joins what is left within a kind: by title where just one on each side has it, then by what they say.
  private mutating func joinAlike(_ before: KnowledgeGraph, _ after: KnowledgeGraph) {
    let gone = Dictionary(grouping: before.entityIDs.filter { new[Int($0.index)] == nil }) {
      before.schema[before[$0].kind].name
    }
    let come = Dictionary(grouping: after.entityIDs.filter { old[Int($0.index)] == nil }) {
      after.schema[after[$0].kind].name
    }
    for (kind, gone) in gone.sorted(by: { $0.key < $1.key }) {
      guard let come = come[kind] else { continue }
      let titlesGone = Dictionary(grouping: gone) { before.title(of: $0).foldedName }
      let titlesCome = Dictionary(grouping: come) { after.title(of: $0).foldedName }
      for (title, entities) in titlesGone where entities.count == 1 {
        if let others = titlesCome[title], others.count == 1 { join(entities[0], others[0]) }
      }
      joinByContent(
        gone.filter { new[Int($0.index)] == nil }.map { Resemblance($0, in: before) },
        come.filter { old[Int($0.index)] == nil }.map { Resemblance($0, in: after) })
    }
  }

  /// Two that are each the other's only best match, and say nearly the same.
  private mutating func joinByContent(_ gone: [Resemblance], _ come: [Resemblance]) {
    // All with all: beyond this it would take too long, and a move of so many has its former ids.
    guard gone.count * come.count <= 250_000 else { return }
    func best(_ one: Resemblance, among others: [Resemblance]) -> EntityID? {
      let alike = others.map { ($0.entity, one.share(with: $0)) }.filter { $0.1 >= Resemblance.enough }
      guard let most = alike.map(\.1).max() else { return nil }
      let best = alike.filter { $0.1 == most }
      return best.count == 1 ? best[0].0 : nil
    }
    let choices = Dictionary(uniqueKeysWithValues: come.map { ($0.entity, best($0, among: gone)) })
    for one in gone {
      if let other = best(one, among: come), choices[other] == one.entity { join(one.entity, other) }
    }
  }
}

/// What an entity says, in pieces that can be counted: its facts, and the words of its text.
private struct Resemblance {
  /// The share of pieces in common from which two are taken for the same.
  static let enough = 0.85
  /// Fewer pieces than these say too little.
  private static let least = 4

  let entity: EntityID
  private var pieces: [String: Int] = [:]
  private var count = 0

  init(_ id: EntityID, in graph: KnowledgeGraph) {
    entity = id
    let kind = graph.schema[graph[id].kind]
    for fact in graph[id].facts where fact.field != Kind.titleField {
      let field = kind.fields[fact.field]
      for claim in fact.claims {
        for value in claim.value.items { add(field.name + "=" + graph.written(value, field)) }
      }
    }
    for word in graph[id].documents.first?.comparedWords() ?? [] { add(word) }
  }

  private mutating func add(_ piece: String) {
    pieces[piece, default: 0] += 1
    count += 1
  }

  func share(with other: Resemblance) -> Double {
    guard min(count, other.count) >= Resemblance.least else { return 0 }
    let common = pieces.reduce(0) { $0 + min($1.value, other.pieces[$1.key] ?? 0) }
    return Double(2 * common) / Double(count + other.count)
  }
}

extension KnowledgeGraph {
  fileprivate var idsOfEntities: [String: EntityID] {
    Dictionary(entityIDs.map { (id(of: $0), $0) }) { first, _ in first }
  }
}
