import Knowledge

/// What became of the statements of one field: each is paired with what it was, as far as there is something.
struct StatementPairs {
  /// The pairs that differ in value, source, scope, time or in what is said beside.
  private(set) var changed: [(old: ComparedStatement, new: ComparedStatement)] = []
  private(set) var removed: [ComparedStatement]
  private(set) var added: [ComparedStatement]

  /// - Parameter isList: whether each value stands by itself, so that another value is another statement.
  init(_ old: [ComparedStatement], _ new: [ComparedStatement], isList: Bool) {
    removed = old
    added = new
    _ = takePairs(&removed, &added, by: \.all)
    changed += takePairs(&removed, &added) { Framed(value: $0.value, frame: $0.frame) }
    if !isList { changed += takePairs(&removed, &added, by: \.frame) }
    changed += takePairs(&removed, &added, by: \.wording)
  }

  private struct Framed: Hashable {
    let value: ComparedValue
    let frame: ComparedStatement.Frame
  }
}

extension ChangeDetail.Aspect {
  init(_ key: ClaimKey, old: String?, new: String?) {
    self.init(name: key.rawValue, label: key.label, old: old, new: new)
  }
}

extension ComparedStatement {
  /// What differs beside the value, with the old and the new.
  static func aspects(_ old: [Remark], _ new: [Remark]) -> [ChangeDetail.Aspect] {
    let labels = (new + old).map { ($0.name, $0.label) }
    return labels.map(\.0).unique.compactMap { name in
      let before = old.first { $0.name == name }
      let after = new.first { $0.name == name }
      guard before?.compared != after?.compared else { return nil }
      return ChangeDetail.Aspect(
        name: name, label: after?.label ?? before?.label ?? name, old: before?.shown, new: after?.shown)
    }
  }

  /// Source, scope and time, as far as they differ.
  func aspects(ofFrameTo new: ComparedStatement) -> [ChangeDetail.Aspect] {
    var aspects: [ChangeDetail.Aspect] = []
    if frame.source != new.frame.source {
      aspects.append(.init(.source, old: source?.title, new: new.source?.title))
    }
    if frame.scope != new.frame.scope {
      aspects.append(.init(.scope, old: frame.scope, new: new.frame.scope))
    }
    if frame.asOf != new.frame.asOf {
      aspects.append(.init(.asOf, old: frame.asOf?.description, new: new.frame.asOf?.description))
    }
    return aspects
  }
}
