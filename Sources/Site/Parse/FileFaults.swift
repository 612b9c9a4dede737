import Diagnostics
import FrontMatter
import Knowledge

/// What is wrong in a file of the content, by where it was found.
struct FileFaults {
  let encoding: [Diagnostic]
  let frontMatter: [Diagnostic]
  let body: [Diagnostic]
  let others: [Diagnostic]
  let unreadable: FrontMatter.Unreadable?

  /// What its author is told. Of what nobody can read that is all that can be said. Nothing that stays back stops a build.
  func told(of entity: WrittenEntity, isLenient: Bool, includesDrafts: Bool) -> [Diagnostic] {
    if let unreadable { return told(unreadable, of: entity, isLenient: isLenient) }
    let early = encoding + frontMatter + withFirstControl(body)
    let all = (isLenient ? early.map(softened) : early) + others
    if case .heldBack(let why) = entity.publication, why.isClear, !includesDrafts { return all.map(softened) }
    return all
  }

  private func told(
    _ unreadable: FrontMatter.Unreadable, of entity: WrittenEntity, isLenient: Bool
  ) -> [Diagnostic] {
    if isLenient { return others.filter { $0.id == .unclearPublishing } }
    if case .heldBack(let why) = entity.publication, why.isClear { return [] }
    return [
      Diagnostic(
        .invalidUTF8, .error, "this file cannot be read: \(unreadable.reason)",
        at: Place(entity.path, unreadable.position), help: unreadable.help)
    ]
  }

  /// The first character that no text has stands for all of them.
  private func withFirstControl(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let controls = diagnostics.filter { $0.id == .invalidUTF8 }
    guard controls.count > 1, var first = controls.first else { return diagnostics }
    first.message += " (and on \(controls.count - 1) more lines)"
    return [first] + diagnostics.filter { $0.id != .invalidUTF8 }
  }

  private func softened(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.severity = max(diagnostic.severity, .warning)
    return diagnostic
  }
}
