package import Diagnostics

/// Whether what an entity says is to be looked at again.
package struct Review: Hashable, Sendable {
  /// The last date on which it was; `nil` where nobody says so.
  package let last: EDTFDate?
  /// The day on which it is due, counted from 1970-01-01; `nil` where it never was reviewed.
  package let due: Int32?

  /// What was never reviewed is due.
  package func isDue(on day: Int32) -> Bool { due.map { $0 <= day } ?? true }
}

extension KnowledgeGraph {
  /// `nil` where neither the schema nor the file says how often it is to be reviewed. A month counts to its last day.
  package func review(of id: EntityID) -> Review? {
    let entity = self[id]
    guard let rule = schema[entity.kind].review else { return nil }
    var every = rule.every
    if case .quantity(let own)? = rule.field.flatMap({ entity.today($0)?.value }) {
      every = Term(own) ?? every
    }
    guard let every else { return nil }
    let dates = (entity.today(rule.date)?.claims ?? []).flatMap(\.value.items).compactMap {
      item -> EDTFDate? in
      if case .date(let date) = item, date.latest != .max { date } else { nil }
    }
    let last = dates.max { $0.latest < $1.latest }
    return Review(last: last, due: last.map { every.end(from: $0.latest) })
  }

  /// What is to be reviewed by the day that the knowledge base speaks of.
  package func checkReviews() -> [Diagnostic] {
    guard let day else {
      return [
        Diagnostic(
          .unknownDay,
          "the knowledge base does not say which day it describes, so Remit cannot tell what is due",
          at: nil, help: "set the day in remit.yaml, such as as_of: 2026-01-31, or with --as-of")
      ]
    }
    return entityIDs.compactMap { id in
      guard let review = review(of: id), review.isDue(on: day), let rule = schema[self[id].kind].review else {
        return nil
      }
      let position = self[id].fact(rule.date)?.position
      let name = schema[self[id].kind].fields[rule.date].name
      let message =
        if let last = review.last, let due = review.due.flatMap({ EDTFDate(dayNumber: $0) }) {
          "this was last reviewed on \(last), and has been due for review since \(due)"
        } else {
          "this is due for review: nothing says when it was last reviewed"
        }
      return Diagnostic(
        .dueForReview, .warning, message, at: Place(self[id].path, position ?? .start),
        help:
          "once you have reviewed it, set the day: \(name): \(EDTFDate(dayNumber: day)?.description ?? "…")"
      )
    }
  }
}

extension EntityCheck {
  /// How often something is to be reviewed is a length of time.
  func reviewTerms() -> [Diagnostic] {
    guard let field = schema[written.kind].review?.field else { return [] }
    return facts.filter { $0.field == field }.flatMap(\.claims).compactMap { claim in
      guard case .quantity(let quantity) = claim.value, Term(quantity) == nil else { return nil }
      return Diagnostic(
        .invalidQuantity, "'\(quantity)' does not say how often this is to be reviewed",
        at: Place(written.path, claim.position), help: "write \(Term.howItIsWritten)")
    }
  }
}

// MARK: - Sources

extension KnowledgeGraph {
  /// The latest source that an entity names, with its date; what is of after the day that the knowledge base speaks of
  /// is left out. `nil` where no source has a date.
  package func youngestSource(of id: EntityID) -> (source: EntityID, date: EDTFDate)? {
    guard schema.sourceDate != nil else { return nil }
    var sources: Set<EntityID> = []
    self[id].forEachProvenance { _, said, _ in if let source = said.source?.entity { sources.insert(source) }
    }
    for mention in self[id].mentions where mention.isCitation { sources.insert(mention.to.entity) }
    let dated = sources.sorted().compactMap { source -> (source: EntityID, date: EDTFDate)? in
      guard let date = datePublished(source), date.latest != .max, date.latest <= day ?? .max else {
        return nil
      }
      return (source, date)
    }
    return dated.max { $0.date.latest < $1.date.latest }
  }

  /// When a source appeared; `nil` where it doesn't say, or where it says several dates.
  package func datePublished(_ source: EntityID) -> EDTFDate? {
    guard let field = schema.sourceDate, self[source].kind == schema.sourceKind,
      case .date(let date)? = self[source].today(field)?.value
    else { return nil }
    return date
  }
}
