import Knowledge
import Templates

/// One matter on which the two sides are compared.
struct ShownComparedLine: Sendable {
  let sides: ComparedSides
  let line: ComparedLine
  /// Named where the lines of several stand in one table.
  var entity: EntityID?

  static let record: RecordType<ShownComparedLine> = RecordType([
    .text("anchor", "its id on the page") { $0.line.anchor.isEmpty ? nil : $0.line.anchor },
    .text("label", "what it is about") { $0.sides.label($0.line.matter) },
    .text("href", "where it stands in full") { $0.sides.page.href($0.line.place) },
    .record("entity", "the thing, where it begins another one", of: ShownLink.record) { shown in
      shown.entity.map { shown.sides.page.link($0) }
    },
    .list("cells", "one for each side", of: ShownSide.record) { $0.sides.cells($0.line) },
    .text("verdict", "as in the data") { $0.line.verdict.rawValue },
    .text("verdict_label", "the same in words") { $0.sides.label($0.line.verdict) },
    .text("side", "the one that alone says something") { $0.sides.side($0.line.verdict) },
    .text("state", "how the disagreement stands, as written") { $0.line.state },
    .text("state_label", "the same in words") { shown in
      shown.line.state.map { shown.sides.page.word($0, group: "state") }
    },
  ])
}
