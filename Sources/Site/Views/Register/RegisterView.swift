import Diagnostics
import FrontMatter
import Knowledge
import Templates

/// Where the sources disagree: every disputed fact and every entity that tells of a disagreement, by class, with
/// what each source says in a column of its own.
struct RegisterView: View {
  static let type = "register"

  init?(_ settings: inout ViewSettings) {
    // Which fields say what is the schema's to say, since more than one register counts by them.
    for part in DiscrepancyFields.Part.allCases {
      // Only where it's there: a key that was asked for counts as one that may be written.
      guard settings.reader.entries.contains(where: { $0.key == part.rawValue }),
        let node = settings.reader.node(part.rawValue)
      else { continue }
      settings.reader.report(
        .invalidSetting, "a register has no '\(part.rawValue)': schema.yaml says which field that is",
        at: node,
        help: "write there claims: {discrepancy: {kind: …, \(part.rawValue): \(node.text ?? "…")}}")
    }
  }

  /// The same for all pages of a site.
  func register(of site: SiteModel) -> Register {
    site.registers.value(of: true) { Register(site.graph) }
  }

  /// The whole, and a page for each state, class and source that a disagreement has.
  func parts(of graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    let register = Register(graph)
    return [.whole]
      + register.filters.map { filter in
        switch filter {
        case .state(let state):
          ViewPart(slug: register.slug(filter), word: ViewPart.Word(state, group: "state"))
        case .discrepancyClass(let name):
          ViewPart(slug: register.slug(filter), word: ViewPart.Word(name, group: "class"))
        case .source(let source):
          ViewPart(slug: register.slug(filter), title: graph.shortTitle(of: source), subjects: [source])
        }
      }
  }
}
