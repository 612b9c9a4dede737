/// For each entity, the items of others that lead to it.
struct ReverseIndex: Sendable {
  /// An item by the entity that it stands in and its number there.
  struct Item: Hashable, Sendable {
    let from: EntityID
    let number: Int32
  }

  /// One flat array for all: most knowledge bases never change while they're in memory.
  private var starts: [UInt32]
  private var items: [Item]
  /// By entity, where the flat array is out of date.
  private var newer: [EntityID: [Item]] = [:]

  /// - Parameter targets: of each entity's items, in their order.
  init(entityCount: Int, targets: (EntityID) -> [EntityID]) {
    starts = [UInt32](repeating: 0, count: entityCount + 1)
    for from in 0..<entityCount {
      for target in targets(EntityID(from)) { starts[Int(target.index) + 1] += 1 }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    let none = Item(from: EntityID(0), number: 0)
    items = [Item](repeating: none, count: Int(starts[entityCount]))
    var next = starts
    for from in 0..<entityCount {
      for (number, target) in targets(EntityID(from)).enumerated() {
        items[Int(next[Int(target.index)])] = Item(from: EntityID(from), number: Int32(number))
        next[Int(target.index)] += 1
      }
    }
  }

  /// By entity and then in the order of its items.
  subscript(entity: EntityID) -> ArraySlice<Item> {
    if let newer = newer[entity] { return newer[...] }
    return items[Int(starts[Int(entity.index)])..<Int(starts[Int(entity.index) + 1])]
  }

  /// Replaces the items of one entity.
  mutating func replace(_ from: EntityID, _ old: [EntityID], with new: [EntityID]) {
    if old == new { return }
    var incoming: [EntityID: [Item]] = [:]
    for target in Set(old + new) { incoming[target] = self[target].filter { $0.from != from } }
    for (number, target) in new.enumerated() {
      incoming[target, default: []].append(Item(from: from, number: Int32(number)))
    }
    for (target, items) in incoming {
      newer[target] = items.sorted { ($0.from, $0.number) < ($1.from, $1.number) }
    }
  }
}
