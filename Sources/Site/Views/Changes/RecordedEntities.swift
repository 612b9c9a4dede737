import Changes
import Knowledge
import Templates

/// Where the entities that a record names are today, seen from a page.
struct RecordedEntities: Sendable {
  let page: PageContext
  /// Other programs read a feed, so addresses are in ASCII there.
  var isInFeed = false

  /// `nil` where it's gone. A former id leads to what it's called now.
  private func target(_ recorded: NamedEntity) -> Target? {
    let graph = page.graph
    switch graph.names.find(recorded.id) {
    case .found(let entity) where graph.id(of: entity) == recorded.id:
      return target(entity, recorded.anchor)
    case .renamed(let entity): return target(entity, recorded.anchor)
    default: return nil
    }
  }

  private func target(_ entity: EntityID, _ anchor: String?) -> Target {
    let isThere = anchor.map { anchor in page.graph[entity].anchors.contains { $0.text == anchor } } ?? false
    return Target(entity, anchor: isThere ? anchor : nil)
  }

  /// What the schema calls the kind of a thing today, in the page's language; `nil` where it knows none of that name.
  func kind(of recorded: NamedEntity?) -> String? {
    let schema = page.graph.schema
    let name = recorded?.id.split(separator: "/", maxSplits: 1).first.map(String.init)
    return name.flatMap { schema.kind(named: $0) }.map { schema[$0].label.one }
  }

  /// A field's label, or those of a record's field and of the record's, each in the page's language.
  func label(_ written: String) -> String {
    let words = page.site.theme.words
    let whole = words(written)
    guard whole == written else { return whole }
    return written.split(separator: ", ").map { words(String($0)) }.joined(separator: ", ")
  }

  func address(_ href: String) -> String { isInFeed ? Routes.ascii(href) : href }

  func link(_ recorded: NamedEntity) -> RecordedLink {
    RecordedLink(
      text: recorded.title + (recorded.anchor.map { " #" + $0 } ?? ""), title: recorded.title,
      href: target(recorded).map { address(page.href($0)) })
  }

  /// The word for the state of a disagreement; `nil` where there is none any more.
  func state(_ state: String?) -> String {
    state.map { page.word($0, group: "state") } ?? page.text("changes_state_gone")
  }
}

/// What a record says, with the address where there still is one.
struct RecordedLink: Sendable {
  let text: String
  let title: String
  var href: String?

  static let record: RecordType<RecordedLink> = RecordType([
    .text("text", "the title, and the record's id where one is meant; or a value in words") { $0.text },
    .text("title", "the same without the record's id") { $0.title },
    .text("href", "where the thing still has a page, its address") { $0.href },
  ])
}

extension RecordedLink {
  /// What is no entity.
  init(_ text: String) { self.init(text: text, title: text) }
}
