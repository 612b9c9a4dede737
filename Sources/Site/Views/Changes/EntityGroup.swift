import Changes
import Knowledge
import Templates

/// Entities that became the same.
struct EntityGroup: Sendable {
  let head: GroupHead
  let count: Int
  /// By kind, those on the page.
  let items: [(kind: String, items: [EntityChange])]
  let recorded: RecordedEntities
  let isFolded: Bool

  static let record: RecordType<EntityGroup> = RecordType(
    "", "", with: GroupHead.record.members { $0.head },
    [
      .number("count", "how many entities there are") { $0.count },
      .flag("is_folded", "whether they are so many that they hide what follows") { $0.isFolded },
      .list("kinds", "the entities by kind", of: KindGroup.record) { $0.kinds },
    ])

  private var kinds: [KindGroup] {
    items.map { KindGroup(label: $0.kind, items: $0.items, recorded: recorded) }
  }
}

private struct KindGroup: Sendable {
  let label: String
  let items: [EntityChange]
  let recorded: RecordedEntities

  static let record: RecordType<KindGroup> = RecordType([
    .text("label", "the kind") { kind in
      kind.recorded.kind(of: kind.items.first?.entity) ?? kind.recorded.page.site.theme.words(kind.label)
    },
    .flag("is_bare", "whether there is nothing to say of any but its name") { kind in
      kind.items.allSatisfy { $0.details.isEmpty && $0.formerID == nil }
    },
    .list("entities", "those of the kind", of: RecordedEntity.record) { kind in
      kind.items.map { RecordedEntity(change: $0, recorded: kind.recorded) }
    },
  ])
}

private struct RecordedEntity: Sendable {
  let change: EntityChange
  let recorded: RecordedEntities

  static let record: RecordType<RecordedEntity> = RecordType([
    .record("link", "the entity", of: RecordedLink.record) { $0.recorded.link($0.change.entity) },
    .text("id", "its id") { $0.change.entity.id },
    .text("former_id", "of one that was renamed: the id that it had") { $0.change.formerID },
    .text("kind", "its kind") { $0.change.kind },
    .list("details", "what is different about it", of: RecordedDetail.record) { entity in
      entity.change.details.map { RecordedDetail(detail: $0, recorded: entity.recorded) }
    },
  ])
}
