import Changes

/// What changed as one line of text each, in titles, values and signs and in the words that the page has: for feeds.
extension RecordedDetail {
  var line: String {
    let place = [label, detail.record].compactMap(\.self).joined(separator: ", ")
    let said = ([value] + aspects.map(\.line)).filter { !$0.isEmpty }
    return "\(place): \(said.joined(separator: "; "))" + (source.map { " (\($0.title))" } ?? "")
  }

  private var value: String {
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
}

extension RecordedAspect {
  fileprivate var line: String { "\(label): \(stayed ?? difference(old, new))" }
}

extension SchemaChange {
  var line: String {
    let type = action == .changed ? difference(old, new) : new ?? old ?? ""
    return action.sign + name + (type.isEmpty ? "" : ": " + type)
  }
}

extension SettingChange {
  var line: String { "\(name): \(difference(old, new))" }
}

private func difference(_ old: String?, _ new: String?) -> String {
  switch (old, new) {
  case (let old?, let new?): "\(old) → \(new)"
  case (nil, let new?): "+ " + new
  case (let old?, nil): "− " + old
  case (nil, nil): ""
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
