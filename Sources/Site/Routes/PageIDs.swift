import CommonMark
import Knowledge

/// The ids of records and headings on an entity's page. The theme's come first, then those of records: what clashes with
/// them gets a number, and links to it follow.
extension SiteModel {
  /// The id on the page of what the graph knows by an anchor.
  func pageID(of anchor: String, in id: EntityID) -> String {
    let entity = graph[id]
    if entity.anchors.contains(where: { $0.text == anchor }) { return recordID(anchor, in: id) }
    guard let body = entity.body,
      body.headings.contains(where: { $0.id == anchor }) || body.elementIDs.contains(anchor)
    else { return anchor }
    return headingID(anchor, in: id)
  }

  func headingID(_ anchor: String, in id: EntityID) -> String {
    let entity = graph[id]
    // A record's id begins with its anchor.
    let isOfRecord = entity.anchors.contains {
      anchor.hasPrefix($0.text) && recordID($0.text, in: id) == anchor
    }
    let isFree = !isOfRecord && !isOfTheme(anchor, id)
    if isFree { return anchor }
    let records = Set(entity.anchors.map { recordID($0.text, in: id) })
    let headings = Set((entity.body?.headings ?? []).map(\.id) + (entity.body?.elementIDs ?? []))
    return numbered(anchor) { records.contains($0) || headings.contains($0) || isOfTheme($0, id) }
  }

  private func recordID(_ anchor: String, in id: EntityID) -> String {
    guard isOfTheme(anchor, id) else { return anchor }
    let records = Set(graph[id].anchors.map(\.text))
    return numbered(anchor) { records.contains($0) || isOfTheme($0, id) }
  }

  private func numbered(_ anchor: String, isTaken: (String) -> Bool) -> String {
    var number = 1
    while isTaken("\(anchor)-\(number)") { number += 1 }
    return "\(anchor)-\(number)"
  }

  /// Whether the page has an id of that name beside those of its author.
  private func isOfTheme(_ anchor: String, _ id: EntityID) -> Bool {
    let kind = graph.schema[graph[id].kind]
    let template = routes.path(of: id) == Routes.home ? "home" : theme.template(for: kind)
    if theme.ids(in: template).contains(anchor) { return true }
    if anchor.hasPrefix("fact-") { return kind.fieldIndex(named: String(anchor.dropFirst(5))) != nil }
    if anchor.hasPrefix("rel-") {
      return graph.edges(to: id).contains { edge in
        graph.schema.relation(of: edge)?.inverse.map { "rel-" + $0.name } == anchor
      }
    }
    if anchor.hasPrefix("note-"), Int(anchor.dropFirst(5)) != nil { return true }
    if anchor.hasPrefix("field-"), isOfFieldText(anchor, graph[id]) { return true }
    return isOfClaim(anchor, graph[id])
  }

  /// Whether a claim has that id: see `ClaimAddresses`.
  private func isOfClaim(_ anchor: String, _ entity: Entity) -> Bool {
    let fields = graph.schema[entity.kind].fields
    return entity.facts.contains { fact in
      let name = fields[fact.field].name
      return anchor.hasPrefix(name) && anchor.utf8.dropFirst(name.utf8.count).first == UInt8(ascii: "-")
        && ClaimAddresses(fact, in: graph, base: name).contains(anchor)
    }
  }

  /// Whether a footnote or heading of a field's text has that id: see `FieldTexts`.
  private func isOfFieldText(_ anchor: String, _ entity: Entity) -> Bool {
    let parts = anchor.dropFirst("field-".count).split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0]), number > 0, number < entity.documents.count else {
      return false
    }
    let ids = entity.documents[number].ids
    if ids.contains(String(parts[1])) { return true }
    // A text that is shown again has a number before its ids.
    let again = parts[1].split(separator: "-", maxSplits: 1)
    return again.count == 2 && Int(again[0]) != nil && ids.contains(String(again[1]))
  }
}
