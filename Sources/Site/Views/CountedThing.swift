import Knowledge
import Templates

/// A thing, with how much is said of it.
struct CountedThing: Sendable {
  let page: PageContext
  let thing: EntityID
  let count: Int

  static let record: RecordType<CountedThing> = RecordType([
    .record("thing", "the thing", of: ShownLink.record) { $0.page.link($0.thing) },
    .number("count", "how many statements") { $0.count },
  ])
}
