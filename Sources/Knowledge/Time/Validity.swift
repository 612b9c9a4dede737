extension Facts {
  /// When something holds, as its author writes it: from a day on, up to a day, and what made it so.
  ///
  /// A class, as few values have one.
  package final class Validity: Hashable, Sendable {
    /// It holds from the first day of this.
    package let from: EDTFDate?
    /// It has ended when the first day of this begins.
    package let until: EDTFDate?
    /// The policy, decision or event that made it so.
    package let by: Form.Link?

    /// `nil` where nothing is said.
    init?(from: EDTFDate? = nil, until: EDTFDate? = nil, by: Form.Link? = nil) {
      guard from != nil || until != nil || by != nil else { return nil }
      self.from = from
      self.until = until
      self.by = by
    }

    package static func == (a: Validity, b: Validity) -> Bool {
      a === b || a.from == b.from && a.until == b.until && a.by == b.by
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(from)
      hasher.combine(until)
    }
  }
}

package typealias Validity = Facts<ResolvedForm>.Validity
typealias WrittenValidity = Facts<WrittenForm>.Validity

extension Facts.Validity {
  package var period: Period { Period(start: from?.earliest ?? .min, end: until?.earliest ?? .max) }

  /// Whether it says a day: what only names who made it so holds at any time.
  package var isTimed: Bool { from != nil || until != nil }

  /// Whether `by` names what ends it, and not what began it.
  package var isEnding: Bool { from == nil && until != nil && by != nil }

  /// This time, cut to that of what stands around it. Who says days of their own says also what made it so.
  func cut(to outer: Facts.Validity) -> Facts.Validity {
    let from = [from, outer.from].compactMap { $0 }.max { $0.earliest < $1.earliest }
    let until = [until, outer.until].compactMap { $0 }.min { $0.earliest < $1.earliest }
    return Facts.Validity(from: from, until: until, by: by ?? (isTimed ? nil : outer.by)) ?? self
  }

  /// This validity in another form, such as with names looked up.
  func withLink<Other>(_ by: Other.Link?) -> Facts<Other>.Validity? {
    Facts<Other>.Validity(from: from, until: until, by: by)
  }
}

extension Validity {
  /// What `by` leads to.
  package var changer: EntityID? {
    guard let by else { return nil }
    return by.entity
  }
}
