import Knowledge

/// Where one thing leads to others: how many steps each is up, and which belong together.
///
/// Steps may go in a circle, which is followed once: from where it's entered, else from its first entity.
struct Layering {
  /// 0 for what nothing leads to, else one more than the highest that leads there.
  private(set) var levels: [EntityID: Int] = [:]
  /// Those that steps connect, each group in the order of the entities.
  private(set) var groups: [[EntityID]] = []

  private let entities: [EntityID]
  private let next: [EntityID: [EntityID]]

  /// - Parameters:
  ///   - entities: all of them, ascending.
  ///   - next: the entities that each leads to; never itself.
  init(_ entities: [EntityID], next: [EntityID: [EntityID]]) {
    self.entities = entities
    self.next = next
    measure()
    group()
  }

  /// The longest way up to each, along the steps that don't lead back.
  private mutating func measure() {
    let order = upwards
    let ranks = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    for entity in order {
      let level = levels[entity] ?? 0
      levels[entity] = level
      for other in next[entity] ?? [] where (ranks[other] ?? 0) > (ranks[entity] ?? 0) {
        levels[other] = max(levels[other] ?? 0, level + 1)
      }
    }
  }

  /// Each before those that it leads to, but for steps that close a circle: the reverse of the order in which a
  /// search in depth leaves them.
  private var upwards: [EntityID] {
    let entered = Set(next.values.flatMap(\.self))
    let starts = entities.filter { !entered.contains($0) } + entities.filter(entered.contains)
    var seen: Set<EntityID> = []
    var left: [EntityID] = []
    for start in starts where seen.insert(start).inserted {
      var path = [(entity: start, following: 0)]
      while let top = path.last {
        let others = next[top.entity] ?? []
        guard top.following < others.count else {
          left.append(top.entity)
          path.removeLast()
          continue
        }
        path[path.count - 1].following += 1
        let other = others[top.following]
        if seen.insert(other).inserted { path.append((other, 0)) }
      }
    }
    return left.reversed()
  }

  private mutating func group() {
    var neighbours = next
    for (entity, others) in next {
      for other in others { neighbours[other, default: []].append(entity) }
    }
    var seen: Set<EntityID> = []
    for entity in entities where !seen.contains(entity) {
      var group: [EntityID] = []
      var open = [entity]
      while let one = open.popLast() {
        guard seen.insert(one).inserted else { continue }
        group.append(one)
        open += neighbours[one] ?? []
      }
      groups.append(group.sorted())
    }
  }
}
