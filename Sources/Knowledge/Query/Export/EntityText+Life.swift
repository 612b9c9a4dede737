/// How an entity stands on the day, and what it made so elsewhere, as its page says it.
extension EntityText {
  /// "Ended 1 August 2026", "Amended by act/omnibus · Omnibus, from 30 June 2026, only proposed".
  mutating func writeLife() {
    let life = graph.life(of: id)
    guard life.state != .current || !life.deeds.isEmpty else { return }
    section(nil, [state(of: life)].compactMap(\.self) + life.deeds.map(words)) { $0.line(0, $1) }
  }

  private func state(of life: Life) -> String? {
    switch life.state {
    case .proposed: "Only proposed"
    case .ahead: "Begins" + day(life.begins)
    case .ended: "Ended" + (life.isLastDay ? " after" : "") + day(life.ends)
    case .current: nil
    }
  }

  private func words(_ deed: Deed) -> String {
    let field = graph.schema.relationField(of: deed.edge)
    let label = field.relation?.inverse?.label ?? field.label
    let tense: String? =
      switch deed.tense {
      case .future: "still to come"
      case .proposed: "only proposed"
      case .past, .present: nil
      }
    return [
      "\(label) \(name(Target(deed.doer)))", deed.on.map { "\(ClaimKey.from.label)\(day($0))" }, tense,
    ].compactMap(\.self).joined(separator: ", ")
  }

  mutating func writeChanges() {
    section("What it changes elsewhere", graph.changes(by: id)) { $0.write($1) }
  }

  /// "duty/report · Report: Deadline 2 August 2026 → 2 December 2027, from 30 June 2026".
  private mutating func write(_ change: MadeChange) {
    let field = graph.schema[change.field]
    func words(_ value: FieldValue) -> String { graph.words(value, field, as: .terminal) }
    let moved =
      change.isEnding
      ? "\(words(change.value)) ended"
      : [change.ended.map(words), words(change.value)].compactMap(\.self).joined(separator: " → ")
    let isProposed = change.span?.tense == .proposed || graph.isProposed(change.by)
    let parts = [
      "\(name(Target(change.entity))): \(field.label) \(moved)" + (change.scope.map { " (\($0))" } ?? ""),
      (change.span?.from).map { "\(ClaimKey.from.label)\(day($0))" },
      (change.span?.until).map { "\(ClaimKey.until.label)\(day($0))" },
      isProposed ? "only proposed" : nil,
    ]
    line(1, parts.compactMap(\.self).joined(separator: ", "))
  }

  private func day(_ date: EDTFDate?) -> String {
    date.map { " " + $0.display(in: graph.readerWords) } ?? ""
  }
}
