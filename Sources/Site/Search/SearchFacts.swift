import Knowledge
import Search

/// What an entity's facts say, claim by claim, each with its address on the page.
struct SearchFacts {
  private(set) var facts: [SearchDocument.Passage] = []
  /// What stands in Markdown.
  private(set) var bodies: [SearchDocument.Passage] = []
  private let texts: SearchTexts
  private let id: EntityID
  private let prefix: String

  init(texts: SearchTexts, _ id: EntityID) {
    self.texts = texts
    self.id = id
    prefix = texts.site.routes.sections.prefix(of: id)
  }

  private var page: PageContext { texts.page }
  private var graph: KnowledgeGraph { texts.graph }

  /// Where something is found on the page.
  private struct Place {
    var label: String
    var anchor: String
    var addresses: ClaimAddresses
    /// Whether the values are told elsewhere, and only what is said of them here.
    var skipsValues = false
  }

  mutating func read() {
    let kind = graph.schema[graph[id].kind]
    let fields = kind.fields
    for fact in graph[id].facts {
      let field = fields[fact.field]
      // It says where the page stands, and nothing of it.
      if kind.isPlainPage, field.name == "order" { continue }
      let isHead =
        fact.field == Kind.titleField || fact.field == Kind.summaryField && fact.claims.count < 2
        || kind.isPlainPage && field.name == "description"
      let place = Place(
        label: field.label, anchor: isHead ? "" : encode(prefix + "fact-" + field.name),
        addresses: isHead ? .none : ClaimAddresses(fact, in: graph, base: prefix + field.name),
        skipsValues: fact.field == Kind.titleField || texts.isName(field))
      read(fact, field, place)
    }
    for alias in graph[id].aliases {
      add(nil, [alias.provenance], Place(label: page.text("also_called"), anchor: "", addresses: .none))
    }
  }

  private mutating func read(
    _ fact: Fact, _ field: Field, _ place: Place, within outer: Provenance = Provenance()
  ) {
    guard !fact.isUnknown else { return }
    for (number, claim) in fact.claims.enumerated() {
      let said = claim.provenance.said(within: outer)
      // What is told as history has no address of its own.
      let isSide = claim.holds || fact.dispute?.sides?.contains(number) ?? false
      var own = place
      if isSide, let address = place.addresses[claim] { own.anchor = encode(address) }
      var values: [String] = []
      var hidden: [String] = []
      for value in claim.value.items {
        switch value {
        case .reference(let item): read(item, field, own, within: said)
        case .record(let record): read(record, field, own, within: said)
        case .markdown(let document, _):
          bodies += texts.passages(document, label: own.label, anchor: own.anchor)
        default:
          if let text = words(value, field) { values.append(text) }
          if field.type == .date || field.type == .quantity {
            hidden.append(graph.written(value, field))
          }
        }
      }
      let isToldByItems = claim.value.items.contains {
        if case .reference = $0 { true } else if case .record = $0 { true } else { false }
      }
      if !isToldByItems {
        add(place.skipsValues ? nil : values.joined(separator: ", "), [said], own, hidden: hidden)
      }
    }
  }

  private func words(_ value: FieldValue, _ field: Field) -> String? {
    switch (value, field.type) {
    // An address is no word, and yes is no answer by itself.
    case (_, .url), (.flag, _): nil
    case (.localized(let texts), _): texts.map(\.text).joined(separator: " / ")
    default: page.plainText(value, field)
    }
  }

  private mutating func read(_ item: ReferenceItem, _ field: Field, _ place: Place, within outer: Provenance)
  {
    guard let target = item.target else { return }
    var place = place
    if item.holds, let address = place.addresses[item] { place.anchor = encode(address) }
    // Who knows the thing by another name finds what leads to it, too.
    let names = [graph.shortTitle(of: target.entity)] + graph[target.entity].aliases.map(\.name.text)
    add(graph.title(of: target.entity), [item.provenance.said(within: outer)], place, hidden: names)
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private mutating func read(_ record: Record, _ field: Field, _ place: Place, within outer: Provenance) {
    let said = record.provenance.said(within: outer)
    var place = place
    place.addresses = .none
    if record.holds, let target = record.anchor, let anchor = target.anchor {
      place.anchor = encode(
        texts.site.routes.sections.prefix(of: target.entity)
          + texts.site.pageID(of: anchor, in: target.entity))
    }
    let fields = field.recordFields ?? []
    for fact in record.facts where fields.indices.contains(fact.field) {
      let inner = fields[fact.field]
      var own = place
      if case .markdown = inner.type {} else { own.label = "\(place.label) · \(inner.label)" }
      read(fact, inner, own)
    }
    add(nil, [said], place)
  }

  /// A value with the words of those who say it, and what is noted of that.
  private mutating func add(_ value: String?, _ said: [Provenance], _ place: Place, hidden: [String] = []) {
    for provenance in said {
      let scope = provenance.scope.map { " (\($0))" } ?? ""
      let parts = [
        value.flatMap { $0.isEmpty ? nil : $0 + scope }, provenance.quote.map { "“\($0.text)”" },
        provenance.note,
      ].compactMap(\.self)
      guard !parts.isEmpty else { continue }
      let source = (provenance.source?.entity).map(graph.shortTitle)
      facts.append(
        SearchDocument.Passage(
          .fact, parts.joined(separator: " · "),
          label: [place.label, source].compactMap(\.self).joined(separator: " · "), anchor: place.anchor,
          hidden: hidden.joined(separator: " ")))
    }
  }

  private func encode(_ id: String) -> String { Routes.encode(id) }
}
