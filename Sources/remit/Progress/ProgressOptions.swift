import ArgumentParser
import Diagnostics

/// How much a command says of its work.
struct ProgressOptions: ParsableArguments {
  @Flag(
    name: .shortAndLong,
    help: "Say what each stage did and how long it took; for a build, also what is held back.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Print only the answer and what is wrong: no progress, no counts.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--quiet and --verbose cannot be combined") }
  }

  /// - Parameters:
  ///   - profile: as what it tells where the time went; `nil` where nobody asks.
  ///   - ending: what a signal that ends the program does to it.
  func line(profile: DiagnosticFormat? = nil, ending: LineSignals.Ending = .bySignal) -> ProgressLine {
    ProgressLine(
      isShown: !quiet && Terminal.showsProgress, isVerbose: verbose, profile: profile, ending: ending)
  }
}
