import CommonMark
import Folding
import Knowledge

/// What is different about one entity.
struct EntityDifference {
  private let before: ComparedSide
  private let after: ComparedSide
  private let old: EntityID
  private let new: EntityID
  private(set) var details: [ChangeDetail] = []

  init(_ before: ComparedSide, _ old: EntityID, _ after: ComparedSide, _ new: EntityID) {
    self.before = before
    self.after = after
    self.old = old
    self.new = new
    compareFacts()
    compareTitles()
    details += EntityDifference.names(before, old, after, new)
    compareText()
    compareMentions()
  }

  private func kind(_ side: ComparedSide, _ entity: EntityID) -> Kind {
    side.graph.schema[side.graph[entity].kind]
  }

  private mutating func compareFacts() {
    let (kindBefore, kindAfter) = (kind(before, old), kind(after, new))
    compare(
      before.facts(old), kindBefore.fields, after.facts(new), kindAfter.fields, within: ChangePath())
  }

  /// Facts of the entity, or of two records that are one: by the names of their fields.
  private mutating func compare(
    _ old: [Fact], _ oldFields: [Field], _ new: [Fact], _ newFields: [Field], within path: ChangePath
  ) {
    for name in (newFields + oldFields).map(\.name).unique {
      let oldField = oldFields.first { $0.name == name }
      let newField = newFields.first { $0.name == name }
      let oldFact = old.first { oldFields[$0.field].name == name }
      let newFact = new.first { newFields[$0.field].name == name }
      guard let field = newField ?? oldField, oldFact != nil || newFact != nil else { continue }
      let path = path.appending(field)
      if oldField?.recordFields != nil || newField?.recordFields != nil {
        compareRecords(oldFact, oldField, newFact, newField, path)
      } else {
        compareStatements(oldFact, oldField, newFact, newField, path)
      }
      if let oldFact, let newFact { compareAssessments(oldFact, newFact, path) }
    }
  }

  private mutating func compareStatements(
    _ oldFact: Fact?, _ oldField: Field?, _ newFact: Fact?, _ newField: Field?, _ path: ChangePath
  ) {
    var was = before.statements(oldFact, oldField)
    var now = after.statements(newFact, newField)
    if path.isOfEntity {
      tellMoves(&was, &now, newFact.flatMap { after.graph[new].fact($0.field) }, newField, path)
    }
    let isList = (newField ?? oldField)?.isList ?? false
    let pairs = StatementPairs(was, now, isList: isList)
    for pair in pairs.changed { details.append(path.change(pair.old, pair.new)) }
    let (saidBefore, saidNow) = (Set(was.map(\.wording)), Set(now.map(\.wording)))
    for statement in pairs.removed {
      details.append(path.detail(.removed, statement, isSaidStill: saidNow.contains(statement.wording)))
    }
    for statement in pairs.added {
      details.append(path.detail(.added, statement, isSaidStill: saidBefore.contains(statement.wording)))
    }
  }

  /// Of two days: what a change made otherwise is one move, and not a value that goes and another that comes.
  private mutating func tellMoves(
    _ was: inout [ComparedStatement], _ now: inout [ComparedStatement], _ whole: Fact?, _ field: Field?,
    _ path: ChangePath
  ) {
    guard let whole, let field, after.isOfDay else { return }
    let all = after.statements(whole, field)
    func isNew(_ statement: ComparedStatement) -> Bool {
      now.contains { $0.all == statement.all } && !was.contains { $0.all == statement.all }
    }
    for var move in all.filter({ $0.replaced != nil && isNew($0) }) {
      // Several changes after one another are one move, by the last of them.
      var seen = 0
      while let replaced = move.replaced, !was.contains(where: { move.replaces($0) }), seen < all.count,
        let earlier = all.first(where: { move.replaces($0) && $0.replaced != nil })?.replaced
      {
        move.replaced = replaced.since(earlier)
        seen += 1
      }
      guard was.contains(where: { move.replaces($0) }) else { continue }
      details.append(path.detail(.added, move, isSaidStill: false))
      now.removeAll { $0.all == move.all }
      was.removeAll { old in move.replaces(old) && !now.contains { $0.all == old.all } }
    }
  }

  private mutating func compareAssessments(_ old: Fact, _ new: Fact, _ path: ChangePath) {
    func remarks(_ fact: Fact, _ side: ComparedSide) -> [ComparedStatement.Remark] {
      let assessment = fact.assessment
      func remark(_ key: AssessmentKey, _ compared: ComparedValue, _ shown: String)
        -> ComparedStatement.Remark
      {
        .init(name: key.rawValue, label: key.label, compared: compared, shown: shown)
      }
      func text(_ key: AssessmentKey, _ text: String?) -> ComparedStatement.Remark? {
        text.map { remark(key, .text($0), $0.onOneLine) }
      }
      let prefer = assessment?.prefer?.reference
      return [
        text(.discrepancyClass, assessment?.discrepancyClass), text(.state, assessment?.state),
        text(.weight, assessment?.weight?.rawValue), text(.reason, assessment?.reason),
        prefer.map { remark(.prefer, side.key($0), side.name($0).title) },
      ].compactMap(\.self)
    }
    let aspects = ComparedStatement.aspects(remarks(old, before), remarks(new, after))
    guard !aspects.isEmpty else { return }
    var detail = path.detail(.changed, .assessment)
    detail.aspects = aspects
    details.append(detail)
  }
}

extension EntityDifference {
  /// A title that is no field of the front matter but the text's heading.
  private mutating func compareTitles() {
    let titles = (before.graph.title(of: old), after.graph.title(of: new))
    guard titles.0.comparedWords != titles.1.comparedWords, !details.contains(where: { $0.field == "title" })
    else { return }
    var detail = ChangePath().appending(Kind.commonFields[Kind.titleField]).detail(.changed, .fact)
    detail.old = titles.0.onOneLine
    detail.new = titles.1.onOneLine
    details.insert(detail, at: 0)
  }

  private mutating func compareText() {
    func body(_ side: ComparedSide, _ entity: EntityID) -> [String] {
      side.graph[entity].documents.isEmpty ? [] : side.words(.body(of: entity))
    }
    let words = (body(before, old), body(after, new))
    guard words.0 != words.1 else { return }
    let counts = WordCounts(words.0, words.1)
    var detail = ChangeDetail(.changed, .text)
    detail.wordsAdded = counts.added
    detail.wordsRemoved = counts.removed
    details.append(detail)
  }

  /// The entities that running text leads to; how often, and where on their pages, is no matter.
  private mutating func compareMentions() {
    func mentioned(_ side: ComparedSide, _ entity: EntityID) -> [EntityID] {
      side.graph[entity].links.joined().compactMap { link in
        if case .entity(let target) = link { target.entity } else { nil }
      }.unique
    }
    let was = mentioned(before, old)
    let now = mentioned(after, new)
    let keys = (Set(was.map(before.key)), Set(now.map(after.key)))
    for entity in was where !keys.1.contains(before.key(entity)) {
      details.append(mention(.removed, before.name(Target(entity))))
    }
    for entity in now where !keys.0.contains(after.key(entity)) {
      details.append(mention(.added, after.name(Target(entity))))
    }
  }

  private func mention(_ action: ChangeDetail.Action, _ target: NamedEntity) -> ChangeDetail {
    var detail = ChangeDetail(action, .mention)
    detail.target = target
    return detail
  }
}

// MARK: - Records

extension EntityDifference {
  /// Records are the same where they have the same id; those without one where they say the same, else in their
  /// order where as many are left on both sides.
  private mutating func compareRecords(
    _ oldFact: Fact?, _ oldField: Field?, _ newFact: Fact?, _ newField: Field?, _ path: ChangePath
  ) {
    var was = records(oldFact)
    var now = records(newFact)
    var pairs = takePairs(&was, &now, by: \.record.id)
    func value(_ said: SaidRecord, _ side: ComparedSide, _ field: Field?) -> ComparedValue? {
      said.record.id == nil ? field.map { side.compared(.record(said.record), $0) } : nil
    }
    pairs += takePairs(
      &was, &now, oldKey: { value($0, before, oldField) }, newKey: { value($0, after, newField) })
    if was.count == now.count { pairs += takePairs(&was, &now) { $0.record.id == nil ? true : nil } }
    for pair in pairs { compare(pair.old, oldField, pair.new, newField, path.inside(pair.new.record.id)) }
    for said in was {
      details.append(path.inside(said.record.id).record(.removed, said, before, oldField))
    }
    for said in now {
      details.append(path.inside(said.record.id).record(.added, said, after, newField))
    }
  }

  private mutating func compare(
    _ was: SaidRecord, _ oldField: Field?, _ now: SaidRecord, _ newField: Field?, _ path: ChangePath
  ) {
    compare(
      was.record.facts, oldField?.recordFields ?? [], now.record.facts, newField?.recordFields ?? [],
      within: path)
    var aspects = ComparedStatement.aspects(before.remarks(was.said), after.remarks(now.said))
    let sources = (was.said.source.map(before.key), now.said.source.map(after.key))
    if sources.0 != sources.1 {
      aspects.append(
        .init(
          .source, old: was.said.source.map(before.name)?.title, new: now.said.source.map(after.name)?.title))
    }
    guard !aspects.isEmpty else { return }
    var detail = path.detail(.changed, .evidence)
    detail.source = now.said.source.map(after.name)
    detail.aspects = aspects
    details.append(detail)
  }

  private func records(_ fact: Fact?) -> [SaidRecord] {
    (fact?.claims ?? []).flatMap { claim in
      claim.value.items.compactMap { value in
        guard case .record(let record) = value else { return nil }
        return SaidRecord(record: record, said: record.provenance.said(within: claim.provenance))
      }
    }
  }
}
