import Knowledge

/// A record with all that says who says it.
struct SaidRecord {
  let record: Record
  let said: Provenance
}

/// Where in an entity something stands: the field, and the records around it.
struct ChangePath {
  private var names: [String] = []
  private var labels: [String] = []
  private var record: String?

  /// Whether it leads to a fact of the entity itself, and not of one of its records.
  var isOfEntity: Bool { names.count == 1 }

  func appending(_ field: Field) -> ChangePath {
    var path = self
    path.names.append(field.name)
    path.labels.append(field.label)
    return path
  }

  func inside(_ record: String?) -> ChangePath {
    var path = self
    path.record = record ?? self.record
    return path
  }

  func detail(_ action: ChangeDetail.Action, _ topic: ChangeDetail.Topic) -> ChangeDetail {
    var detail = ChangeDetail(action, topic)
    detail.field = names.joined(separator: ".")
    detail.label = labels.joined(separator: ", ")
    detail.record = record
    return detail
  }

  /// A statement that came or went.
  ///
  /// - Parameter isSaidStill: whether the same is said by others, before and after.
  func detail(
    _ action: ChangeDetail.Action, _ statement: ComparedStatement, isSaidStill: Bool
  ) -> ChangeDetail {
    if action == .added, let replaced = statement.replaced { return move(replaced, statement) }
    var detail = framed(action, isSaidStill ? .evidence : statement.topic, statement)
    if action == .added { detail.new = statement.shown } else { detail.old = statement.shown }
    let qualifiers = statement.qualifiers
    detail.aspects = ComparedStatement.aspects(
      action == .added ? [] : qualifiers, action == .added ? qualifiers : [])
    return detail
  }

  /// A change that was made: what held is history, and stays.
  private func move(_ replaced: ComparedStatement.Replaced, _ statement: ComparedStatement) -> ChangeDetail {
    var detail = framed(.changed, statement.topic, statement)
    detail.old = replaced.shown
    detail.new = statement.shown
    detail.move = replaced.move
    detail.aspects = [
      .init(.from, old: nil, new: replaced.from), .init(.by, old: nil, new: replaced.by),
    ]
    return detail
  }

  /// A statement that says something else than it did.
  func change(_ old: ComparedStatement, _ new: ComparedStatement) -> ChangeDetail {
    // What was only proposed, or said without a day, has been made so.
    if let replaced = new.replaced, old.replaced == nil, old.value == new.value { return move(replaced, new) }
    let qualifiers = ComparedStatement.aspects(old.qualifiers, new.qualifiers)
    let isOther = old.value != new.value || !qualifiers.isEmpty
    let evidence = ComparedStatement.aspects(old.evidence, new.evidence)
    // When something holds is no matter of evidence.
    let isMoved = evidence.contains { ClaimKey(rawValue: $0.name)?.isOfTime ?? false }
    var detail = framed(.changed, isOther || isMoved ? new.topic : .evidence, new)
    detail.old = old.shown
    detail.new = new.shown
    detail.aspects = qualifiers
    detail.aspects += old.aspects(ofFrameTo: new)
    // Another value has other words for it.
    detail.aspects += isOther ? evidence.filter { ClaimKey(rawValue: $0.name)?.isOfTime ?? false } : evidence
    return detail
  }

  func record(
    _ action: ChangeDetail.Action, _ said: SaidRecord, _ side: ComparedSide, _ field: Field?
  ) -> ChangeDetail {
    var detail = detail(action, .record)
    let shown = field.map { side.shown(.record(said.record), $0) }
    if action == .added { detail.new = shown } else { detail.old = shown }
    detail.source = said.said.source.map(side.name)
    return detail
  }

  private func framed(
    _ action: ChangeDetail.Action, _ topic: ChangeDetail.Topic, _ statement: ComparedStatement
  ) -> ChangeDetail {
    var detail = detail(action, topic)
    detail.target = statement.target
    detail.source = statement.source
    detail.scope = statement.frame.scope
    detail.asOf = statement.frame.asOf?.description
    detail.language = statement.frame.language
    return detail
  }
}

extension ComparedStatement {
  var topic: ChangeDetail.Topic { target == nil ? .fact : .relation }
}
