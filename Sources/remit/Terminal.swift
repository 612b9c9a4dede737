import Diagnostics
import Files
import Glibc

/// Standard output for results, standard error for everything about them. Text can only be printed so that neither a
/// terminal nor a CI service obeys anything in it; data for programs goes out as it is.
enum Terminal {
  /// Lines for people.
  ///
  /// - Throws: `FileError` where not all could be written; half an answer must not look like a whole one.
  static func output(_ text: String) throws { try data(text.printableLines) }

  /// Lines about what was done. It is done whoever hears of it: where standard output doesn't take them, they go to
  /// standard error.
  ///
  /// - Throws: `FileError` where they couldn't be written to standard output.
  static func report(_ text: String) throws {
    do {
      try output(text)
    } catch {
      self.error(text)
      throw error
    }
  }

  /// Lines for people.
  static func error(_ text: String) { _ = write(Array(text.printableLines.utf8), to: STDERR_FILENO) }

  /// Diagnostics for people, in colour where that is wanted.
  ///
  /// - Parameter isWhole: whether each is told, be they thousands.
  static func error(
    _ diagnostics: [Diagnostic], isWhole: Bool = true, source: @escaping @Sendable (String) -> SourceText?
  ) {
    let printer = TextPrinter(colour: usesColour, source: source)
    write(sequences: isWhole ? printer.print(diagnostics) : printer.digest(diagnostics))
  }

  /// What already is made of printable text and of sequences for the terminal.
  static func write(sequences text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// What another program reads.
  static func data(_ text: String) throws { try data(Array(text.utf8)) }

  static func data(_ bytes: [UInt8]) throws {
    guard let code = write(bytes, to: STDOUT_FILENO) else { return }
    let reason =
      switch code {
      case ENOSPC: "the disk is full"
      case EBADF: "it is closed"
      default: "error \(code)"
      }
    throw FileError("standard output", "write to", reason)
  }

  /// Opens those of the three standard descriptors that whoever started the program has closed: a file that is opened
  /// later would else get such a number, and what is meant for people would be written into it.
  static func openMissing() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is this one. Results must not vanish, so writing them fails.
      _ = unsafe open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether people read standard error, and want colours (no-color.org).
  static var usesColour: Bool { obeysSequences && !isSet("NO_COLOR") }

  /// Whether standard error is a terminal where a line can be erased, before somebody's eyes and not in the log of a
  /// CI service, which may have a terminal too.
  static var showsProgress: Bool { obeysSequences && !isSet("CI") }

  /// How many columns standard error has.
  static var columns: Int { columns(of: STDERR_FILENO) ?? 80 }

  /// How many columns standard output has; `nil` where it is no terminal.
  static var columnsOfOutput: Int? { columns(of: STDOUT_FILENO) }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : nil
  }

  /// Whether the terminal is somebody else's for now: the program was put into the background.
  static var isInBackground: Bool {
    let group = tcgetpgrp(STDERR_FILENO)
    return group >= 0 && group != getpgrp()
  }

  private static var obeysSequences: Bool {
    if isatty(STDERR_FILENO) != 1 { return false }
    guard let kind = unsafe getenv("TERM") else { return false }
    return unsafe !["", "dumb"].contains(String(cString: kind))
  }

  private static func isSet(_ variable: String) -> Bool {
    guard let value = unsafe getenv(variable) else { return false }
    return unsafe value.pointee != 0
  }

  /// The error number, where not all could be written. A reader that has gone away (`remit list … | head`) is
  /// no error.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno == EPIPE ? nil : errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
