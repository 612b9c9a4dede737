import Changes
import Knowledge

/// A record as an entry of a feed has it, in HTML: in titles, values and signs, and in the words that the page has.
struct FeedContent {
  let recorded: RecordedEntities

  /// In one entry, so that a feed stays small.
  private static let mostLines = 200

  func html(_ changes: KnowledgeChanges) -> String {
    let lines = disputes(changes) + entities(changes) + schema(changes) + settings(changes)
    let more = lines.count - FeedContent.mostLines
    return (lines.prefix(FeedContent.mostLines) + (more > 0 ? ["<p>… \(more)</p>"] : [])).joined(
      separator: "\n")
  }

  private func disputes(_ changes: KnowledgeChanges) -> [String] {
    DiscrepancyChange.Sort.allCases.flatMap { sort in
      section("changes_" + sort.word, changes.discrepancies(sort).map(dispute))
    }
  }

  private func dispute(_ change: DiscrepancyChange) -> String {
    let states = (change.oldState.map { [recorded.state($0)] } ?? []) + [recorded.state(change.newState)]
    let head = (change.field.map { " · " + $0 } ?? "") + ": " + states.joined(separator: " → ")
    let claims = change.claims.map { claim in
      escapeXML(claim.value) + (claim.source.map { " (\(link($0)))" } ?? "")
    }
    return "<p>\(link(change.entity))\(escapeXML(head))</p>" + list(claims)
  }

  private func entities(_ changes: KnowledgeChanges) -> [String] {
    EntityChange.Sort.order.flatMap { sort in
      section(
        "changes_" + sort.rawValue,
        changes.entities(sort).map { change in
          "<p>\(escapeXML(change.kind)): \(link(change.entity))</p>"
            + list(change.details.map { escapeXML(brief($0)) })
        })
    }
  }

  private func schema(_ changes: KnowledgeChanges) -> [String] {
    section(
      "changes_schema",
      changes.schema.map { change in
        let type =
          change.action == .changed ? between(change.old, change.new) : change.new ?? change.old ?? ""
        return paragraph(change.action.sign + change.name, type)
      })
  }

  private func settings(_ changes: KnowledgeChanges) -> [String] {
    section("changes_settings", changes.settings.map { paragraph($0.name, between($0.old, $0.new)) })
  }

  private func section(_ key: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["<h3>\(escapeXML(recorded.page.text(key)))</h3>"] + lines
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
  }

  private func paragraph(_ name: String, _ value: String) -> String {
    "<p>\(escapeXML([name, value].filter { !$0.isEmpty }.joined(separator: ": ")))</p>"
  }

  private func link(_ entity: NamedEntity) -> String {
    guard let address = recorded.href(entity) else { return escapeXML(entity.title) }
    return "<a href=\"\(escapeXML(Routes.ascii(address)))\">\(escapeXML(entity.title))</a>"
  }
}

// MARK: - Details

extension FeedContent {
  private func brief(_ detail: ChangeDetail) -> String {
    let place = [recorded.label(detail), detail.record].compactMap(\.self).joined(separator: ", ")
    let said = ([value(detail)] + recorded.aspects(of: detail).map(brief)).filter { !$0.isEmpty }
    let source = recorded.isAboutSource(detail) ? nil : detail.source
    return "\(place): \(said.joined(separator: "; "))" + (source.map { " (\($0.title))" } ?? "")
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

  private func brief(_ aspect: ShownAspect) -> String {
    "\(aspect.label): \(aspect.stayed ?? between(aspect.old, aspect.new))"
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
