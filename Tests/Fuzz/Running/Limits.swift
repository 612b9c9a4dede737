import Glibc

/// What one input may take. The kernel looks after it, and ends the process: nothing of the program can hinder that.
enum Limits {
  /// Of processor time, in milliseconds, so that a busy machine makes no input slow. Tests of the watching itself wait
  /// less.
  static let time = unsafe getenv("REMIT_FUZZ_LIMIT").flatMap { unsafe Int(String(cString: $0)) } ?? 1_000

  /// Begins the time of one input. `SIGPROF` ends what works longer, and `SIGALRM` what waits for something that never
  /// comes.
  static func begin() {
    var timer = itimerval()
    timer.it_value.tv_sec = time / 1_000
    timer.it_value.tv_usec = time % 1_000 * 1_000
    unsafe setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    alarm(60)
  }

  static func end() {
    var timer = itimerval()
    unsafe setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    alarm(0)
  }

  /// A process that asks for more memory than any input needs is ended.
  static func limitMemory() {
    var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    var cores = rlimit(rlim_cur: 0, rlim_max: 0)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &cores)
  }

  /// What the process has worked, in milliseconds.
  static var milliseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
