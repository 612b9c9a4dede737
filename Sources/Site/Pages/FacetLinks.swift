import Knowledge

/// What the lists of each kind say of their facets: in words once, as every narrowed list names them all.
struct FacetLinks: Sendable {
  /// The values of one field.
  typealias Group = [FacetLink]

  /// By kind; without fields that have no facets.
  private let byKind: [[Group]]

  init(_ facets: Facets, _ graph: KnowledgeGraph, _ theme: Theme) {
    byKind = graph.schema.kindIDs.map { kind in
      facets[kind].filter { !$0.isEmpty }.map { group in group.map { FacetLink($0, graph, theme) } }
    }
  }

  subscript(kind: KindID) -> [Group] { byKind[kind.index] }
}

struct FacetLink: Sendable {
  let facet: Facet
  /// The value in words.
  let label: String
  /// Its list, seen from the site's root.
  let address: String

  init(_ facet: Facet, _ graph: KnowledgeGraph, _ theme: Theme) {
    self.facet = facet
    label = theme.label(of: facet.value, in: graph, field: graph.schema[facet.kind].fields[facet.field].name)
    address = Routes.encode(facet.path)
  }
}

extension Theme {
  /// The value of a facet in words.
  func label(of value: Facet.Value, in graph: KnowledgeGraph, field: String? = nil) -> String {
    switch value {
    case .word(let word): words.word(word, group: "value", field: field)
    case .flag(let flag): word(flag ? "yes" : "no", group: "flag")
    case .entity(let entity): graph.shortTitle(of: entity)
    case .year(let year): words.year(year)
    case .none: strings["facet_none"] ?? "–"
    }
  }
}
