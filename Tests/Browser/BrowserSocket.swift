import Glibc

/// The two ends of the line to a browser, which reads commands from descriptor 3 and answers on 4.
struct BrowserSocket {
  /// Stays with the tests.
  let ours: CInt
  private let theirs: CInt

  init() throws {
    var ends: [CInt] = [0, 0]
    let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Browser.Failure(description: "no pair of sockets: \(errno)")
    }
    ours = ends[0]
    // Above the numbers that the browser expects, so that neither is overwritten by the other.
    theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
    close(ends[1])
  }

  /// Starts the program with its end, which is then closed here.
  func spawn(_ program: String, _ arguments: [String]) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for number in 0...2 {
      unsafe posix_spawn_file_actions_addopen(&actions, CInt(number), "/dev/null", O_RDWR, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, theirs, 3)
    unsafe posix_spawn_file_actions_adddup2(&actions, theirs, 4)
    var argv = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe argv.indices { unsafe free(argv[index]) } }
    var process = pid_t()
    let failure = unsafe posix_spawn(&process, program, &actions, nil, &argv, environ)
    close(theirs)
    guard failure == 0 else { throw Browser.Failure(description: "\(program) does not start: \(failure)") }
    return process
  }
}
