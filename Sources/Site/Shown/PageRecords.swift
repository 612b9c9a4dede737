import Knowledge
import Templates

/// What the templates of a theme see, from the outermost level to the innermost: first what every page has.
struct PageRecords: Sendable {
  let frame: RecordType<PageFrame>
  /// By kind, the facts of an entity by the names of their fields.
  private let fields: [RecordType<EntityPage>]
  /// The facts by name for templates that serve several kinds.
  private let allFields: RecordType<EntityPage>

  /// - Parameter strings: the keys of the strings file, in the order of their texts.
  init(_ schema: Schema, strings: [String]) {
    frame = PageFrame.record(
      RecordType(strings.enumerated().map { number, key in .text(key, "") { $0[number] } }))
    fields = schema.kinds.map { EntityPage.fields(of: [$0]) }
    allFields = EntityPage.fields(of: schema.kinds)
  }

  /// - Parameter kind: the one whose own template it is; `nil` for a template that serves several.
  func fields(of kind: KindID?) -> RecordType<EntityPage> { kind.map { fields[$0.index] } ?? allFields }

  /// The levels by template.
  func shapes(names: Set<String>, _ schema: Schema) -> [String: [Shape]] {
    var levels: [String: [Shape]] = [:]
    let feeds = ViewTypes.all.reduce(into: [:]) { $0.merge($1.feedShapes) { $1 } }
    for name in names where !name.contains("/") {
      switch name {
      case "home": levels[name] = [.record(HomePage.record)]
      case "entity-part": levels[name] = [.record(EntityPartPage.record)]
      case "page-list": levels[name] = [.record(ShownPageList.record)]
      case "list": levels[name] = [.record(ListPage.record)]
      case ListFeed.template: levels[name] = [.record(ListFeed.record)]
      case "404": levels[name] = []
      case "search": levels[name] = [.record(SearchPage.record)]
      case "redirect": levels[name] = [.record(RedirectPage.record)]
      case "layout", "view", Sitemap.template: break
      default:
        let view = ViewTypes.all.first { $0.type == name }
        levels[name] =
          view.map { [.record(ViewHead.record), $0.shape] } ?? feeds[name].map { [$0] }
          ?? [.record(EntityPage.record), .record(fields(of: schema.kind(named: name)))]
      }
    }
    levels = levels.mapValues { [.record(frame)] + $0 }
    // A file for programs has nothing of the frame.
    if names.contains(Sitemap.template) { levels[Sitemap.template] = [.record(Sitemap.record)] }
    return levels
  }
}
