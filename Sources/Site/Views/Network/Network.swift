import Knowledge

/// Pairs of things, with what joins them. A class, since each of its pages has it.
final class Network: Sendable {
  /// What names two things together, or leads from one to the other.
  struct Joint: Sendable {
    let group: NamedTogether.Group
    /// Whether only a draft makes it, or has it name the two: it is shown, and joins nothing.
    fileprivate(set) var isProposed: Bool
    /// Whether the thing itself is, with all that it names.
    let isOfProposal: Bool
    /// Those that lead, where the view asks for that.
    let leaders: Set<EntityID>
  }

  struct Pair: Sendable {
    let a: EntityID
    let b: EntityID
    /// By their numbers, in the graph's order.
    fileprivate(set) var joints: [Int] = []
    /// Those of them that are only proposed.
    fileprivate var proposed: Set<Int> = []
    /// How many of them are not only proposed.
    var count: Int { joints.count - proposed.count }
    /// Of its page; `nil` where it is not joined often enough to have one.
    fileprivate(set) var slug: String?
  }

  fileprivate struct Ends: Hashable {
    let a: EntityID
    let b: EntityID
  }

  let view: NetworkView
  let isDirected: Bool
  private let joints: [Joint]
  /// The things at one end, those with the most partners first; where pairs have no direction, at either end.
  let from: [EntityID]
  /// The same at the other end.
  let to: [EntityID]
  /// Those that are joined, by however little; the most joined first.
  let pairs: [Pair]
  /// Whether there are so many that not all were looked at.
  let isCut: Bool
  private let numbers: [Ends: Int]
  private let partners: [EntityID: Int]
  private let totals: [EntityID: Int]
  private let ledByEntity: [EntityID: Int]
  private let bySlug: [String: Int]

  static let mostPairs = 100_000

  init(_ view: NetworkView, in graph: KnowledgeGraph) {
    var builder = NetworkBuilder(view, in: graph)
    for entity in view.things.entities(in: graph) { builder.add(entity) }
    let pairs = builder.sortedPairs
    (self.view, joints, isDirected, isCut) = (view, builder.joints, builder.isDirected, builder.isCut)
    self.pairs = pairs
    numbers = Dictionary(pairs.enumerated().map { (Ends(a: $1.a, b: $1.b), $0) }) { first, _ in first }
    bySlug = Dictionary(pairs.enumerated().compactMap { number, pair in pair.slug.map { ($0, number) } }) {
      first, _ in first
    }
    var partners: [EntityID: Int] = [:]
    for pair in pairs where pair.count > 0 {
      for end in [pair.a, pair.b] { partners[end, default: 0] += 1 }
    }
    self.partners = partners
    totals = builder.joints.filter { !$0.isProposed }.reduce(into: [:]) { totals, joint in
      for thing in joint.things(view.join) { totals[thing, default: 0] += 1 }
    }
    ledByEntity = builder.joints.filter { !$0.isProposed }.flatMap(\.leaders).reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
    func sorted(_ ends: Set<EntityID>) -> [EntityID] {
      ends.sorted { (partners[$1] ?? 0, $0) < (partners[$0] ?? 0, $1) }
    }
    from = sorted(builder.from)
    to = builder.isDirected ? sorted(builder.to) : from
  }

  /// All things, each once.
  var ends: [EntityID] { isDirected ? (from + to).unique : from }

  func pair(of part: ViewPart) -> Pair? { part.item.flatMap { bySlug[$0] }.map { pairs[$0] } }

  /// `nil` where nothing joins the two.
  func pair(_ a: EntityID, _ b: EntityID) -> Pair? {
    (numbers[Ends(a: a, b: b)] ?? (isDirected ? nil : numbers[Ends(a: b, b: a)])).map { pairs[$0] }
  }

  func joints(of pair: Pair) -> [Joint] {
    pair.joints.map { number in
      var joint = joints[number]
      joint.isProposed = pair.proposed.contains(number)
      return joint
    }
  }

  /// With how many others a thing is joined.
  func partners(of entity: EntityID) -> Int { partners[entity] ?? 0 }

  /// How much names a thing, with others or alone, without what is only proposed.
  func total(of entity: EntityID) -> Int { totals[entity] ?? 0 }

  /// How much a thing leads, with others or alone.
  func led(by entity: EntityID) -> Int { ledByEntity[entity] ?? 0 }

  /// How much has somebody who leads.
  var led: Int { joints.count { !$0.isProposed && !$0.leaders.isEmpty } }

  /// In how much of what joins a pair one of the two leads.
  func led(by entity: EntityID, of pair: Pair) -> Int {
    joints(of: pair).count { !$0.isProposed && $0.leaders.contains(entity) }
  }

  /// How much names anything at all.
  var total: Int { joints.count { !$0.isProposed && !$0.things(view.join).isEmpty } }

  /// How much names one thing alone.
  var alone: Int { joints.count { !$0.isProposed && $0.things(view.join).count == 1 } }

  /// Whether the page of a thing leads to the network, and not to each of its pairs.
  func isHub(_ entity: EntityID) -> Bool { partners(of: entity) > 5 }
}

extension Network.Joint {
  /// What it joins, each once; that it leads from itself counts too.
  fileprivate func things(_ join: NetworkView.Join) -> Set<EntityID> {
    var things = Set(group.named.filter { !$0.isProposed }.map(\.entity))
    if case .leading = join, !things.isEmpty { things.insert(group.target.entity) }
    return things
  }
}

// MARK: - What nothing joins

extension Network {
  /// How many pairs there could be.
  var possible: Int {
    guard isDirected else { return from.count * (from.count - 1) / 2 }
    return from.count * to.count - Set(from).intersection(to).count
  }

  /// How many are joined by what is not only proposed.
  var joined: Int { pairs.count { $0.count > 0 } }

  /// Those that a thing has nothing to do with, though both take part.
  func gaps(of entity: EntityID) -> [EntityID] {
    to.filter { $0 != entity && (pair(entity, $0)?.count ?? 0) == 0 }
  }

  /// Whether the gaps are few enough to be listed.
  var listsGaps: Bool { possible - joined <= 5_000 }

  /// Whether the data have the gaps too.
  var hasAllPairs: Bool { possible <= 20_000 }

  /// Whether a table of all is small enough to be read.
  var hasTable: Bool { from.count <= 40 && to.count <= 40 }
}

/// Collects what is named together.
private struct NetworkBuilder {
  let view: NetworkView
  let graph: KnowledgeGraph
  let isDirected: Bool
  private let naming: NamedTogether
  private(set) var joints: [Network.Joint] = []
  private(set) var from: Set<EntityID> = []
  private(set) var to: Set<EntityID> = []
  private(set) var isCut = false
  private var pairs: [Network.Ends: Network.Pair] = [:]

  init(_ view: NetworkView, in graph: KnowledgeGraph) {
    (self.view, self.graph) = (view, graph)
    isDirected = view.isDirected(in: graph.schema)
    naming = NamedTogether(view.relations)
  }

  mutating func add(_ entity: EntityID) {
    guard !isCut else { return }
    let isProposed = graph.isProposed(entity, madeBy: view.madeBy)
    for group in naming.groups(of: entity, in: graph) {
      let ends = ends(of: group, entity)
      from.formUnion(ends.from)
      if isDirected { to.formUnion(ends.to) } else { from.formUnion(ends.to) }
      let number = joints.count
      joints.append(
        Network.Joint(
          group: group, isProposed: isProposed, isOfProposal: isProposed, leaders: leaders(of: group)))
      let named = view.relations.indices.map { relation in
        Dictionary(grouping: group.named.filter { $0.relation == relation }, by: \.entity)
      }
      for a in ends.from {
        for b in ends.to where a != b {
          guard let together = together(a, b, named) else { continue }
          add(number, a, b, isProposed || together == .proposed)
        }
        guard pairs.count <= Network.mostPairs else {
          isCut = true
          return
        }
      }
    }
  }

  private func leaders(of group: NamedTogether.Group) -> Set<EntityID> {
    guard let lead = view.lead else { return [] }
    return Set(
      group.named.filter { !$0.isProposed && $0.qualifiers.text(of: lead.role) == lead.value }.map(\.entity))
  }

  private func ends(of group: NamedTogether.Group, _ entity: EntityID) -> (from: [EntityID], to: [EntityID]) {
    func named(_ relation: Int) -> [EntityID] {
      group.named.filter { $0.relation == relation }.map(\.entity).unique
    }
    switch view.join {
    case .together: return (named(0), named(0))
    case .leading: return ([entity], named(0))
    case .across: return (named(0), named(1))
    }
  }

  /// - Parameter named: by relation, what is said of each thing.
  private func together(
    _ a: EntityID, _ b: EntityID, _ named: [[EntityID: [NamedTogether.Named]]]
  ) -> Togetherness? {
    guard let last = named.last?[b] else { return nil }
    switch view.join {
    case .leading: return last.contains { !$0.isProposed } ? .made : .proposed
    case .together, .across: return naming.together(named[0][a] ?? [], last, in: graph)
    }
  }

  private mutating func add(_ joint: Int, _ a: EntityID, _ b: EntityID, _ isProposed: Bool) {
    // Without a direction a pair has the order of its ids, and so an address that stays.
    let isTurned = !isDirected && graph.id(of: b) < graph.id(of: a)
    let ends = isTurned ? Network.Ends(a: b, b: a) : Network.Ends(a: a, b: b)
    var pair = pairs[ends] ?? Network.Pair(a: ends.a, b: ends.b)
    // Both ways round it is the same joint.
    if pair.joints.last != joint {
      pair.joints.append(joint)
      if isProposed { pair.proposed.insert(joint) }
    } else if !isProposed {
      pair.proposed.remove(joint)
    }
    pairs[ends] = pair
  }

  /// With their addresses.
  var sortedPairs: [Network.Pair] {
    let sorted = pairs.values.sorted { ($1.count, $0.a, $0.b) < ($0.count, $1.a, $1.b) }
    var slugs = PartSlugs()
    // Addresses go by ids, so that a count that changes moves none.
    let named = sorted.indices.sorted {
      (graph.id(of: sorted[$0].a), graph.id(of: sorted[$0].b))
        < (graph.id(of: sorted[$1].a), graph.id(of: sorted[$1].b))
    }
    var pairs = sorted
    for index in named where pairs[index].joints.count >= view.least {
      let ends = [pairs[index].a, pairs[index].b]
      var slug = slugs.take(Comparison.address(of: ends.map { graph[$0].slug }))
      let whole = Comparison.address(of: ends.map { graph.id(of: $0) })
      var number = 1
      while slug == nil {
        slug = slugs.take(number == 1 ? whole : "\(whole)-\(number)")
        number += 1
      }
      pairs[index].slug = slug
    }
    return pairs
  }
}
