import Changes

/// What changed as one line of text each, in titles, values and signs and in the words that the page has: for feeds.
extension RecordedEntities {
  func line(_ detail: ChangeDetail) -> String {
    let place = [label(detail), detail.record].compactMap(\.self).joined(separator: ", ")
    let said = ([value(detail)] + aspects(of: detail).map(line)).filter { !$0.isEmpty }
    let source = isAboutSource(detail) ? nil : detail.source
    return "\(place): \(said.joined(separator: "; "))" + (source.map { " (\($0.title))" } ?? "")
  }

  func line(_ change: SchemaChange) -> String {
    let type = change.action == .changed ? between(change.old, change.new) : change.new ?? change.old ?? ""
    return line(change.action.sign + change.name, type)
  }

  func line(_ change: SettingChange) -> String { line(change.name, between(change.old, change.new)) }

  private func line(_ aspect: ShownAspect) -> String {
    "\(aspect.label): \(aspect.stayed ?? between(aspect.old, aspect.new))"
  }

  private func line(_ name: String, _ value: String) -> String {
    [name, value].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private func value(_ detail: ChangeDetail) -> String {
    let (old, new) = Excerpt.pair(detail.old ?? "", detail.new ?? "")
    let whom = detail.target?.title
    return switch (detail.topic, detail.action) {
    case (.text, _): "+\(detail.wordsAdded ?? 0) −\(detail.wordsRemoved ?? 0)"
    case (.assessment, _): ""
    case (.evidence, _): whom ?? (detail.new == nil ? old : new)
    case (_, .added), (_, .removed): detail.action.sign + (whom ?? (detail.action == .added ? new : old))
    case (_, .changed): old == new ? whom ?? new : "\(old) → \(whom ?? new)"
    }
  }

  private func between(_ old: String?, _ new: String?) -> String {
    switch (old, new) {
    case (let old?, let new?): "\(old) → \(new)"
    case (nil, let new?): "+ " + new
    case (let old?, nil): "− " + old
    case (nil, nil): ""
    }
  }
}

extension ChangeDetail.Action {
  /// Which every language has.
  fileprivate var sign: String {
    switch self {
    case .added: "+ "
    case .removed: "− "
    case .changed: ""
    }
  }
}
