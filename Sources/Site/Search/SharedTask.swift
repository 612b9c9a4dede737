import Synchronization

/// Something that takes all processors to make: made when it is first asked for, by one task for all who ask.
final class SharedTask<Made: Sendable>: Sendable {
  private let task = Mutex<Task<Made, Never>?>(nil)

  func value(_ make: @escaping @Sendable () async -> Made) async -> Made {
    let task = self.task.withLock { known in
      let task = known ?? Task { await make() }
      known = task
      return task
    }
    return await task.value
  }
}
