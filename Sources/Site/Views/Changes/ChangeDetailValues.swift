import Knowledge
import Templates

extension ChangesView {
  static let detailShape: Shape = {
    let link = RecordedEntities.shape
    return .object([
      "change": .text, "topic": .text, "label": .text, "language": .text, "record": .text, "value": link,
      "old": link, "new": link, "words_added": .text, "words_removed": .text, "source": link, "scope": .text,
      "as_of": .text, "aspects": .list(.object(["label": .text, "old": .text, "new": .text])),
    ])
  }()
}

extension RecordedEntities {
  /// A detail in parts that a template puts side by side: what stayed, what was, what is, and who says so.
  func detail(_ detail: ChangeDetail) -> Value {
    let (stayed, old, new) = values(detail)
    return [
      "change": .text(detail.action.rawValue), "topic": .text(detail.topic.rawValue),
      "label": page.optional(label(detail)), "language": page.optional(detail.language),
      "record": page.optional(detail.topic == .record ? nil : detail.record),
      "value": stayed, "old": old, "new": new,
      "words_added": page.optional(detail.wordsAdded.map { String($0) }),
      "words_removed": page.optional(detail.wordsRemoved.map { String($0) }),
      "source": isAboutSource(detail) ? .nothing : link(detail.source),
      "scope": page.optional(detail.scope), "as_of": page.optional(detail.asOf),
      "aspects": .list(aspects(detail)),
    ]
  }

  private func label(_ detail: ChangeDetail) -> String? {
    switch detail.topic {
    case .fact, .relation, .evidence, .assessment, .record: detail.label ?? detail.field
    case .name: page.text("changes_name")
    case .text: page.text("changes_text")
    case .mention: page.text("changes_mention")
    }
  }

  /// What stayed, what was before and what is now.
  private func values(_ detail: ChangeDetail) -> (Value, Value, Value) {
    let target = detail.target.map { link($0) }
    let (old, new) = Excerpt.pair(detail.old ?? "", detail.new ?? "")
    let before = detail.old.map { _ in text(old) } ?? .nothing
    let after = detail.new.map { _ in target ?? text(new) } ?? .nothing
    switch (detail.topic, detail.action) {
    case (.text, _), (.assessment, _): return (.nothing, .nothing, .nothing)
    case (.evidence, _): return (target ?? text(detail.new == nil ? old : new), .nothing, .nothing)
    case (.name, .changed): return (text(new), .nothing, .nothing)
    case (.mention, .added): return (.nothing, .nothing, target ?? .nothing)
    case (.mention, _): return (.nothing, target ?? .nothing, .nothing)
    case (.record, _):
      let id = detail.record.map { $0 + " " } ?? ""
      return (
        .nothing, detail.old.map { _ in text(id + old) } ?? .nothing,
        detail.new.map { _ in text(id + new) } ?? .nothing
      )
    case (_, .added): return (.nothing, .nothing, after)
    case (_, .removed): return (.nothing, target ?? before, .nothing)
    case (_, .changed):
      return detail.old == detail.new ? (after, .nothing, .nothing) : (.nothing, before, after)
    }
  }

  /// Whether it's the source itself that came or went.
  private func isAboutSource(_ detail: ChangeDetail) -> Bool {
    detail.topic == .evidence && detail.action != .changed
  }

  private func aspects(_ detail: ChangeDetail) -> [Value] {
    var aspects = detail.aspects
    if isAboutSource(detail) {
      let source = detail.source?.title ?? page.text("changes_unsourced")
      let isNew = detail.action == .added
      aspects.insert(
        ChangeDetail.Aspect(
          name: "source", label: "source", old: isNew ? nil : source, new: isNew ? source : nil), at: 0)
    }
    return aspects.map { aspect in
      let word = page.site.theme.strings["aspect_" + aspect.name]
      let (old, new) = Excerpt.pair(aspect.old ?? "", aspect.new ?? "")
      return [
        "label": .text(aspect.label == aspect.name ? word ?? aspect.label : aspect.label),
        "old": page.optional(aspect.old.map { _ in spoken(old) }),
        "new": page.optional(aspect.new.map { _ in spoken(new) }),
      ]
    }
  }

  /// The strings' word for a value, where they have one.
  private func spoken(_ value: String) -> String { page.site.theme.strings["value_" + value] ?? value }
}
