import Subprocess

/// Runs another program: its arguments go to it as they are, never through a shell.
package struct ChildProcess: Sendable {
  /// A name that is looked up in `PATH`; no path.
  package var program: String
  package var arguments: [String]
  /// What the program reads on its standard input. One that ends before it has read all has its reasons, and tells them.
  package var input: [UInt8] = []
  /// Variables beside those of this process; `nil` takes one away.
  package var environment: [String: String?] = [:]
  /// After this time the program is ended.
  package var timeLimit: Duration = .seconds(60)
  /// In bytes. More output than this is a failure.
  package var outputLimit = 1 << 30

  package init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// What a program left behind when it ended by itself.
  package struct Outcome: Sendable {
    /// The exit status; of a program that a signal ended, 128 and the signal's number, as in shells.
    package var status: Int32
    package var output: [UInt8]
    /// What it wrote to standard error.
    package var errors: String
  }

  /// Waits for the program's end. Any exit status is an outcome.
  ///
  /// - Throws: `ChildProcessError`; a task that is cancelled ends the program and throws `CancellationError`.
  package func run() async throws -> Outcome {
    try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { try await runToTheEnd() }
      group.addTask {
        try await Task.sleep(for: timeLimit)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let outcome = first else {
        throw ChildProcessError.tookTooLong(program, timeLimit)
      }
      return outcome
    }
  }

  private func runToTheEnd() async throws -> Outcome {
    let variables = environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    do {
      let result = try await Subprocess.run(
        .name(program), arguments: Arguments(arguments),
        environment: .inherit.updating(Dictionary(uniqueKeysWithValues: variables)),
        input: .inputWriter, output: .bytes(limit: outputLimit), error: .bytes(limit: outputLimit)
      ) { execution in
        // Were this to fail, all would fail, and what the program printed would be lost.
        do { _ = try await execution.standardInputWriter.write(input) } catch {}
      }
      try Task.checkCancellation()
      return Outcome(
        status: result.terminationStatus.asShellsSay, output: result.standardOutput,
        errors: String(decoding: result.standardError, as: UTF8.self))
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      if error.code == .executableNotFound { throw ChildProcessError.notFound(program) }
      if error.code == .outputLimitExceeded { throw ChildProcessError.tooMuchOutput(program, outputLimit) }
      throw ChildProcessError.failed(program, error.description)
    }
  }
}

/// Why a program could not be run to its end.
package enum ChildProcessError: Error, Hashable, CustomStringConvertible {
  case notFound(String)
  case tookTooLong(String, Duration)
  /// With the limit, in bytes.
  case tooMuchOutput(String, Int)
  case failed(String, String)

  package var description: String {
    switch self {
    case .notFound(let program): "the program '\(program)' is not installed"
    case .tookTooLong(let program, let limit):
      "'\(program)' was stopped: it took longer than \(limit.components.seconds) seconds"
    case .tooMuchOutput(let program, let limit):
      "'\(program)' was stopped: it printed more than \(limit) bytes"
    case .failed(let program, let reason): "'\(program)' could not be run: \(reason)"
    }
  }
}

extension TerminationStatus {
  fileprivate var asShellsSay: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
