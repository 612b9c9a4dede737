import Knowledge

extension EntityDifference {
  /// Aliases are the same where they are written the same and valid in the same source.
  static func names(
    _ before: ComparedSide, _ old: EntityID, _ after: ComparedSide, _ new: EntityID
  ) -> [ChangeDetail] {
    var was = before.graph[old].aliases.map { ComparedAlias($0, before) }
    var added = after.graph[new].aliases.map { ComparedAlias($0, after) }
    var details: [ChangeDetail] = []
    for pair in takePairs(&was, &added, by: \.key) {
      let aspects = ComparedStatement.aspects(pair.old.remarks, pair.new.remarks)
      if !aspects.isEmpty { details.append(pair.new.detail(.changed, aspects)) }
    }
    details += was.map { $0.detail(.removed, ComparedStatement.aspects($0.remarks, [])) }
    return details + added.map { $0.detail(.added, ComparedStatement.aspects([], $0.remarks)) }
  }
}

/// A name beside the title.
private struct ComparedAlias {
  struct Key: Hashable {
    var name: String
    var onlyIn: ComparedValue?
  }

  let key: Key
  let name: String
  let source: NamedEntity?
  let remarks: [ComparedStatement.Remark]

  init(_ alias: Alias, _ side: ComparedSide) {
    name = alias.name.text.onOneLine
    key = Key(name: name, onlyIn: alias.onlyIn.map(side.key))
    source = (alias.onlyIn ?? alias.provenance.source).map(side.name)
    let texts = [
      ("sort", alias.sort), ("lang", alias.language), ("ambiguous", alias.isAmbiguous ? "yes" : nil),
    ]
    remarks =
      texts.compactMap { name, text in
        text.map { ComparedStatement.Remark(name: name, label: name, compared: .text($0), shown: $0) }
      } + side.remarks(alias.provenance)
  }

  func detail(_ action: ChangeDetail.Action, _ aspects: [ChangeDetail.Aspect]) -> ChangeDetail {
    var detail = ChangeDetail(action, .name)
    if action != .added { detail.old = name }
    if action != .removed { detail.new = name }
    detail.source = source
    detail.aspects = aspects
    return detail
  }
}
