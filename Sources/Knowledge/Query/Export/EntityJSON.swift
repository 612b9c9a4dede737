package import Diagnostics

/// All that is known of an entity, as JSON.
package struct EntityJSON {
  private let graph: KnowledgeGraph
  private let url: (EntityID) -> String

  /// - Parameter url: the path of an entity's page below the site's root.
  package init(_ graph: KnowledgeGraph, url: @escaping (EntityID) -> String) {
    self.graph = graph
    self.url = url
  }

  /// An object with `id`, `kind`, `slug`, `title`, `path` (of the file), `url`, and, where there is any,
  /// `summary`, `aliases`, `former_ids`, `facts` by field, `inverse` relations by name, `mentioned_by`,
  /// `discrepancies` and `quotes` (taken from this source).
  package func callAsFunction(_ id: EntityID) -> JSON {
    let entity = graph[id]
    return .compact([
      "id": .string(graph.id(of: id)),
      "kind": .string(graph.schema[entity.kind].name),
      "slug": .string(entity.slug),
      "title": .string(graph.title(of: id)),
      "path": .string(entity.path),
      "url": .string(url(id)),
      "publish": entity.isPublished ? .null : .bool(false),
      "summary": .optional(entity.summary),
      "aliases": list(entity.aliases.map(alias)),
      "former_ids": list(entity.formerIDs.map { .string($0.text) }),
      "facts": facts(of: id),
      "inverse": inverses(of: id),
      "mentioned_by": list(mentioning(id).map { .string(graph.id(of: $0)) }),
      "discrepancies": list(entity.discrepancies.map(summary)),
      "quotes": list(graph.quotes(from: id).map(quote)),
    ])
  }

  private var values: ValueJSON { ValueJSON(graph: graph) }

  private func list(_ items: [JSON]) -> JSON { items.isEmpty ? .null : .array(items) }

  private func object(_ members: [JSON.Member]) -> JSON { members.isEmpty ? .null : .object(members) }

  private func facts(of id: EntityID) -> JSON {
    let entity = graph[id]
    return object(
      entity.facts.filter { !$0.isToldOutside }.flatMap { fact in
        let name = graph.schema[entity.kind].fields[fact.field].name
        return JSON.member(name, graph.json(field: fact.field, of: id))
      })
  }

  private func inverses(of id: EntityID) -> JSON {
    object(
      graph.schema.inverseRelations(of: graph[id].kind).flatMap { inverse in
        let items = graph.edges(to: id, inverse: inverse.name)
        return items.isEmpty ? [] : JSON.member(inverse.name, graph.json(inverse: inverse.name, of: id))
      })
  }

  private func alias(_ alias: Alias) -> JSON {
    // The one source of a name is where it was read: that needs no saying twice.
    var provenance = alias.provenance
    if provenance.source == alias.onlyIn { provenance.source = nil }
    let own = JSON.members([
      "name": .string(alias.name.text),
      "lang": .optional(alias.language),
      "sort": .optional(alias.sort),
      "only_in": alias.onlyIn.map(values.source) ?? .null,
      "ambiguous": alias.isAmbiguous ? .bool(true) : .null,
    ])
    return .object(own + values.statement(provenance))
  }

  private func mentioning(_ id: EntityID) -> [EntityID] {
    Set(graph.mentions(of: id).map(\.from)).subtracting([id]).sorted()
  }

  private func summary(_ discrepancy: Discrepancy) -> JSON {
    .compact([
      "field": .optional(graph.fieldName(of: discrepancy)),
      "anchor": .optional(discrepancy.place?.record),
      "class": .string(discrepancy.discrepancyClass),
      "state": .string(discrepancy.state),
      "weight": .string(discrepancy.weight.rawValue),
    ])
  }

  private func quote(_ quote: Quote) -> JSON {
    .compact([
      "id": .string(graph.id(of: quote.entity)),
      "field": .optional(quote.field.map { graph.schema[graph[quote.entity].kind].fields[$0].name }),
      ClaimKey.quote.rawValue: .string(quote.text.text),
      ClaimKey.at.rawValue: .optional(quote.at),
    ])
  }
}

extension KnowledgeGraph {
  /// `value`, or `actions.text` within a record; `nil` where an entity tells of the disagreement.
  package func fieldName(of discrepancy: Discrepancy) -> String? {
    discrepancy.place.map { place in
      let field = schema[place.field]
      let inner = place.subfield.flatMap { field.recordFields?[$0].name }
      return [field.name, inner].compactMap(\.self).joined(separator: ".")
    }
  }
}

extension Entity {
  /// The summary as it's written, in Markdown.
  package var summary: String? {
    guard case .markdown(_, let source)? = fact(Kind.summaryField)?.value else { return nil }
    return source
  }
}

extension Fact {
  /// Whether it's a plain title or summary, which stand before the facts.
  var isToldOutside: Bool {
    guard field == Kind.titleField || field == Kind.summaryField else { return false }
    guard claims.count == 1, assessment == nil, claims[0].provenance.isEmpty else { return false }
    if case .localized = value { return false }
    return true
  }
}
