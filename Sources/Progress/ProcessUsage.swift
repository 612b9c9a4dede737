import Glibc

/// What the process has used since it began.
struct ProcessUsage: Sendable {
  /// Of all its threads, in the program and in the kernel.
  var processor = Duration.zero
  /// In bytes: the most that it had at one time.
  var memory = 0

  init() {
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return }
    for time in [usage.ru_utime, usage.ru_stime] {
      processor += .seconds(time.tv_sec) + .microseconds(time.tv_usec)
    }
    memory = usage.ru_maxrss * 1024
  }
}
