import Knowledge
import Templates

extension EntityPage {
  var life: ShownLife { ShownLife(page: page, entity: id, life: graph.life(of: id)) }

  /// What this thing made so elsewhere.
  var changes: [ShownMadeChange] {
    graph.changes(by: id).map { ShownMadeChange(page: page, change: $0) }
  }

  /// Its own dates, what others did to it and what it did to others, by day; nothing where one line would be all.
  var lifeDays: [ShownLifeDay] {
    guard kind.hasLife else { return [] }
    func day(_ date: EDTFDate?, _ what: ShownLifeDay.What) -> ShownLifeDay? {
      date.map { ShownLifeDay(page: page, kind: entity.kind, date: $0, what: what) }
    }
    let own = entity.facts.flatMap { fact in
      (fact.today?.dates ?? []).map(\.date).unique.compactMap { day($0, .field(fact.field)) }
    }
    let suffered = graph.deeds(to: id).compactMap { day($0.on, .deed($0)) }
    let done = graph.deeds(by: id).compactMap { day($0.on, .doing($0)) }
    let days = own + suffered + done
    guard days.count > 1, days.count > own.count || own.count > 2 else { return [] }
    return days.enumerated().sorted { a, b in
      let (x, y) = (a.element.date, b.element.date)
      return (x.earliest, x.latest, a.offset) < (y.earliest, y.latest, b.offset)
    }.map(\.element)
  }
}

extension Kind {
  /// Whether its things begin, end, or change others.
  fileprivate var hasLife: Bool { life != KindLife.none || fields.contains { $0.relation?.effect != nil } }
}
