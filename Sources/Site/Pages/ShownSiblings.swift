import Knowledge
import Templates

/// The row in which a thing stands: those before and behind it, as far as there is room for them.
struct ShownSiblings: Sendable {
  let page: PageContext
  let row: Rows.Row
  let place: Int
  /// What they are called.
  let label: String
  let number: @Sendable (EntityID) -> String?

  /// Up to how many all are shown; of more both ends, and as many as these on either side of the page's own.
  private var room: (all: Int, beside: Int) { row.of == nil ? (60, 12) : (20, 3) }

  static let record: RecordType<ShownSiblings> = RecordType(
    "row",
    "Those that are parts of the same thing, by the [schema](schema.md#siblings), and the plain pages of one folder.",
    [
      .text("label", "what they are called") { $0.label },
      .record("of", "what they are parts of; nothing of plain pages", of: ShownLink.record) { row in
        row.row.of.map { row.page.link($0) }
      },
      .record("previous", "the one before this", of: ShownSibling.record) { $0.sibling($0.place - 1) },
      .record("next", "the one behind it", of: ShownSibling.record) { $0.sibling($0.place + 1) },
      .list(
        "items", "all of them in their order; of many both ends, and those around this one",
        of: ShownSibling.record
      ) { $0.items },
    ])

  private func sibling(_ place: Int, isBehindGap: Bool = false) -> ShownSibling? {
    guard row.members.indices.contains(place) else { return nil }
    let id = row.members[place]
    return ShownSibling(
      page: page, id: id, number: number(id), isCurrent: place == self.place, isBehindGap: isBehindGap)
  }

  private var items: [ShownSibling] {
    let all = row.members.indices
    let places =
      all.count <= room.all
      ? Array(all)
      : all.filter { $0 == 0 || $0 == all.count - 1 || abs($0 - place) <= room.beside }
    return places.enumerated().compactMap { number, place in
      sibling(place, isBehindGap: number > 0 && places[number - 1] != place - 1)
    }
  }
}

/// One of those that stand in a row.
struct ShownSibling: Sendable {
  let page: PageContext
  let id: EntityID
  let number: String?
  let isCurrent: Bool
  let isBehindGap: Bool

  static let record = RecordType<ShownSibling>([
    .text("text", "its number, else its [abbreviation](writing.md#names) or title") {
      $0.number ?? $0.page.graph.shortTitle(of: $0.id)
    },
    .text("title", "its title") { $0.page.graph.title(of: $0.id) },
    .text("href", "its page") { $0.page.href(Target($0.id)) },
    .flag("is_current", "it is this one") { $0.isCurrent },
    .flag("is_behind_gap", "some before it are left out") { $0.isBehindGap },
  ])
}

extension EntityPage {
  /// The row in which it stands.
  var siblings: ShownSiblings? {
    guard let (row, place) = page.site.rows.value[id] else { return nil }
    let graph = page.graph
    let siblings = kind.siblings
    return ShownSiblings(page: page, row: row, place: place, label: siblingsLabel) { id in
      siblings.flatMap { graph.number(id, $0) }
    }
  }

  private var siblingsLabel: String { kind.isPlainPage ? page.text("chapters") : kind.label.many }
}
