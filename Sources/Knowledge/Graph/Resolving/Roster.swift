import CommonMark
import Folding

/// Which entities a graph has, in its order, and which were left out. Graphs between which only the contents of
/// files changed share one.
final class Roster: Sendable {
  /// By the place of an entity among those that were given: its number in the graph; `nil` where it was left out.
  let numbers: [EntityID?]
  /// By entity.
  let kinds: [KindID]
  /// By kind: the numbers of its entities.
  let ranges: [Range<Int>]
  let drafts: [WrittenEntity]
  /// By the names of the drafts: what would publish them.
  let unpublished: [String: String]

  /// The roster of some entities, and those that are in it, in its order.
  static func ordering(
    _ entities: [WrittenEntity], by keys: OrderKeys, schema: Schema, language: String, includesDrafts: Bool
  ) -> (roster: Roster, entities: [WrittenEntity]) {
    // The keys are made once for each entity: comparing slugs number by number is slow.
    let sorted = entities.enumerated().filter { includesDrafts || $0.element.isPublished }
      .map { RosterPlace($0.element, at: $0.offset, keys, schema) }.sorted()
    var numbers = [EntityID?](repeating: nil, count: entities.count)
    for (number, item) in sorted.enumerated() { numbers[item.place] = EntityID(number) }
    let drafts = entities.filter { !includesDrafts && !$0.isPublished }.sorted { $0.path < $1.path }
    let roster = Roster(
      numbers: numbers, kinds: sorted.map(\.entity.kind), kindCount: schema.kinds.count, drafts: drafts,
      unpublished: Dictionary(
        drafts.flatMap { draft in
          draft.everyName(schema: schema, language: language).map { ($0, draft.publication.wayOut) }
        }
      ) { first, _ in first })
    return (roster, sorted.map(\.entity))
  }

  /// Whether an entity that changed still stands between its neighbours; not, where only the day could tell.
  func keepsPlace(_ id: EntityID, among entities: [WrittenEntity], schema: Schema, language: String) -> Bool {
    let number = Int(id.index)
    guard schema[kinds[number]].order != nil else { return true }
    let range = ranges[kinds[number].index]
    let near = Array(entities[max(range.lowerBound, number - 1)..<min(range.upperBound, number + 2)])
    let keys = OrderKeys(near, schema: schema, language: language)
    let places = near.indices.map { RosterPlace(near[$0], at: $0, keys, schema) }
    return keys.timed.isEmpty && zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
  }

  private init(
    numbers: [EntityID?], kinds: [KindID], kindCount: Int, drafts: [WrittenEntity],
    unpublished: [String: String]
  ) {
    self.numbers = numbers
    self.kinds = kinds
    self.drafts = drafts
    self.unpublished = unpublished
    var counts = [Int](repeating: 0, count: kindCount)
    for kind in kinds { counts[kind.index] += 1 }
    var start = 0
    ranges = counts.map { count in
      defer { start += count }
      return start..<start + count
    }
  }
}

/// An entity with what decides on its place.
private struct RosterPlace: Comparable {
  let place: Int
  let entity: WrittenEntity
  let order: SortKey?
  let isDescending: Bool
  let slug: NaturalKey

  init(_ entity: WrittenEntity, at place: Int, _ keys: OrderKeys, _ schema: Schema) {
    (self.entity, self.place, order) = (entity, place, keys[place])
    isDescending = schema[entity.kind].order?.isDescending ?? false
    slug = NaturalKey(entity.slug)
  }

  /// Those that don't say their place come last, whichever way round.
  static func < (a: RosterPlace, b: RosterPlace) -> Bool {
    if a.entity.kind != b.entity.kind { return a.entity.kind < b.entity.kind }
    switch (a.order, b.order) {
    case (let x?, let y?) where x != y: return a.isDescending ? y < x : x < y
    case (.some, nil): return true
    case (nil, .some): return false
    default: return (a.slug, a.entity.path) < (b.slug, b.entity.path)
    }
  }

  static func == (a: RosterPlace, b: RosterPlace) -> Bool { a.place == b.place }
}

extension WrittenEntity {
  fileprivate func everyName(schema: Schema, language: String) -> [String] {
    let names = [title(language: language), fileName] + aliases.map(\.name.text)
    return [slug, id(in: schema)] + (names + [slug, id(in: schema)]).map(\.foldedName)
  }

  /// The title in a language: the fact's, else the text's leading heading, else the slug made readable.
  package func title(language: String) -> String { title(fact(Kind.titleField)?.value, language: language) }

  /// - Parameter fact: the value of the title's fact that is to be shown.
  func title(_ fact: WrittenValue?, language: String) -> String {
    switch fact {
    case .text(let title)?: title
    case .localized(let titles)?:
      titles.best(for: language)?.text ?? slug
    default: body?.title ?? readableSlug
    }
  }

  private var readableSlug: String {
    let parts = slug.parts(at: "/", omittingEmpty: true)
    let name = parts.last == "index" ? parts.dropLast().last ?? "index" : parts.last ?? ""
    let readable = DatedPost(path.belowContent)?.name ?? String(name)
    // A note of a day is called after it.
    let day = readable.prefixMatch(of: /[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?(?![0-9])/)
    let rest = readable[(day?.range.upperBound ?? readable.startIndex)...]
    let words = rest.unicodeScalars.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return ((day.map { String($0.output.0) } ?? "") + String(String.UnicodeScalarView(words)))
      .capitalizedFirst
  }
}

/// Orders texts as people do: `2` before `10`.
package struct NaturalKey: Hashable, Comparable, Sendable {
  private struct Part: Hashable {
    /// `nil` for text; numbers stand before it.
    var number: UInt64?
    var bytes: [UInt8]

    static func < (a: Part, b: Part) -> Bool {
      switch (a.number, b.number) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: a.bytes.lexicographicallyPrecedes(b.bytes)
      }
    }
  }

  private let parts: [Part]

  package init(_ text: String) {
    var parts: [Part] = []
    var run: [UInt8] = []
    var isNumber = false
    func part() -> Part {
      guard isNumber, run.count < 19 else { return Part(number: nil, bytes: run) }
      return Part(number: run.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }, bytes: run)
    }
    for byte in text.utf8 {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isDigit != isNumber, !run.isEmpty {
        parts.append(part())
        run.removeAll()
      }
      isNumber = isDigit
      run.append(byte)
    }
    if !run.isEmpty { parts.append(part()) }
    self.parts = parts
  }

  package static func < (a: NaturalKey, b: NaturalKey) -> Bool {
    for (x, y) in zip(a.parts, b.parts) where x != y { return x < y }
    return a.parts.count < b.parts.count
  }
}
