import Changes
import Knowledge
import Templates

extension ChangesView {
  static let detailShape: Shape = {
    let link = RecordedEntities.shape
    return .object([
      "change": .text, "topic": .text, "label": .text, "language": .text, "record": .text, "value": link,
      "old": link, "new": link, "words_added": .text, "words_removed": .text, "source": link, "scope": .text,
      "as_of": .text, "has_detail": .flag, "line": .text,
      "aspects": .list(.object(["label": .text, "text": .text, "old": .text, "new": .text])),
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
      "line": .text(line(detail)),
      "has_detail": .flag(
        detail.scope != nil || detail.asOf != nil || detail.source != nil && !isAboutSource(detail)),
      "aspects": .list(
        aspects(of: detail).map { aspect in
          [
            "label": .text(aspect.label), "text": page.optional(aspect.stayed),
            "old": page.optional(aspect.old), "new": page.optional(aspect.new),
          ]
        }),
    ]
  }

  func label(_ detail: ChangeDetail) -> String? {
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
  func isAboutSource(_ detail: ChangeDetail) -> Bool {
    detail.topic == .evidence && detail.action != .changed
  }

  /// The parts beside the value, in the words of the page's language.
  func aspects(of detail: ChangeDetail) -> [ShownAspect] {
    // Of what came or went as a whole, its parts are told, and not that they came or went too.
    let isWhole = detail.action != .changed
    let parts = detail.aspects.map { isWhole ? whole($0) : shown($0) }
    guard isAboutSource(detail) else { return parts }
    let source = detail.source?.title ?? page.text("changes_unsourced")
    let isNew = detail.action == .added
    let aspect = ShownAspect(
      label: word(forKey: "source") ?? "source", old: isNew ? nil : Excerpt.clip(source),
      new: isNew ? Excerpt.clip(source) : nil)
    return [aspect] + parts
  }

  private func whole(_ aspect: ChangeDetail.Aspect) -> ShownAspect {
    let value = aspect.new ?? aspect.old
    return ShownAspect(label: label(aspect), stayed: value.map { spoken(Excerpt.clip($0), aspect) })
  }

  private func shown(_ aspect: ChangeDetail.Aspect) -> ShownAspect {
    let (old, new) = Excerpt.pair(aspect.old ?? "", aspect.new ?? "")
    return ShownAspect(
      label: label(aspect), old: aspect.old.map { _ in spoken(old, aspect) },
      new: aspect.new.map { _ in spoken(new, aspect) })
  }

  private func label(_ aspect: ChangeDetail.Aspect) -> String {
    (aspect.isKey ? word(forKey: aspect.name) : nil) ?? aspect.label
  }

  /// - Parameter key: of a claim.
  private func word(forKey key: String) -> String? { page.site.theme.strings["aspect_" + key] }

  /// The strings' word for a value, where they have one.
  private func spoken(_ value: String, _ aspect: ChangeDetail.Aspect) -> String {
    let group = aspect.isKey && ["state", "class"].contains(aspect.name) ? aspect.name : "value"
    return page.site.theme.strings["\(group)_\(value)"] ?? value
  }
}

/// A part of a statement beside its value.
struct ShownAspect {
  var label: String
  /// Of what came or went as a whole.
  var stayed: String?
  var old: String?
  var new: String?
}
