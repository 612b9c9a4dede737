/// Changes on their way: held back until it is quiet, so that those that belong together come together.
struct GatheredChanges {
  typealias Instant = ContinuousClock.Instant

  private struct Change {
    var first: Instant
    /// Not so while somebody may still be writing.
    var isFinished: Bool
  }

  /// Without any change, for this long, what is finished is due.
  let quiet: Duration
  /// After this time a change is due in any case.
  let longest: Duration
  /// By the bytes of their paths: strings of other bytes can be equal.
  private var changes: [[UInt8]: Change] = [:]
  private var earliest: Instant?
  private var latest: Instant?
  private var countOfFinished = 0

  init(quiet: Duration, longest: Duration) {
    self.quiet = quiet
    self.longest = longest
  }

  /// Notes a path where all is done, or where somebody may still be writing.
  mutating func add(_ path: String, isFinished: Bool = true, at now: Instant) {
    let old = changes.updateValue(Change(first: now, isFinished: isFinished), forKey: Array(path.utf8))
    if let old { changes[Array(path.utf8)]?.first = old.first }
    countOfFinished += (isFinished ? 1 : 0) - (old?.isFinished == true ? 1 : 0)
    earliest = earliest ?? now
    latest = now
  }

  /// When there is something to take; `nil` where nothing has changed.
  var due: Instant? {
    guard let earliest, let latest else { return nil }
    return countOfFinished > 0 ? min(earliest + longest, latest + quiet) : earliest + longest
  }

  /// Takes what is due: all that is finished, and what has been written to for too long.
  mutating func take(at now: Instant) -> ChangedPaths {
    guard let due, due <= now else { return ChangedPaths() }
    let taken = changes.filter { $0.value.isFinished || $0.value.first + longest <= now }
    changes = changes.filter { taken[$0.key] == nil }
    earliest = changes.values.map(\.first).min()
    countOfFinished = 0
    return ChangedPaths(taken.keys.map { String(decoding: $0, as: UTF8.self) })
  }
}
