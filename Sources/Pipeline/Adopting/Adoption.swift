import CommonMark
package import Diagnostics
import Knowledge
package import Site

/// What becomes of another tool's folder: the settings, and what a build by them would say.
package struct Adoption: Sendable {
  package let folder: String
  package let target: String?
  /// Whether the pages stay where they are.
  package let isInPlace: Bool
  package let tools: [RecognisedTool]
  package let settings: AdoptedSettings
  /// The tool's rules of addresses that have no certain counterpart.
  package let untold: [String]
  package let fields: ForeignFields
  package let content: ForeignContent
  package let base: KnowledgeBase
  /// Whether there are settings already, which are left as they are.
  package let hasSettings: Bool

  /// Whether something is to be written: else the pages lie where Remit does not look for them.
  package var canBeWritten: Bool { (isInPlace || target != nil) && !hasSettings }

  /// The folder of the knowledge base.
  package var root: String { target ?? folder }

  package var settingsPath: String { root == "." ? Configuration.path : root + "/" + Configuration.path }

  /// A schema to begin with.
  package var kinds: String {
    let kinds = ProposedKinds(content.files)
    return kinds.isEmpty
      ? "# No folder has three files or more that share fields of their own.\n" : kinds.text
  }

  package var tool: ForeignTool? { tools.first?.tool }

  package var pages: Int { base.parsed.files.count }

  package var otherFiles: Int { content.files.count { !$0.isMarkdown } }

  /// Why files are held back, the most frequent reason first, each with the first file.
  package var heldBack: [(reason: String, files: Int, first: String)] {
    Dictionary(grouping: base.heldBack, by: \.why.sort)
      .map { sort, files in
        let reasons = Set(files.map(\.why.reason))
        let reason = reasons.count == 1 ? reasons.first ?? sort : sort
        return (reason, files.count, content.origin(of: files.map(\.path).min() ?? ""))
      }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// The keys that no page shows, and that are told: the most frequent first.
  package var otherKeys: [FoundField] {
    fields.all.filter { !settings.fields.contains($0) && !EntityReader.isForeign($0.name) }
  }

  /// Of how many published pages a field is shown.
  package func pages(with field: String) -> Int {
    let graph = base.graph
    guard let index = graph.schema[.page].fields.firstIndex(where: { $0.name == field }) else { return 0 }
    return graph.entityIDs.count { id in
      graph[id].kind == .page && graph[id].facts.contains { $0.field == index }
    }
  }

  package var redirects: Int { count { if case .redirect = $0 { true } else { false } } }

  package var tags: Int { count { if case .pageList(.tag, nil) = $0 { true } else { false } } }

  package var folders: Int { count { if case .pageList(.folder, nil) = $0 { true } else { false } } }

  package var asides: Int {
    base.parsed.entities.reduce(0) { sum, entity in
      sum + entity.documents.reduce(0) { $0 + $1.nodes.count { $0.kind == .aside } }
    }
  }

  private func count(_ isMeant: (Output) -> Bool) -> Int {
    base.site.plan.entries.count { isMeant($0.output) }
  }

  /// What a check says, once for each sort.
  package var problems: [AdoptionProblem] { AdoptionProblem.all(base.diagnostics, origin: content.origin) }
}

/// Diagnostics of one sort.
package struct AdoptionProblem: Hashable, Sendable {
  package let first: Diagnostic
  package let count: Int
  package let files: Int

  static func all(_ diagnostics: [Diagnostic], origin: (String) -> String) -> [AdoptionProblem] {
    var groups: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      let isToldByMessage = diagnostic.id == .leftoverSyntax || diagnostic.id == .foreignFrontMatter
      let key = diagnostic.id.rawValue + (isToldByMessage ? diagnostic.message : "")
      groups[diagnostic.severity.rawValue + key, default: []].append(diagnostic)
    }
    let all = groups.values.compactMap { group -> AdoptionProblem? in
      guard var first = group.min() else { return nil }
      if let path = first.place?.path { first.place?.path = origin(path) }
      return AdoptionProblem(
        first: first, count: group.count, files: Set(group.compactMap(\.place?.path)).count)
    }
    return all.sorted { a, b in
      (a.first.severity, -a.count, a.first) < (b.first.severity, -b.count, b.first)
    }
  }
}

extension HoldingBack {
  /// The reason without what differs from file to file: a key's value, the names of other files.
  fileprivate var sort: String {
    if let colon = reason.firstRange(of: ": "), reason.hasPrefix("'") {
      return String(reason[..<colon.lowerBound]) + ": …'"
    }
    if reason.hasPrefix("it is beside '") { return "it is beside a page that is held back" }
    if reason.hasPrefix("only '") { return "only a page that is held back names it" }
    return reason
  }
}
