import Diagnostics
import Dispatch
import Progress
import Synchronization

/// One line on the terminal that says how far the work is, as long as it goes on. It looks at the meter a few times a
/// second, on a thread of its own: the work may keep all others busy.
final class ProgressLine: Sendable {
  private struct State {
    /// Before it nothing is shown.
    var due: ContinuousClock.Instant
    /// What is worked on now.
    var meter: ProgressMeter?
    var shown: ProgressText?
    var signals: LineSignals?
  }

  /// Work that is done sooner needs no words.
  private static let patience = Duration.seconds(1)
  private static let pause = 0.2

  private let isShown: Bool
  private let isVerbose: Bool
  /// As what it tells where the time went; `nil` where nobody asks.
  private let profile: DiagnosticFormat?
  private let ending: LineSignals.Ending
  private let state = Mutex(State(due: .now + ProgressLine.patience))
  /// A queue of its own has a thread of its own.
  private let queue = DispatchQueue(label: "progress")

  /// - Parameter ending: what a signal that ends the program does to it.
  init(
    isShown: Bool, isVerbose: Bool, profile: DiagnosticFormat? = nil, ending: LineSignals.Ending = .bySignal
  ) {
    self.isShown = isShown
    self.isVerbose = isVerbose
    self.profile = profile
    self.ending = ending
  }

  /// Shows how far some work is. When it is done or has failed, the line is gone; only then may anything else be printed.
  func during<Result>(_ work: (ProgressMeter?) async throws -> Result) async rethrows -> Result {
    guard isShown || isVerbose || profile != nil else { return try await work(nil) }
    let meter = ProgressMeter(timesElements: profile != nil)
    state.withLock { $0.meter = meter }
    if isShown { lookLater(at: meter) }
    defer { end(meter) }
    return try await work(meter)
  }

  /// Patience begins anew: with other work that somebody waits for.
  func restart() { state.withLock { $0.due = .now + Self.patience } }

  /// Prints something while the work goes on.
  func aside(_ print: () -> Void) {
    state.withLock { state in
      erase(&state)
      print()
    }
  }

  private func end(_ meter: ProgressMeter) {
    meter.end()
    state.withLock { state in
      state.meter = nil
      erase(&state)
      state.signals?.restore()
      state.signals = nil
    }
    if isVerbose { Terminal.error(meter.finished.map { $0.text + "\n" }.joined()) }
    if let profile {
      let told = BuildProfile(stages: meter.finished)
      Terminal.error(profile == .text ? told.text : told.json.compactText + "\n")
    }
  }

  private func lookLater(at meter: ProgressMeter) {
    queue.asyncAfter(deadline: .now() + Self.pause) {
      let goesOn = self.state.withLock { state in
        guard state.meter === meter else { return false }
        self.show(meter.state, &state)
        return true
      }
      if goesOn { self.lookLater(at: meter) }
    }
  }

  private func show(_ stage: StageState?, _ state: inout State) {
    guard state.due <= .now, let stage, !Terminal.isInBackground else { return }
    // In the last column some terminals begin the next line.
    let text = ProgressText(stage, columns: Terminal.columns - 1)
    guard text != state.shown else { return }
    // From now on a signal must take the line away.
    if state.signals == nil { state.signals = LineSignals(ending) }
    Terminal.write(sequences: LineSignals.erasing + text.line(colour: Terminal.usesColour))
    state.shown = text
  }

  private func erase(_ state: inout State) {
    guard state.shown != nil else { return }
    state.shown = nil
    // In the background the line is the shell's by now.
    if !Terminal.isInBackground { Terminal.write(sequences: LineSignals.erasing) }
  }
}
