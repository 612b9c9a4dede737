import Diagnostics

/// What the claims of one fact say of their times.
///
/// The rules, as the manual's page on time has them: a claim holds from the first day of its `from` up to the first day
/// of its `until`. One that has a `from`, and names what made it so, ends what others said before of the same scope,
/// unless they have an `until` of their own. What only a proposal would make so neither starts nor ends anything.
struct History {
  struct Entry {
    var scope: String?
    var period = Period.always
    /// What made it so.
    var by: EntityID?
    var namesChange = false
    var isProposed = false
    /// The day on which it was said, where it says no time of its own and that day is known.
    var saidOn: Int32?

    /// Whether it ends what was said before.
    fileprivate var ends: Bool { namesChange && !isProposed && period.start != .min }
  }

  /// When a claim holds.
  struct Holding: Equatable {
    var period: Period
    /// The number of the claim that ended it.
    var endedBy: Int?
  }

  /// By claim.
  let holdings: [Holding]

  init(_ entries: [Entry]) {
    // The earliest that ends a claim is the one that did: they are sorted once, as there may be thousands.
    let ending = entries.indices.filter { entries[$0].ends }.sorted {
      (entries[$0].period.start, $0) < (entries[$1].period.start, $1)
    }
    let starts = ending.map { entries[$0].period.start }
    holdings = entries.map { entry in
      guard entry.period.end == .max, !entry.isProposed else { return Holding(period: entry.period) }
      let later = starts.partitioningIndex { $0 > entry.period.start }
      let first = ending[later...].first { number in
        let other = entries[number]
        // Two sources that tell of one change don't end each other's word.
        let isOther = other.by == nil || other.by != entry.by
        // What is said after the change contradicts it.
        let isBefore = entry.saidOn.map { $0 < other.period.start } ?? true
        return isOther && isBefore && other.scope == entry.scope
      }
      guard let first else { return Holding(period: entry.period) }
      return Holding(
        period: Period(start: entry.period.start, end: entries[first].period.start), endedBy: first)
    }
  }
}

extension History.Entry {
  /// What a claim says of its time.
  ///
  /// - Parameters:
  ///   - by: what made it so, looked up.
  ///   - isProposed: whether that is only proposed.
  init<Form>(_ validity: Facts<Form>.Validity, scope: String?, by: EntityID?, isProposed: Bool) {
    // What is only to be ended goes on: a proposal ends nothing.
    let goesOn = isProposed && validity.isEnding
    self.init(
      scope: scope, period: goesOn ? .always : validity.period, by: by, namesChange: validity.by != nil,
      isProposed: isProposed && !goesOn)
  }
}
