import Changes
import Knowledge
import Templates

/// Where the entities that a record names are today.
struct RecordedEntities {
  let page: PageContext
  /// Other programs read a feed, so addresses are in ASCII there.
  var isInFeed = false

  /// `nil` where it's gone. A former id leads to what it's called now.
  func target(_ recorded: NamedEntity) -> Target? {
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

  func href(_ recorded: NamedEntity) -> String? {
    target(recorded).map { address(page.href($0)) }
  }

  func address(_ href: String) -> String { isInFeed ? Routes.ascii(href) : href }

  /// A title, with the address where there still is one.
  func link(_ recorded: NamedEntity) -> Value {
    [
      "text": .text(recorded.title + (recorded.anchor.map { " #" + $0 } ?? "")),
      "title": .text(recorded.title), "href": page.optional(href(recorded)),
    ]
  }

  func link(_ recorded: NamedEntity?) -> Value { recorded.map { link($0) } ?? .nothing }

  /// The word for the state of a disagreement; `nil` where there is none any more.
  func state(_ state: String?) -> String {
    state.map { page.word($0, group: "state") } ?? page.text("changes_state_gone")
  }

  /// What is no entity, as if it were one that is gone.
  func text(_ text: String) -> Value { ["text": .text(text), "title": .text(text), "href": .nothing] }

  static let shape = Shape.object(["text": .text, "title": .text, "href": .text])
}
