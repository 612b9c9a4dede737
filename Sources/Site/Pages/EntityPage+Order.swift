import Knowledge
import Templates

/// What follows the first facts of a page, each under a heading of its own.
struct PagePart: Sendable {
  let page: EntityPage
  let part: PageOrder.Part

  static let record: RecordType<PagePart> = RecordType(
    "part",
    "One of the parts of a page, in the order that the [schema](schema.md#the-order-of-a-page) gives.",
    [
      .record("fact", "a fact", of: ShownFact.record) { part in
        part.fact.flatMap { $0.field.isRecordList ? nil : $0 }
      },
      .record("records", "a list of records", of: ShownFact.record) { part in
        part.fact.flatMap { $0.field.isRecordList ? $0 : nil }
      },
      .record("inverse", "a relation that other entities declare", of: ShownInverse.record) { $0.inverse },
      .flag("is_text", "the page's own text") { $0.part == .text },
    ])

  var inverse: ShownInverse? {
    guard case .inverse(let name) = part else { return nil }
    return page.allInverses.first { $0.relation.name == name }
  }

  private var fact: ShownFact? {
    guard case .field(let number) = part else { return nil }
    return page.shownFact(number)
  }
}

extension EntityPage {
  /// In the order that the schema gives; without one the records, the text, and then all that leads here.
  var parts: [PagePart] {
    (kind.page?.then ?? usualParts).map { PagePart(page: self, part: $0) }
  }

  private var usualParts: [PageOrder.Part] {
    var parts: [PageOrder.Part] = shownFacts.filter(\.field.isRecordList).map { .field($0.fact.field) }
    parts.append(.text)
    return parts + allInverses.map { .inverse($0.relation.name) }
  }

  /// The facts of the first screen: those that the schema names, else all but lists of records.
  var glance: [ShownFact] {
    guard let order = kind.page else { return shownFacts.filter { !$0.field.isRecordList } }
    return order.glance.compactMap(shownFact).filter { !$0.fact.isUnknown }
  }

  /// Of these what stands before the page's picture: up to what it's about, such as a target's value and date. All where there
  /// is no picture.
  var glanceFirst: [ShownFact] {
    let all = glance
    guard page.owner == id, let fields = page.site.views.picture(of: id)?.pictured.fields else { return all }
    let last = all.lastIndex { fields.contains($0.fact.field) } ?? -1
    return Array(all.prefix(last + 1))
  }

  /// The facts that stand beside the kind's name.
  var headFacts: [ShownFact] {
    (kind.page?.head ?? []).compactMap { number in entity.fact(number).map { ShownFact($0, of: id, on: page) }
    }
  }

  /// What the schema's order doesn't name, what stands beside the kind's name in a word, and what is only unknown.
  var otherFacts: [ShownFact] {
    guard let order = kind.page else { return [] }
    let told = Set(glance.map(\.fact.field) + order.then.compactMap(\.field))
    return shownFacts.filter { !told.contains($0.fact.field) }
  }

  /// The relations from elsewhere that the schema's order doesn't name.
  var otherInverses: [ShownInverse] {
    guard let order = kind.page else { return [] }
    return allInverses.filter { !order.then.contains(.inverse($0.relation.name)) }
  }

  /// Whether the page's own text has a place in the order.
  var tellsText: Bool { kind.page?.then.contains(.text) ?? true }
}

extension PageOrder.Part {
  fileprivate var field: Int? { if case .field(let number) = self { number } else { nil } }
}
