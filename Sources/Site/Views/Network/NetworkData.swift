import Diagnostics
import Knowledge

extension NetworkView {
  /// Of the whole a row for each pair, also for those that nothing joins; of a pair one for each statement.
  func data(of part: ViewPart, _ network: Network, in site: SiteModel) -> ViewData {
    let knowsProposals = site.graph.schema.knowsProposals
    if let pair = network.pair(of: part) {
      let lines = network.joints(of: pair).flatMap { joint in
        joint.group.named.filter { [pair.a, pair.b].contains($0.entity) }.map {
          NamingLine(graph: site.graph, view: self, joint: joint, named: $0)
        }
      }
      return ViewData(NamingLine.columns(knowsProposals), lines)
    }
    let columns = PairLine.columns(knowsProposals, hasLeads: lead != nil)
    return ViewData(columns, pairLines(network, site.graph))
  }

  /// Those that are joined first, as on the page.
  private func pairLines(_ network: Network, _ graph: KnowledgeGraph) -> [PairLine] {
    let joined = network.pairs.map { pair in
      PairLine(graph: graph, a: pair.a, b: pair.b, joints: network.joints(of: pair))
    }
    guard network.hasAllPairs else { return joined }
    let gaps = network.from.enumerated().flatMap { number, a in
      network.to.dropFirst(network.isDirected ? 0 : number + 1).compactMap { b -> PairLine? in
        guard a != b, network.pair(a, b) == nil else { return nil }
        let isTurned = !network.isDirected && graph.id(of: b) < graph.id(of: a)
        return PairLine(graph: graph, a: isTurned ? b : a, b: isTurned ? a : b, joints: [])
      }
    }
    return joined + gaps
  }
}

/// Two things, with what joins them.
private struct PairLine {
  let graph: KnowledgeGraph
  let a: EntityID
  let b: EntityID
  let joints: [Network.Joint]

  /// What is only proposed is told where the schema knows proposals, and who leads where the view asks for it.
  static func columns(_ knowsProposals: Bool, hasLeads: Bool) -> [Column<PairLine>] {
    said + (hasLeads ? [leads] : []) + (knowsProposals ? [proposed] : [])
  }

  private static let leads: Column<PairLine> = .texts("leads", "which of the two leads, and in what") {
    line in
    line.joints.filter { !$0.isProposed }.flatMap { joint in
      [line.a, line.b].filter(joint.leaders.contains).map {
        "\(line.graph.id(of: $0)): \(line.graph.name(of: joint.group.target))"
      }
    }
  }

  private static let said: [Column<PairLine>] = [
    .text("a", "the one") { $0.graph.id(of: $0.a) },
    .text("a_title", "its title") { $0.graph.title(of: $0.a) },
    .text("b", "the other") { $0.graph.id(of: $0.b) },
    .text("b_title", "its title") { $0.graph.title(of: $0.b) },
    .number("count", "how much joins them") { line in line.joints.count { !$0.isProposed } },
    .texts("things", "what joins them") { line in
      line.joints.filter { !$0.isProposed }.map { line.graph.name(of: $0.group.target) }
    },
  ]

  private static let proposed: Column<PairLine> = .texts("proposed", "what is only proposed") { line in
    line.joints.filter(\.isProposed).map { line.graph.name(of: $0.group.target) }
  }
}

/// One of the two, as a source names it.
private struct NamingLine {
  let graph: KnowledgeGraph
  let view: NetworkView
  let joint: Network.Joint
  let named: NamedTogether.Named

  static func columns(_ knowsProposals: Bool) -> [Column<NamingLine>] {
    (knowsProposals ? things + [proposed] : things) + statement
  }

  private static let things: [Column<NamingLine>] = [
    .text("thing", "what joins the two") { $0.graph.name(of: $0.joint.group.target) },
    .text("thing_title", "its title") { $0.graph.title(of: $0.joint.group.target.entity) },
    .text("relation", "the relation's name") { $0.view.relations[$0.named.relation].name },
    .text("named", "one of the two") { $0.graph.id(of: $0.named.entity) },
    .text("named_title", "its title") { $0.graph.title(of: $0.named.entity) },
    .texts("qualifiers", "what is said beside it") { line in
      line.named.qualifiers.map { "\($0.name): \(line.graph.words($0.value, as: .cell))" }
    },
  ]

  private static let proposed: Column<NamingLine> = .flag("proposed", "whether that is only proposed") {
    $0.joint.isOfProposal || $0.named.isProposed
  }

  private static let statement: [Column<NamingLine>] =
    [.text("source", "who says so") { line in (line.named.provenance.source?.entity).map(line.graph.id) }]
    + Column.statement([.quote, .at, .scope, .asOf, .inferred, .note]) { $0.named.provenance }
}
