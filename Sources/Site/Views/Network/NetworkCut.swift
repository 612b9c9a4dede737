import Knowledge

extension NetworkView {
  /// What joins the pairs, then the pairs that nothing joins; of one pair what joins it.
  func rows(of part: ViewPart, _ network: Network, in graph: KnowledgeGraph) -> ViewRows? {
    var rows = ViewRows()
    if let pair = network.pair(of: part) {
      for joint in network.joints(of: pair) { rows.add(weighing: 1 + 2 * joint.group.named.count) }
      return rows
    }
    rows.begin("pairs", title: "network_pairs", of: network.joined)
    for pair in network.pairs { rows.add(pair.joints.count) }
    if network.listsGaps {
      rows.begin("gaps", title: "network_gaps", of: network.possible - network.joined)
      for thing in network.from { rows.add(network.gaps(of: thing).count) }
    }
    return rows
  }
}

/// What of a network is on one page.
struct NetworkStretch: Sendable {
  /// With what joins them.
  var pairs: [(pair: Network.Pair, joints: [Network.Joint])] = []
  /// With which others nothing joins a thing, and with how many in all.
  var gaps: [(thing: EntityID, others: [EntityID], count: Int)] = []
  /// Whether the page ends the list of the gaps, or tells that there are too many for one.
  let isLast: Bool

  init(_ network: Network, _ part: ViewPart) {
    var window = RowWindow(part)
    isLast = part.number == part.pageCount
    if let pair = network.pair(of: part) {
      pairs = [(pair, window.take(network.joints(of: pair)))]
      return
    }
    for pair in network.pairs {
      let joints = window.take(network.joints(of: pair))
      if !joints.isEmpty { pairs.append((pair, joints)) }
    }
    guard network.listsGaps else { return }
    for thing in network.from {
      let all = network.gaps(of: thing)
      let others = window.take(all)
      if !others.isEmpty { gaps.append((thing, others, all.count)) }
    }
  }
}
