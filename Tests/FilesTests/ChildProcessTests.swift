import Files
import Glibc
import Testing

@Suite struct ChildProcessTests {
  @Test func outputErrorsAndStatusComeBack() async throws {
    let outcome = try await ChildProcess("sh", ["-c", "printf 'a\\000b'; echo wrong >&2; exit 3"]).run()
    #expect(outcome.output == [97, 0, 98])
    #expect(outcome.errors == "wrong\n")
    #expect(outcome.status == 3)
  }

  @Test func argumentsMeanNothingToAShell() async throws {
    let hostile = ["$(id)", "`id`", "; id", "a b", "*", "", "--", "é"]
    let outcome = try await ChildProcess("printf", ["%s\\n"] + hostile).run()
    #expect(String(decoding: outcome.output, as: UTF8.self) == hostile.map { $0 + "\n" }.joined())
  }

  @Test func moreInputThanAPipeHoldsGoesThrough() async throws {
    var child = ChildProcess("cat", [])
    child.input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try await child.run().output == child.input)
  }

  /// Whether it ends before, while or after it is given something to read.
  @Test(arguments: [1, 100, 1_000_000]) func aProgramThatReadsNothingIsJudgedByItsStatus(_ size: Int)
    async throws
  {
    // As the program does when it starts.
    signal(SIGPIPE, SIG_IGN)
    for script in ["exit 3", "exec <&-; sleep 0.02; exit 3", "sleep 0.02; exit 3"] {
      var child = ChildProcess("sh", ["-c", "echo said; \(script)"])
      child.input = [UInt8](repeating: 10, count: size)
      let outcome = try await child.run()
      #expect(outcome.status == 3)
      #expect(outcome.output == Array("said\n".utf8))
    }
  }

  @Test func variablesAreSetAndTakenAway() async throws {
    var child = ChildProcess("env", [])
    child.environment = ["REMIT_TEST": "a=b", "PATH": nil]
    let lines = String(decoding: try await child.run().output, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("REMIT_TEST=a=b"))
    #expect(!lines.contains { $0.hasPrefix("PATH=") })
  }

  @Test func whatASignalEndsHasAStatusAsInShells() async throws {
    #expect(try await ChildProcess("sh", ["-c", "kill -TERM $$"]).run().status == 128 + SIGTERM)
  }

  @Test func aProgramThatIsNotThereIsNamed() async {
    await #expect(throws: ChildProcessError.notFound("remit-no-such")) {
      try await ChildProcess("remit-no-such", []).run()
    }
  }

  @Test func aProgramThatTakesTooLongIsEnded() async {
    var child = ChildProcess("sleep", ["100000"])
    child.timeLimit = .milliseconds(50)
    // Were it not ended, this would wait for a day.
    await #expect(throws: ChildProcessError.tookTooLong("sleep", .milliseconds(50))) { try await child.run() }
  }

  @Test func tooMuchOutputIsAFailure() async {
    var child = ChildProcess("cat", ["/dev/zero"])
    child.outputLimit = 100_000
    await #expect(throws: ChildProcessError.self) { try await child.run() }
  }
}
