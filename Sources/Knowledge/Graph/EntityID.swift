/// An entity's number in its graph: entities stand by kind, then by slug with numbers in their natural order.
package struct EntityID: Hashable, Comparable, Sendable {
  package let index: UInt32

  package init(_ index: Int) { self.index = UInt32(index) }

  package static func < (a: EntityID, b: EntityID) -> Bool { a.index < b.index }
}

/// Where a reference or a link leads: an entity, and perhaps a place on its page.
package struct Target: Hashable, Sendable {
  package var entity: EntityID
  package var anchor: String?

  package init(_ entity: EntityID, anchor: String? = nil) {
    self.entity = entity
    self.anchor = anchor
  }
}

/// For each entity a list of numbers, in one flat array.
package struct Adjacency: Sendable {
  private var starts: [UInt32]
  private var numbers: [UInt32]

  /// Lists the positions of `keys` by key; within a key they keep their order.
  package init(_ keys: some Collection<EntityID>, entityCount: Int) {
    starts = [UInt32](repeating: 0, count: entityCount + 1)
    for key in keys { starts[Int(key.index) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    numbers = [UInt32](repeating: 0, count: keys.count)
    var next = starts
    for (position, key) in keys.enumerated() {
      numbers[Int(next[Int(key.index)])] = UInt32(position)
      next[Int(key.index)] += 1
    }
  }

  package subscript(entity: EntityID) -> ArraySlice<UInt32> {
    numbers[Int(starts[Int(entity.index)])..<Int(starts[Int(entity.index) + 1])]
  }
}
