import Glibc

/// What signals do while there is a line on the terminal that is to go: they take it away first.
struct LineSignals {
  enum Ending {
    /// As if nobody had caught the signal: whoever waits for the program sees that it was killed by it.
    case bySignal
    /// With status 0.
    case inPeace
  }

  /// To the start of the line, and erase what is on it.
  static let erasing = "\r\u{1B}[K"

  private typealias Handler = @convention(c) (Int32) -> Void

  private let earlier: [(number: Int32, handler: Handler?)]

  init(_ ending: Ending) {
    let end: Handler =
      switch ending {
      case .bySignal:
        { number in
          takeTerminalAway()
          signal(number, SIG_DFL)
          kill(getpid(), number)
        }
      case .inPeace:
        { _ in
          takeTerminalAway()
          _exit(0)
        }
      }
    let pause: Handler = { _ in
      eraseLine(on: STDERR_FILENO)
      kill(getpid(), SIGSTOP)
    }
    earlier = [(SIGINT, end), (SIGTERM, end), (SIGHUP, end), (SIGTSTP, pause)].map { number, handler in
      let before = signal(number, handler)
      // Whoever started the program may have said that it's to go on, such as nohup.
      if isIgnoring(before) { signal(number, SIG_IGN) }
      return (number, before)
    }
  }

  /// Signals do again what they did before there was a line.
  func restore() { for (number, handler) in earlier { signal(number, handler) } }
}

// Only what is safe in the handler of a signal is called below: no memory is asked for, and no lock.

/// What another thread draws from now on is not seen, and what it has drawn is erased.
private func takeTerminalAway() {
  let terminal = dup(STDERR_FILENO)
  let nowhere = unsafe open("/dev/null", O_WRONLY)
  if nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
  eraseLine(on: terminal)
}

private func eraseLine(on terminal: Int32) {
  let sequence: StaticString = "\r\u{1B}[K"
  unsafe _ = write(terminal, sequence.utf8Start, sequence.utf8CodeUnitCount)
}

private func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
  unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}
