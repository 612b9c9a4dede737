import CommonMark
import Knowledge

/// What two sources say of one thing, then of its parts, then of all else.
struct SourceComparison: Sendable {
  struct Group: Sendable {
    let entity: EntityID
    var lines: [ComparedLine]
  }

  private(set) var subject: Group
  private(set) var parts: [Group]
  /// In the graph's order, and so by kind.
  private(set) var others: [Group]

  init(_ a: EntityID, _ b: EntityID, of entity: EntityID, parts: [EntityID], in graph: KnowledgeGraph) {
    let sides = Sides(graph: graph, a: a, b: b)
    let compared = [entity] + parts.filter { $0 != entity }
    let told = sides.discrepancies
    // A disagreement about parts stands with each of them, else with the whole, else by itself.
    var places: [EntityID: [EntityID]] = [:]
    for discrepancy in told {
      let about = discrepancy.about.map(\.entity).filter(compared.contains).unique
      let ofParts = about.filter { $0 != entity }
      for place in ofParts.isEmpty ? about : ofParts {
        places[place, default: []].append(discrepancy.entity)
      }
    }
    func group(_ entity: EntityID) -> Group {
      let own = told.filter { places[entity]?.contains($0.entity) ?? false }
      let lines = sides.statements(entity) + own.map(sides.line)
      return Group(entity: entity, lines: sides.sentences(in: entity) + lines.sortedByVerdict)
    }
    let placed = Set(places.values.joined())
    subject = group(entity)
    self.parts = compared.dropFirst().map(group)
    others = graph.entityIDs.compactMap { other in
      guard !compared.contains(other), !placed.contains(other) else { return nil }
      let own = told.filter { $0.entity == other }.map(sides.line)
      let lines =
        graph[other].kind == graph.schema.discrepancyKind ? own : sides.statements(other)
      return lines.isEmpty ? nil : Group(entity: other, lines: lines.sortedByVerdict)
    }
    nameLines(graph)
  }

  /// In the order of the page, with each disagreement once, though it may stand with several parts.
  var lines: [ComparedLine] {
    var seen: Set<EntityID> = []
    return groups.flatMap(\.lines).filter { line in
      guard case .discrepancy(let id) = line.matter else { return true }
      return seen.insert(id).inserted
    }
  }

  var groups: [Group] { [subject] + parts + others }

  private mutating func nameLines(_ graph: KnowledgeGraph) {
    var counts: [String: Int] = [:]
    func name(_ group: inout Group) {
      for index in group.lines.indices {
        let name = "\(graph.id(of: group.entity)).\(group.lines[index].fieldName)"
        counts[name, default: 0] += 1
        let count = counts[name, default: 1]
        group.lines[index].anchor = count == 1 ? name : "\(name).\(count)"
      }
    }
    name(&subject)
    for index in parts.indices { name(&parts[index]) }
    for index in others.indices { name(&others[index]) }
  }
}

/// Two sources and what they say.
private struct Sides {
  let graph: KnowledgeGraph
  let a: EntityID
  let b: EntityID

  func statements(_ entity: EntityID) -> [ComparedLine] {
    SourceStatements(graph: graph, entity: entity, a: a, b: b).lines
  }

  /// The entities that tell of a disagreement in which a source takes part.
  var discrepancies: [Discrepancy] {
    graph.toldDiscrepancies.filter { $0.claims.contains { $0.source == a || $0.source == b } }
  }

  func line(_ discrepancy: Discrepancy) -> ComparedLine {
    func said(_ source: EntityID) -> [Said] {
      guard let field = discrepancy.field else { return [] }
      return discrepancy.claims.filter { $0.source == source }.map { Said($0, field) }
    }
    let (ofA, ofB) = (said(a), said(b))
    let isOfBoth = !ofA.isEmpty && !ofB.isEmpty
    var line = ComparedLine(
      place: graph.target(of: discrepancy), matter: .discrepancy(discrepancy.entity), a: ofA, b: ofB,
      verdict: isOfBoth ? .differ : .within)
    line.state = discrepancy.state
    if isOfBoth, !discrepancy.isConflict { line.verdict = .noConflict }
    return line
  }

  /// What the page's text tells with a citation of one of the sources.
  func sentences(in entity: EntityID) -> [ComparedLine] {
    let (ofA, ofB) = (sentences(in: entity, citing: a), sentences(in: entity, citing: b))
    guard !ofA.isEmpty || !ofB.isEmpty else { return [] }
    return [ComparedLine(place: Target(entity), matter: .text, a: ofA, b: ofB, verdict: .told)]
  }

  private func sentences(in entity: EntityID, citing source: EntityID) -> [Said] {
    let mentions = graph.mentions(of: source).filter { $0.from == entity && $0.isCitation }
    return mentions.map { mention in
      let sentence = graph.sentence(around: mention)
      var provenance = Provenance()
      provenance.at = graph.document(mention.document).links[mention.link].at
      return Said(.sentence(sentence.withoutLink), provenance: provenance)
    }
  }
}

extension LinkedSentence {
  /// With one blank, or none before a mark, where the citation stood.
  fileprivate var withoutLink: String {
    var words = before[...]
    while words.last == " " { words.removeLast() }
    let rest = after.drop { $0 == " " }
    guard let first = rest.first else { return String(words) }
    return words + (first.isLetter || first.isNumber || "([“".contains(first) ? " " : "") + rest
  }
}

extension ComparedLine {
  /// For data and addresses.
  var fieldName: String {
    switch matter {
    case .field(let name, _, let record): record.map { "\(name)#\($0)" } ?? name
    case .inverse(let name, _): name
    case .names: "aliases"
    case .text: "text"
    case .discrepancy: claimedField ?? "discrepancy"
    }
  }

  private var claimedField: String? {
    guard case .claim(_, let field)? = (a + b).first?.content else { return nil }
    return field.name
  }
}

extension [ComparedLine] {
  /// What both say first, then what one of them says; else in the order they had.
  fileprivate var sortedByVerdict: [ComparedLine] {
    let order: [[ComparedLine.Verdict]] = [
      [.same, .differ, .noConflict], [.onlyA], [.onlyB], [.within], [.told],
    ]
    return order.flatMap { verdicts in filter { verdicts.contains($0.verdict) } }
  }
}
