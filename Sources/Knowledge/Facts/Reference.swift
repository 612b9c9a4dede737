package import Diagnostics

/// A text of the author's with the position at which it stands.
package struct Written: Hashable, Sendable {
  package var text: String
  package var position: Position

  package init(_ text: String, at position: Position) {
    self.text = text
    self.position = position
  }
}

/// A reference as the author wrote it: an id, a slug, a title or an alias.
package struct WrittenReference: Hashable, Sendable {
  package var name: Written
  /// The names of the kinds that it may lead to.
  package var kinds: [String]
}

/// A reference that was looked up.
package struct Reference: Hashable, Sendable {
  package var name: Written
  /// `nil` where that is a mistake, reported already.
  package var target: Target?

  package init(name: Written, target: Target?) {
    self.name = name
    self.target = target
  }

  package var entity: EntityID? { target?.entity }
}

/// One of an entity's Markdown texts: the body is the first, those of fields follow.
package struct DocumentID: Hashable, Sendable {
  package let entity: EntityID
  package let number: Int

  package init(_ entity: EntityID, number: Int) {
    self.entity = entity
    self.number = number
  }

  package static func body(of entity: EntityID) -> DocumentID { DocumentID(entity, number: 0) }
}
