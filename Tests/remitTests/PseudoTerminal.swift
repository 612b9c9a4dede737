import Foundation
import Glibc
import Testing

/// The real binary in a terminal: it leads a session of its own, so that Ctrl-C and the width are the terminal's.
final class PseudoTerminal {
  private let terminal: Int32
  private let process: pid_t
  private(set) var bytes: [UInt8] = []
  private var status: Int32?

  /// - Parameter environment: beside `PATH`; `TERM` is `xterm` if not said otherwise.
  init(_ arguments: [String], columns: UInt16, environment: [String: String] = [:]) throws {
    // The program must not have this end.
    terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(terminal >= 0)
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    // TIOCSPTLCK and TIOCGPTN: unlocks the other end, and gives its number.
    try #require(unsafe ioctl(terminal, 0x4004_5431, &isLocked) == 0)
    try #require(unsafe ioctl(terminal, 0x8004_5430, &number) == 0)
    let name = "/dev/pts/\(number)"
    PseudoTerminal.setColumns(columns, terminal)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    for number: Int32 in 0...2 { unsafe posix_spawn_file_actions_addopen(&actions, number, name, O_RDWR, 0) }
    var attributes = posix_spawnattr_t()
    var noSignals = sigset_t()
    unsafe posix_spawnattr_init(&attributes)
    unsafe sigemptyset(&noSignals)
    unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
    // A new session (POSIX_SPAWN_SETSID, 0x80), whose terminal is the first that it opens, and no signal blocked.
    unsafe posix_spawnattr_setflags(&attributes, Int16(0x80 | POSIX_SPAWN_SETSIGMASK))
    let variables = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    var argv = unsafe ([Remit.binary.path] + arguments).map { unsafe strdup($0) } + [nil]
    var envp = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    var process = pid_t()
    let code = unsafe posix_spawn(&process, Remit.binary.path, &actions, &attributes, &argv, &envp)
    let texts = unsafe argv + envp
    for index in unsafe texts.indices { unsafe free(texts[index]) }
    unsafe posix_spawn_file_actions_destroy(&actions)
    unsafe posix_spawnattr_destroy(&attributes)
    self.process = process
    try #require(code == 0, "\(code)")
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = waitpid(process, nil, 0)
    }
    close(terminal)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func resize(to columns: UInt16) { PseudoTerminal.setColumns(columns, terminal) }

  /// Types something, such as Ctrl-C.
  func type(_ text: String) {
    _ = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe write(terminal, $0.baseAddress, $0.count) }
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Reads what is printed until that holds of it.
  func read(until isEnough: (String) -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while !isEnough(text) {
      try #require(ContinuousClock.now < deadline, "still waiting; so far: \(text)")
      try #require(readPiece(), "the program has ended; so far: \(text)")
    }
  }

  /// As `read`, while the program may work for a small part of the time only, as on a machine that is busy: so even a
  /// quick one takes over a second. The one for debugging is slow enough to be given more.
  func readSlowly(until isEnough: (String) -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while !isEnough(text), ContinuousClock.now < deadline {
      usleep(Remit.isReleased ? 4_000 : 40_000)
      send(SIGSTOP)
      while waits(milliseconds: 0), readPiece() {}
      if !isEnough(text) { usleep(250_000) }
      send(SIGCONT)
    }
    try #require(isEnough(text), "so far: \(text)")
  }

  /// Reads to the end. The status, or of a program that a signal ended, 128 and the signal's number, as in shells.
  func end() throws -> Int32 {
    while readPiece() {}
    var raw: Int32 = 0
    try #require(unsafe waitpid(process, &raw, 0) == process)
    let signal = raw & 0x7F
    let ended = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
    status = ended
    return ended
  }

  /// What is left on the screen when the program has ended.
  func screen(columns: Int) -> TerminalScreen { TerminalScreen(text, columns: columns) }

  /// `false` at the end.
  private func readPiece() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    guard waits(milliseconds: 100) else { return true }
    let count = unsafe piece.withUnsafeMutableBytes {
      unsafe Glibc.read(terminal, $0.baseAddress, $0.count)
    }
    if count > 0 { bytes += piece[..<count] }
    return count > 0
  }

  private func waits(milliseconds: Int32) -> Bool {
    var waited = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waited, 1, milliseconds) > 0
  }

  private static func setColumns(_ columns: UInt16, _ terminal: Int32) {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }
}

/// What a terminal shows of what was printed: it knows carriage return, line feed, "erase to the end of the line" and
/// colours, and begins a new line where one is full.
struct TerminalScreen {
  private(set) var lines: [String] = []
  /// Lines as they were when they were erased.
  private(set) var erased: [String] = []
  /// How often a line was too long for the terminal.
  private(set) var overflows = 0
  /// What a terminal was told that this one does not know.
  private(set) var unknown: [String] = []

  init(_ text: String, columns: Int) {
    // A wide character takes a cell more, which is empty.
    var line: [String] = []
    var column = 0
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\r": column = 0
      case "\n":
        lines.append(line.joined())
        line = []
        column = 0
      case "\u{1B}":
        var sequence = ""
        while let next = scalars.next() {
          sequence.unicodeScalars.append(next)
          if next != "[", !next.properties.isASCIIDigit, next != ";" { break }
        }
        if sequence == "[K" {
          if !line.isEmpty { erased.append(line.joined()) }
          line.removeSubrange(min(column, line.count)...)
        } else if !sequence.hasSuffix("m") {
          unknown.append(sequence)
        }
      default:
        let width = (0x2E80...0xFFDC).contains(scalar.value) ? 2 : 1
        if column + width > columns {
          overflows += 1
          lines.append(line.joined())
          (line, column) = ([], 0)
        }
        while line.count < column + width { line.append("") }
        line[column] = String(scalar)
        if width == 2 { line[column + 1] = "" }
        column += width
      }
    }
    lines.append(line.joined())
  }

  /// The lines that say something.
  var shown: [String] { lines.filter { !$0.isEmpty } }
}

extension Unicode.Scalar.Properties {
  fileprivate var isASCIIDigit: Bool { numericType == .decimal }
}
