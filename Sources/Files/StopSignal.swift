import Glibc

/// Ends another thread's waiting.
struct StopSignal: ~Copyable {
  private let receiver: Descriptor
  private let sender: Descriptor

  init() throws {
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw FileError("pipe", "open") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    receiver = Descriptor(owning: ends[0])
    sender = Descriptor(owning: ends[1])
  }

  func send() {
    // It fails only where nobody waits any more.
    _ = sender.writeAll([0])
  }

  /// Waits for what is given and tells whether the signal was sent.
  func wait(for other: NextLook) -> Bool {
    var waited = [
      pollfd(fd: receiver.number, events: Int16(POLLIN), revents: 0),
      // A negative number is none.
      pollfd(fd: other.readable ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = other.time.map { time in
      let rest = max(time - ContinuousClock.now, .zero).components
      return CInt(clamping: rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000 + 1)
    }
    _ = unsafe poll(&waited, nfds_t(waited.count), milliseconds ?? -1)
    return waited[0].revents != 0
  }
}

/// When there is something to look at: a descriptor is readable, or a time has come.
struct NextLook {
  var readable: CInt?
  var time: ContinuousClock.Instant?
}
