import ArgumentParser
import Diagnostics
import Files
import Manual
import Site

/// What a shell offers behind Tab that only the knowledge base in question can tell.
extension CompletionKind {
  /// The kinds of schema.yaml.
  static let kinds = knowledge(\.kinds)

  /// The ids of all entities.
  static let entities = knowledge(\.entities)

  /// The views of remit.yaml.
  static let views = knowledge(\.views)

  /// The pages of the manual; behind the first letters, ids of diagnostics too; behind the name of a page, its sections.
  static let manual = custom { _, _, typed in
    let manual = ManualPages.own
    let pages = manual.all.map(\.name)
    if typed.isEmpty { return pages }
    let page = typed.prefix { $0 != "#" }
    guard page.count == typed.count else {
      return manual.all.first { $0.name == page }?.sections.map(\.name) ?? []
    }
    return pages + DiagnosticID.allCases.map(\.rawValue)
  }

  private static func knowledge(_ words: @escaping @Sendable (KnowledgeOutline) -> [String]) -> CompletionKind
  {
    .custom { line, _, _ in
      // In the middle of a line nobody can be told what is wrong: then there is nothing to offer.
      let layout = SourceTree.Layout { _ in false }
      guard let tree = try? SourceTree.load(root: TypedLine(line).root, layout: layout) else { return [] }
      // Names of files are not ours to choose, and shells read what is offered once more.
      return words(KnowledgeOutline(tree.files)).filter(\.isPlainInShell)
    }
  }
}
