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
