import Knowledge
package import Search

extension SiteModel {
  /// Whether readers can search the site.
  package var hasSearch: Bool { configuration.hasSearch }

  /// The files by which a browser searches the site: made when the first of them is asked for.
  ///
  /// They are no part of the plan, since only their making tells how many there are; their folder is reserved there.
  package var searchFiles: SearchFiles {
    get async { await search.value { await self.makeSearchFiles() } }
  }

  /// The bytes of a file of the search by its path; `nil` where there is none.
  package func searchFile(at path: String) async -> [UInt8]? {
    let site = edition(at: path)
    let start = site.folder + SearchFiles.folder
    guard hasSearch, path.hasPrefix(start) else { return nil }
    return await site.searchFiles.file(String(path.dropFirst(start.count)))
  }

  private func makeSearchFiles() async -> SearchFiles {
    let texts = SearchTexts(self)
    let outline = SearchFiles.Outline(
      kinds: texts.subjects.kinds, facets: searchFacets(texts.subjects), han: "zh",
      strings: theme.strings.filter { $0.key.hasPrefix(Self.stringPrefix) }.sorted { $0.key < $1.key }
        .map { (String($0.key.dropFirst(Self.stringPrefix.count)), $0.value) })
    return await SearchFiles(outline, documents: texts.subjects.all.count) { texts.document($0) }
  }

  /// Of the strings that the script needs.
  private static let stringPrefix = "search_"
}

// MARK: - Narrowing

extension SiteModel {
  /// By what lists are narrowed, the fields of one label together; things that results lead to; and whether sources
  /// disagree.
  private func searchFacets(_ subjects: SearchSubjects) -> [SearchFacet] {
    var facets: [SearchFacet] = []
    for kind in graph.schema.kindIDs {
      for group in facetLinks[kind] {
        guard let first = group.first?.facet else { continue }
        let label = graph.schema[first.kind].fields[first.field].label
        let place = facets.firstIndex { $0.label == label } ?? facets.count
        if place == facets.count { facets.append(SearchFacet(label: label, values: [])) }
        for link in group where link.facet.value != .none {
          facets[place].add(link.label, link.facet.entities.compactMap { subjects.numbers[$0] })
        }
      }
    }
    for kind in graph.schema.kindIDs where graph.schema[kind].narrowsSearch {
      let things = SearchFacet(label: graph.schema[kind].label.one, thingsOf: kind, in: graph, subjects)
      if let place = facets.firstIndex(where: { $0.label == things.label }) {
        for value in things.values { facets[place].add(value.label, value.documents) }
      } else if !things.values.isEmpty {
        facets.append(things)
      }
    }
    let disputed = graph.entityIDs.filter(graph.isDisputed).compactMap { subjects.numbers[$0] }.sorted()
    if !disputed.isEmpty {
      let value = SearchFacet.Value(
        label: theme.strings["search_disputed"] ?? "sources differ", documents: disputed)
      facets.append(SearchFacet(label: theme.strings["search_agreement"] ?? "Agreement", values: [value]))
    }
    return facets
  }
}

extension SearchFacet {
  /// The things of a kind, each with itself and what leads to it by a relation.
  fileprivate init(label: String, thingsOf kind: KindID, in graph: KnowledgeGraph, _ subjects: SearchSubjects)
  {
    self.init(label: label, values: [])
    for id in graph.entities(of: kind) {
      let found = Set(graph.edges(to: id).filter(\.isCurrent).map(\.from) + [id]).compactMap {
        subjects.numbers[$0]
      }
      if found.count > 1 { add(graph.shortTitle(of: id), found) }
    }
  }

  /// Fields of several kinds may have one value.
  fileprivate mutating func add(_ label: String, _ documents: [Int]) {
    if let place = values.firstIndex(where: { $0.label == label }) {
      values[place].documents = Set(values[place].documents + documents).sorted()
    } else {
      values.append(Value(label: label, documents: documents.sorted()))
    }
  }
}
