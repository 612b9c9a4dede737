import Knowledge
import Templates

/// What doesn't hold on the day of the page: it did, it will, or it is only proposed.
struct ShownMoment: Sendable {
  let page: PageContext
  let span: Span
  let values: [ShownValue]
  /// `nil` where nobody says it.
  let statement: ShownStatement?

  static let record: RecordType<ShownMoment> = RecordType(
    "moment", "What doesn't hold on the day: it did, it will, or it is only proposed.",
    [
      .list("values", "what held, will hold or is proposed", of: ShownValue.record) { $0.values },
      .text("tense", "`past`, `future` or `proposed`") { $0.span.tense.rawValue },
      .flag("is_past", "it no longer holds") { $0.span.tense == .past },
      .flag("is_future", "it doesn't hold yet") { $0.span.tense == .future },
      .flag("is_proposed", "nobody has made it so") { $0.span.tense == .proposed },
      .text("status", "of what is proposed: how the proposal itself stands, such as *withdrawn*") {
        $0.status
      },
      .text("from", "the day on which it begins or began") { $0.words($0.span.from) },
      .text("until", "the day on which it has ended") { $0.words($0.span.until) },
      .record("by", "what made it so, or would", of: ShownLink.record) { $0.link($0.span.by) },
      .record("ended_by", "what ended it", of: ShownLink.record) { $0.link($0.span.endedBy) },
      .record("statement", "who says so", of: ShownStatement.record) { $0.statement },
    ])

  var status: String? { page.status(ofProposal: span.tense == .proposed ? span.changer : nil) }

  private func words(_ date: EDTFDate?) -> String? { date?.display(in: page.readerWords) }

  private func link(_ reference: Reference?) -> ShownLink? { (reference?.target).map { page.link($0) } }
}

extension PageContext {
  /// How a proposal stands, in the schema's words, where these say more than that it is one.
  func status(ofProposal id: EntityID?) -> String? {
    guard let id, let status = graph.proposedStatus(of: id), !["proposed", "proposal"].contains(status) else {
      return nil
    }
    return word(status, field: "status")
  }

  /// What of a fact doesn't hold on the day.
  ///
  /// - Parameter isWanted: whether a claim that doesn't hold is told here, by its number.
  func history(
    of fact: Fact, _ field: Field, details: ShownItem.Details = .none,
    where isWanted: (Int) -> Bool = { _ in true }
  ) -> [ShownMoment] {
    if fact.isWhole { return [] }
    var found: [ShownMoment] = []
    for (number, claim) in fact.claims.enumerated() {
      if claim.holds {
        found += claim.value.items.compactMap { moment(of: $0, field, claim, details) }
      } else if let span = claim.span, isWanted(number) {
        found.append(moment(of: claim, span, values([claim.inItsTime(span)], field, details: details)))
      }
    }
    return found.inOrder
  }

  /// The same of claims that don't hold on the day.
  func history(of claims: [Claim], _ field: Field) -> [ShownMoment] {
    claims.compactMap { claim in
      claim.span.map {
        moment(of: claim, $0, values([claim.inItsTime($0)], field, details: .none))
      }
    }.inOrder
  }

  private func moment(of claim: Claim, _ span: Span, _ values: [ShownValue]) -> ShownMoment {
    ShownMoment(
      page: self, span: span, values: values, statement: statements(claim.provenance.withoutTimes).first)
  }

  /// An item or a record that doesn't hold on the day, of a claim that does.
  private func moment(
    of value: FieldValue, _ field: Field, _ claim: Claim, _ details: ShownItem.Details
  ) -> ShownMoment? {
    func moment(
      _ span: Span?, _ values: [ShownValue], _ own: Provenance, _ qualifiers: [ReferenceItem.Qualifier] = []
    ) -> ShownMoment? {
      span.map {
        let said = own.said(within: claim.provenance).withoutTimes
        return ShownMoment(
          page: self, span: $0, values: values, statement: statements(said, qualifiers).first)
      }
    }
    switch value {
    case .reference(let item) where !item.holds:
      return item.target.flatMap {
        moment(item.span, [self.item($0, details: details)], item.provenance, item.qualifiers)
      }
    case .record(var record) where !record.holds:
      // Who says it is told with the moment.
      let said = record.provenance
      record.provenance = Provenance()
      let own = FieldValue.record(record)
      return moment(record.span, values(record.span.map { own.inItsTime($0) } ?? own, field), said)
    default: return nil
    }
  }
}

extension ShownMoment {
  /// What was, the latest first; then what will be, the next first; then what is proposed.
  fileprivate var rank: (Int, Int) {
    switch span.tense {
    case .past: (0, -Int(span.period.end))
    case .present: (1, 0)
    case .future: (2, Int(span.period.start))
    case .proposed: (3, 0)
    }
  }
}

extension [ShownMoment] {
  var inOrder: [ShownMoment] {
    enumerated().sorted { a, b in
      let (x, y) = (a.element.rank, b.element.rank)
      return (x.0, x.1, a.offset) < (y.0, y.1, b.offset)
    }.map(\.element)
  }
}
