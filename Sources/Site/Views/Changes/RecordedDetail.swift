import Changes
import Templates

/// A detail in parts that a template puts side by side: what stayed, what was, what is, and who says so.
struct RecordedDetail: Sendable {
  let detail: ChangeDetail
  let recorded: RecordedEntities

  static let record: RecordType<RecordedDetail> = RecordType([
    .text("change", "`added`, `removed` or `changed`") { $0.detail.action.rawValue },
    .text("topic", "`fact`, `relation`, `evidence`, `assessment`, `name`, `record`, `text` or `mention`") {
      $0.detail.topic.rawValue
    },
    .text("label", "what it is about, in words") { $0.label },
    .text("language", "of a text that is given by language") { $0.detail.language },
    .text("record", "the id of the record that it stands in") {
      $0.detail.topic == .record ? nil : $0.detail.record
    },
    .record("value", "what stayed", of: RecordedLink.record) { $0.values.stayed },
    .text("move", "what a change that was made did to it, in words") { detail in
      detail.detail.move.map { detail.recorded.page.word($0.rawValue, group: "move") }
    },
    .record("old", "what was", of: RecordedLink.record) { $0.values.old },
    .record("new", "what is", of: RecordedLink.record) { $0.values.new },
    .text("words_added", "how many words a text has that it had not") {
      $0.detail.wordsAdded.map { String($0) }
    },
    .text("words_removed", "how many words a text had that it has not") {
      $0.detail.wordsRemoved.map { String($0) }
    },
    .record("source", "who says so", of: RecordedLink.record) { detail in
      detail.source.map { detail.recorded.link($0) }
    },
    .text("scope", "what it holds for") { $0.detail.scope },
    .text("as_of", "when it holds") { $0.detail.asOf },
    .flag("has_detail", "whether there is a source, a scope or a time") { $0.hasDetail },
    .list("aspects", "what is different beside the value", of: RecordedAspect.record) { $0.aspects },
    .text("line", "all of it as one line of text") { $0.line },
  ])

  var label: String? {
    switch detail.topic {
    case .fact, .relation, .evidence, .assessment, .record:
      (detail.label ?? detail.field).map(recorded.label)
    case .name: recorded.page.text("changes_name")
    case .text: recorded.page.text("changes_text")
    case .mention: recorded.page.text("changes_mention")
    }
  }

  /// Who says so, where it isn't the source itself that came or went.
  var source: NamedEntity? { isAboutSource ? nil : detail.source }

  private var isAboutSource: Bool { detail.topic == .evidence && detail.action != .changed }

  private var hasDetail: Bool { detail.scope != nil || detail.asOf != nil || source != nil }

  private var values: (stayed: RecordedLink?, old: RecordedLink?, new: RecordedLink?) {
    let target = detail.target.map { recorded.link($0) }
    let (old, new) = Excerpt.pair(detail.old ?? "", detail.new ?? "")
    let before = detail.old.map { _ in RecordedLink(old) }
    let after = detail.new.map { _ in target ?? RecordedLink(new) }
    switch (detail.topic, detail.action) {
    case (.text, _), (.assessment, _): return (nil, nil, nil)
    case (.evidence, _): return (target ?? RecordedLink(detail.new == nil ? old : new), nil, nil)
    case (.name, .changed): return (RecordedLink(new), nil, nil)
    case (.mention, .added): return (nil, nil, target)
    case (.mention, _): return (nil, target, nil)
    case (.record, _):
      let id = detail.record.map { $0 + " " } ?? ""
      return (
        nil, detail.old.map { _ in RecordedLink(id + old) }, detail.new.map { _ in RecordedLink(id + new) }
      )
    case (_, .added): return (nil, nil, after)
    case (_, .removed): return (nil, target ?? before, nil)
    case (_, .changed): return detail.old == detail.new ? (after, nil, nil) : (nil, before, after)
    }
  }

  /// The parts beside the value, in the words of the page's language.
  var aspects: [RecordedAspect] {
    // Of what came or went as a whole, its parts are told, and not that they came or went too.
    let isWhole = detail.action != .changed
    let parts = detail.aspects.map { aspect in
      isWhole ? RecordedAspect(whole: aspect, recorded.page) : RecordedAspect(aspect, recorded.page)
    }
    guard isAboutSource else { return parts }
    let source = Excerpt.clip(detail.source?.title ?? recorded.page.text("changes_unsourced"))
    return [RecordedAspect(source: source, isNew: detail.action == .added, recorded.page)] + parts
  }
}
