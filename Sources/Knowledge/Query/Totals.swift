import Diagnostics

/// How much a knowledge base holds: the same numbers for pages and exports.
package struct Totals: Hashable, Sendable {
  /// Without plain pages.
  package var entities = 0
  package var facts = 0
  /// Facts for which no source is named.
  package var factsWithoutSource = 0
  package var statements = 0
  package var quotedStatements = 0
  package var inferredStatements = 0
  /// Items of relations, each read from both ends.
  package var relations = 0
  /// Links to entities in running text, and citations there.
  package var links = 0
  package var citations = 0
  package var names = 0

  package init(_ graph: KnowledgeGraph) {
    for entity in graph.entities where !graph.schema[entity.kind].isPlainPage {
      entities += 1
      names += 1 + entity.aliases.count
      facts += entity.facts.count
      factsWithoutSource += entity.facts.count { $0.isWithoutSource }
    }
    for statement in graph.statements {
      statements += 1
      if statement.provenance.quote != nil { quotedStatements += 1 }
      if statement.provenance.isInferred { inferredStatements += 1 }
    }
    relations = graph.edges.count
    for mention in graph.mentions {
      if mention.isCitation { citations += 1 } else { links += 1 }
    }
  }

  /// By the names that exports use, in the order in which they're shown.
  package var all: [(name: String, count: Int)] {
    [
      ("entities", entities), ("names", names), ("relations", relations), ("links", links),
      ("citations", citations), ("facts", facts), ("facts_without_source", factsWithoutSource),
      ("statements", statements), ("quoted_statements", quotedStatements),
      ("unquoted_statements", statements - quotedStatements), ("inferred_statements", inferredStatements),
    ]
  }

  var json: JSON { .object(all.flatMap { JSON.member($0.name, .integer($0.count)) }) }
}

extension Fact {
  /// Whether neither a claim nor anything in it names a source. A title or summary is the author's own.
  package var isWithoutSource: Bool {
    guard field != Kind.titleField, field != Kind.summaryField else { return false }
    var hasSource = false
    forEachProvenance { hasSource = hasSource || $1.source != nil }
    return !hasSource
  }
}
