import Knowledge

/// What a target says of how much and by when, on the day; where only a proposal says it, what that would have.
struct GoalFacts: Sendable {
  let value: Fact?
  let deadline: Fact?
  let fulfilled: Fact?
  /// Whether nothing but proposals says how much and by when.
  let areProposed: Bool

  init(_ entity: Entity, _ view: TrackerView) {
    let said = [view.value, view.deadline].compactMap { $0.flatMap(entity.fact) }
    areProposed = !said.isEmpty && said.allSatisfy(\.isProposed)
    fulfilled = view.fulfilled.flatMap(entity.today)
    if areProposed {
      value = view.value.flatMap(entity.fact)?.asProposed
      deadline = entity.fact(view.deadline)?.asProposed
    } else {
      value = view.value.flatMap(entity.today)
      deadline = entity.today(view.deadline)
    }
  }

  /// The claimed deadlines, each once.
  var deadlines: [EDTFDate] { deadline?.dates.map(\.date).unique ?? [] }

  var areDisputed: Bool { [value, deadline, fulfilled].contains { $0?.isDisputed ?? false } }
}
