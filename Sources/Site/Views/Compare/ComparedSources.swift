import Knowledge
import Templates

/// What two sources say: in short what only one of them says and where they differ, then line by line. A class,
/// so that the lines are put together once.
final class ComparedSources: Sendable {
  let sides: ComparedSides
  let counts: [ShownLineCount]
  let lists: [ShownVerdictList]
  /// What they speak of first, and its parts.
  let things: [ShownComparedThing]
  let kinds: [ShownComparedKind]
  /// The sections of all pages of the comparison.
  let jumps: [ShownComparedJump]

  init(_ sides: ComparedSides, _ compared: SourceComparison) {
    var window = RowWindow(sides.part)
    self.sides = sides
    counts = sides.counts(compared.lines, listed: SourceComparison.listed)
    let isFirst = sides.stretch == .summary
    lists = (isFirst ? compared.lists : []).compactMap { list in
      let groups = window.take(list)
      let count = list.groups.reduce(0) { $0 + $1.lines.count }
      return groups.isEmpty
        ? nil : ShownVerdictList(sides: sides, verdict: list.verdict, count: count, groups: groups)
    }
    let isSecond = sides.stretch == .things
    things = (isSecond ? compared.things : []).compactMap { group in
      window.take(group).map { ShownComparedThing(sides: sides, group: $0) }
    }
    let isThird = sides.stretch == .others
    kinds = (isThird ? compared.kinds(in: sides.page.graph) : []).compactMap { kind, groups in
      let shown = groups.compactMap { window.take($0) }
      return shown.isEmpty ? nil : ShownComparedKind(sides: sides, kind: kind, groups: shown)
    }
    jumps = ComparedSources.jumps(sides, compared)
  }
}

extension SourceComparison {
  /// The verdicts that the first page lists in short.
  static let listed: [ComparedLine.Verdict] = [.onlyA, .onlyB, .differ]

  /// What the first page lists, those that have something.
  var lists: [(verdict: ComparedLine.Verdict, groups: [Group])] {
    SourceComparison.listed.map { ($0, groups($0)) }.filter { !$0.1.isEmpty }
  }

  /// What is told line by line.
  var things: [Group] { [subject] + parts }

  /// Everything else by kind.
  func kinds(in graph: KnowledgeGraph) -> [(kind: Kind, groups: [Group])] {
    others.map { graph[$0.entity].kind }.unique.map { kind in
      (graph.schema[kind], others.filter { graph[$0.entity].kind == kind })
    }
  }

  /// The lines of one verdict, each disagreement once.
  private func groups(_ verdict: ComparedLine.Verdict) -> [Group] {
    var seen: Set<EntityID> = []
    return groups.map { group in
      group.filter { line in
        guard line.verdict == verdict else { return false }
        guard case .discrepancy(let id) = line.matter else { return true }
        return seen.insert(id).inserted
      }
    }.filter { !$0.lines.isEmpty }
  }
}

extension SourceComparison.Group {
  fileprivate func filter(_ isWanted: (ComparedLine) -> Bool) -> SourceComparison.Group {
    SourceComparison.Group(entity: entity, lines: lines.filter(isWanted))
  }
}

/// The lines of one verdict in short.
struct ShownVerdictList: Sendable {
  let sides: ComparedSides
  let verdict: ComparedLine.Verdict
  let count: Int
  let groups: [SourceComparison.Group]

  static let record: RecordType<ShownVerdictList> = RecordType([
    .text("anchor", "its id on the page") { $0.verdict.rawValue },
    .text("label", "the verdict in words") { $0.sides.listLabel($0.verdict) },
    .text("side", "the one that alone says something") { $0.sides.side($0.verdict) },
    .number("count", "how many lines, with those of names") { $0.count },
    .list("groups", "by what they are about", of: ShownListedThing.record) { list in
      // What a source calls things is not what it says of them.
      list.groups.map { $0.filter { $0.matter != .names } }.filter { !$0.lines.isEmpty }.map {
        ShownListedThing(sides: list.sides, group: $0)
      }
    },
    .list("names", "what it calls things", of: ShownListedLine.record) { list in
      list.groups.flatMap { group in
        group.lines.filter { $0.matter == .names }.map {
          ShownListedLine(sides: list.sides, line: $0, stretch: list.sides.stretch(of: group.entity))
        }
      }
    },
  ])
}

extension ComparedSides {
  /// What a list of the lines of one verdict is called.
  func listLabel(_ verdict: ComparedLine.Verdict) -> String {
    verdict == .differ ? page.text("compare_where_they_differ") : label(verdict)
  }
}

struct ShownListedThing: Sendable {
  let sides: ComparedSides
  let group: SourceComparison.Group

  static let record: RecordType<ShownListedThing> = RecordType([
    .record("entity", "the thing", of: ShownLink.record) { $0.sides.page.link($0.group.entity) },
    .list("items", "what is said of it", of: ShownListedLine.record) { shown in
      let stretch = shown.sides.stretch(of: shown.group.entity)
      return shown.group.lines.map { ShownListedLine(sides: shown.sides, line: $0, stretch: stretch) }
    },
  ])
}

/// A line in short.
struct ShownListedLine: Sendable {
  let sides: ComparedSides
  let line: ComparedLine
  /// The page on which it stands.
  let stretch: Comparison.Stretch

  static let record = RecordType<ShownListedLine>([
    .text("label", "what it is about") { $0.sides.label($0.line.matter) },
    .text("text", "what is said, in a few words; nothing where both speak") { shown in
      guard shown.line.verdict != .differ else { return nil }
      return (shown.line.a.first ?? shown.line.b.first).map(shown.sides.words)
    },
    .text("href", "its place, line by line") { $0.sides.href($0.stretch, $0.line.anchor) },
  ])
}

/// A thing line by line.
struct ShownComparedThing: Sendable {
  let sides: ComparedSides
  let group: SourceComparison.Group

  static let record: RecordType<ShownComparedThing> = RecordType([
    .record("entity", "the thing", of: ShownLink.record) { $0.sides.page.link($0.group.entity) },
    .text("anchor", "its id on the page") { $0.sides.page.graph.id(of: $0.group.entity) },
    .list("lines", "what is compared", of: ShownComparedLine.record) { shown in
      shown.group.lines.map { ShownComparedLine(sides: shown.sides, line: $0) }
    },
  ])
}

/// The things of one kind line by line.
struct ShownComparedKind: Sendable {
  let sides: ComparedSides
  let kind: Kind
  let groups: [SourceComparison.Group]

  static let record: RecordType<ShownComparedKind> = RecordType([
    .text("label", "of the kind") { $0.kind.label.many },
    .text("anchor", "its id on the page") { Comparison.anchor(of: $0.kind) },
    .list("lines", "what is compared", of: ShownComparedLine.record) { $0.lines },
  ])

  private var lines: [ShownComparedLine] {
    groups.flatMap { group in
      group.lines.enumerated().map { index, line in
        // A disagreement is named by its own title.
        let isNamed = if case .discrepancy = line.matter { true } else { index > 0 }
        return ShownComparedLine(sides: sides, line: line, entity: isNamed ? nil : group.entity)
      }
    }
  }
}

extension ComparedSides {
  /// On which page a thing stands.
  fileprivate func stretch(of entity: EntityID) -> Comparison.Stretch {
    guard case .sources(let of, let parts) = comparison.subject else { return .summary }
    return entity == of || parts.contains(entity) ? .things : .others
  }
}
