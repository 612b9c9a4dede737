import Synchronization

/// What many pages of a site are made from, made when the first of them asks: each of a thousand pages would else put
/// together the whole that it is a part of.
final class MadeOnce<Key: Hashable & Sendable, Made: Sendable>: Sendable {
  private let known = Mutex<[Key: Made]>([:])

  func value(of key: Key, _ make: @Sendable () -> Made) -> Made {
    known.withLock { known in
      if let made = known[key] { return made }
      let made = make()
      known[key] = made
      return made
    }
  }
}
