import Diagnostics
import Knowledge
import Templates

/// Any wording to the thing that it means, with the sources that use it.
struct WordingsView: View {
  static let type = "wordings"

  let kinds: [KindID]
  /// The names of fields whose texts are names too, of whatever kind has them.
  let fields: [String]
  /// The names of qualifiers that tell by which words a source names the target of a relation.
  let qualifiers: [String]

  init?(_ settings: inout ViewSettings) {
    kinds = settings.kinds("of", else: { _ in true })
    fields = settings.fieldNames("fields", of: kinds, .plainText)
    qualifiers = settings.names(
      "qualifiers", what: "qualifier",
      known: settings.schema.kinds.flatMap { $0.fields.flatMap { $0.relation?.qualifiers ?? [] } }.map(\.name)
    )
  }

  func answer(in graph: KnowledgeGraph) -> WordingIndex { WordingIndex(self, in: graph) }

  static let shape = Shape.record(WordingsPage.record)

  func parts(of index: WordingIndex, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    index.pages.parts
  }

  func value(of part: ViewPart, _ index: WordingIndex, on page: PageContext) -> Value {
    WordingsPage.record.value(WordingsPage(page: page, index: index, part: part))
  }
}
