import Synchronization

/// Where long work tells how far it is; whoever shows it looks now and then. Work that nobody watches is given none, and
/// pays nothing.
///
/// What is told has no influence on what the work gives.
package final class ProgressMeter: Sendable {
  private struct Work {
    let stage: Stage
    let subject: String?
    let start = ContinuousClock.now
    var total: Int?
    /// Names the element of a number.
    var name: @Sendable (_ number: Int) -> String? = { _ in nil }
    /// Of which sort it is.
    var sort: @Sendable (_ number: Int) -> String? = { _ in nil }
    let usage = ProcessUsage()
    /// What it's at, where the work says so itself.
    var item: String?
  }

  private struct Told {
    var work: Work?
    var subject: String?
    var finished: [FinishedStage] = []
    /// How long elements of the stage took, by their numbers.
    var times: [(number: Int, time: Duration)] = []
  }

  private let told = Mutex(Told())
  /// Workers on all processors add to these, and to nothing else.
  private let done = Atomic(0)
  private let latest = Atomic(-1)

  /// Whether it keeps how long each element takes.
  package let timesElements: Bool

  package init(timesElements: Bool = false) { self.timesElements = timesElements }

  /// Begins a stage, and ends the one before.
  ///
  /// - Parameters:
  ///   - total: how many elements there are, where that is known.
  ///   - name: names the element of a number; asked only when somebody looks.
  ///   - sort: says of which sort it is, for those who add up: the template of a page.
  package func begin(
    _ stage: Stage, of total: Int? = nil, name: @escaping @Sendable (_ number: Int) -> String? = { _ in nil },
    sort: @escaping @Sendable (_ number: Int) -> String? = { _ in nil }
  ) {
    told.withLock { told in
      // A stage may begin before it's known how many elements it has.
      if let work = told.work, work.stage == stage, work.subject == told.subject, work.total == nil {
        told.work?.total = total
        told.work?.name = name
        told.work?.sort = sort
        return
      }
      finish(&told)
      told.work = Work(stage: stage, subject: told.subject, total: total, name: name, sort: sort)
    }
  }

  /// Says what the stages from now on are about; ends the one before.
  package func begin(subject: String?) {
    told.withLock { told in
      finish(&told)
      told.subject = subject
    }
  }

  /// The element of that number is begun.
  package func start(_ number: Int) { latest.store(number, ordering: .relaxed) }

  /// How long the element of that number took.
  package func took(_ time: Duration, number: Int) { told.withLock { $0.times.append((number, time)) } }

  /// So many more elements are done.
  package func advance(by count: Int = 1) { done.add(count, ordering: .relaxed) }

  /// Says what the work is at, where no number says so.
  package func tell(_ item: String?) { told.withLock { $0.work?.item = item } }

  /// Ends the last stage.
  package func end() { told.withLock { finish(&$0) } }

  /// `nil` between stages.
  package var state: StageState? {
    told.withLock { told in
      guard let work = told.work else { return nil }
      let number = latest.load(ordering: .relaxed)
      return StageState(
        work.stage, subject: work.subject, done: done.load(ordering: .relaxed), total: work.total,
        item: work.item ?? (number < 0 ? nil : work.name(number)))
    }
  }

  /// The stages that have ended, in their order.
  package var finished: [FinishedStage] { told.withLock { $0.finished } }

  private func finish(_ told: inout Told) {
    let count = done.exchange(0, ordering: .relaxed)
    latest.store(-1, ordering: .relaxed)
    guard let work = told.work else { return }
    let usage = ProcessUsage()
    told.finished.append(
      FinishedStage(
        stage: work.stage, subject: work.subject, count: work.total == nil && count == 0 ? nil : count,
        time: .now - work.start, processor: usage.processor - work.usage.processor, memory: usage.memory,
        elements: told.times.map { number, time in
          ElementTime(name: work.name(number) ?? String(number), sort: work.sort(number), time: time)
        }))
    told.work = nil
    told.times = []
  }
}
