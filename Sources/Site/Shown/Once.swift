import Synchronization

/// Something costly, made when it is first asked for, and kept: a template may ask whether it is there, and then insert it.
final class Once<Made: Sendable>: Sendable {
  private let made = Mutex<Made?>(nil)
  private let make: @Sendable () -> Made

  init(_ make: @escaping @Sendable () -> Made) { self.make = make }

  var value: Made {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }
}
