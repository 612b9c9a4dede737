import Changes
import Templates

/// A part of a statement beside its value, in the words of the page's language.
struct RecordedAspect: Sendable {
  let label: String
  /// What a part says of something that came or went as a whole.
  var stayed: String?
  var old: String?
  var new: String?

  static let record: RecordType<RecordedAspect> = RecordType([
    .text("label", "which part it is") { $0.label },
    .text("text", "of what came or went as a whole") { $0.stayed },
    .text("old", "what was") { $0.old },
    .text("new", "what is") { $0.new },
  ])
}

extension RecordedAspect {
  init(whole aspect: ChangeDetail.Aspect, _ page: PageContext) {
    let value = aspect.new ?? aspect.old
    self.init(label: aspect.label(on: page), stayed: value.map { aspect.spoken(Excerpt.clip($0), on: page) })
  }

  init(_ aspect: ChangeDetail.Aspect, _ page: PageContext) {
    let (old, new) = Excerpt.pair(aspect.old ?? "", aspect.new ?? "")
    self.init(
      label: aspect.label(on: page), old: aspect.old.map { _ in aspect.spoken(old, on: page) },
      new: aspect.new.map { _ in aspect.spoken(new, on: page) })
  }

  /// That a source says so now, or doesn't any more.
  init(source: String, isNew: Bool, _ page: PageContext) {
    self.init(
      label: page.site.theme.strings["aspect_source"] ?? "source", old: isNew ? nil : source,
      new: isNew ? source : nil)
  }
}

extension ChangeDetail.Aspect {
  fileprivate func label(on page: PageContext) -> String {
    (isKey ? page.site.theme.strings["aspect_" + name] : nil) ?? page.site.theme.words(label)
  }

  /// The strings' word for a value, where they have one.
  fileprivate func spoken(_ value: String, on page: PageContext) -> String {
    let group = isKey && ["state", "class"].contains(name) ? name : "value"
    return page.site.theme.strings["\(group)_\(value)"] ?? value
  }
}
