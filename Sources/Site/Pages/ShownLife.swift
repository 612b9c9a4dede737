import Knowledge
import Templates

/// How a thing stands on the day of the page, and what became of it.
struct ShownLife: Sendable {
  let page: PageContext
  let entity: EntityID
  let life: Life

  static let record: RecordType<ShownLife> = RecordType([
    .text("state", "`proposed`, `ahead`, `current` or `ended`") { $0.life.state.rawValue },
    .text("state_label", "the same in words; nothing where it is there") { shown in
      shown.life.state == .current ? nil : shown.page.word(shown.life.state.rawValue, group: "life")
    },
    .text("status", "of what is only proposed: how it stands, such as *withdrawn*") { shown in
      shown.page.status(ofProposal: shown.entity)
    },
    .text("since", "of what is still ahead: when it begins") { shown in
      shown.life.state == .ahead ? shown.words(shown.life.begins) : nil
    },
    .text("until", "of what has ended: the day, where its own fields say it") { shown in
      shown.life.state == .ended && !shown.life.isLastDay ? shown.words(shown.life.ends) : nil
    },
    .text("last_day", "the same, where its fields say the last day") { shown in
      shown.life.state == .ended && shown.life.isLastDay ? shown.words(shown.life.ends) : nil
    },
    .flag("is_notable", "there is something to say at the top of its page") {
      $0.life.state != .current || !$0.life.deeds.isEmpty
    },
    .list("deeds", "what others do to it: end, amend or follow it", of: ShownDeed.record) { shown in
      shown.life.deeds.map { ShownDeed(page: shown.page, deed: $0) }
    },
  ])

  private func words(_ date: EDTFDate?) -> String? { date?.display(in: page.readerWords) }
}

/// What one thing does to another by a relation of it.
struct ShownDeed: Sendable {
  let page: PageContext
  let deed: Deed

  static let record: RecordType<ShownDeed> = RecordType([
    .text("effect", "`ends`, `amends` or `follows`") { $0.deed.effect.rawValue },
    .text("label", "how the relation reads from here") { $0.label },
    .record("link", "who does it", of: ShownLink.record) { $0.page.link($0.deed.doer) },
    .text("on", "from when, where that is known") { $0.deed.on?.display(in: $0.page.readerWords) },
    .flag("is_future", "it is still to come") { $0.deed.tense == .future },
    .flag("is_proposed", "it is only proposed") { $0.deed.tense == .proposed },
    .text("status", "of a proposal: how it stands, such as *withdrawn*") { shown in
      shown.page.status(ofProposal: shown.deed.tense == .proposed ? shown.deed.doer : nil)
    },
  ])

  private var label: String {
    let field = page.graph.schema.relationField(of: deed.edge)
    return field.relation?.inverse?.label ?? field.label
  }
}

/// Something that the thing of the page made so, elsewhere.
struct ShownMadeChange: Sendable {
  let page: PageContext
  let change: MadeChange

  private var field: Field { page.graph.schema[change.field] }

  private func words(_ value: FieldValue) -> String { page.plainText(value, field) }

  static let record: RecordType<ShownMadeChange> = RecordType([
    .record("link", "where", of: ShownLink.record) { $0.page.link($0.change.entity) },
    .text("label", "of the field") { $0.field.label },
    .text("new", "what it made so, or would; nothing where it only ended something") { shown in
      shown.change.isEnding ? nil : shown.words(shown.change.value)
    },
    .text("old", "what it ended, where that is known") { shown in
      shown.change.isEnding ? shown.words(shown.change.value) : shown.change.ended.map { shown.words($0) }
    },
    .text("scope", "what part it is about") { $0.change.scope },
    .text("from", "from when") { $0.change.span?.from?.display(in: $0.page.readerWords) },
    .text("until", "until when") { $0.change.span?.until?.display(in: $0.page.readerWords) },
    .text("tense", "`past`, `present`, `future` or `proposed`") {
      ($0.change.span?.tense ?? .present).rawValue
    },
    .flag("is_proposed", "it is only proposed") { shown in
      shown.change.span?.tense == .proposed || shown.page.graph.isProposed(shown.change.by)
    },
  ])
}

/// A day in the life of a thing.
struct ShownLifeDay: Sendable {
  enum What: Sendable {
    /// A date of its own, by the field's number.
    case field(Int)
    case deed(Deed)
    /// What it does to another.
    case doing(Deed)
  }

  let page: PageContext
  let kind: KindID
  let date: EDTFDate
  let what: What

  static let record: RecordType<ShownLifeDay> = RecordType([
    .text("date", "the day") { $0.date.display(in: $0.page.readerWords) },
    .text("label", "what is of that day") { $0.label },
    .record("link", "with whom, where it's with another", of: ShownLink.record) { $0.link },
    .flag("is_future", "it is still to come") { day in
      (day.page.graph.day).map { day.date.earliest > $0 } ?? false
    },
    .flag("is_proposed", "it is only proposed") { $0.deed?.tense == .proposed },
  ])

  private var deed: Deed? {
    switch what {
    case .field: nil
    case .deed(let deed), .doing(let deed): deed
    }
  }

  private var label: String {
    let schema = page.graph.schema
    switch what {
    case .field(let number): return schema[kind].fields[number].label
    case .deed(let deed):
      let field = schema.relationField(of: deed.edge)
      return field.relation?.inverse?.label ?? field.label
    case .doing(let deed): return schema.relationField(of: deed.edge).label
    }
  }

  private var link: ShownLink? {
    switch what {
    case .field: nil
    case .deed(let deed): page.link(deed.doer)
    case .doing(let deed): page.link(deed.target)
    }
  }
}
