import Knowledge
import Templates

/// What the page of a ladder shows.
struct LadderPage: Sendable {
  let page: PageContext
  let ladder: Ladder
  /// `nil` where one page doesn't hold all rungs: nobody could find their way in it.
  let drawing: LadderDrawing?
  /// Those on the page.
  private let chains: [[Ladder.Rung]]

  init(page: PageContext, ladder: Ladder, part: ViewPart) {
    self.page = page
    self.ladder = ladder
    var window = RowWindow(part)
    chains = ladder.chains.map { window.take($0) }.filter { !$0.isEmpty }
    guard part.rows == nil, !ladder.chains.isEmpty else {
      drawing = nil
      return
    }
    drawing = LadderDrawing(
      ladder, title: { page.graph.title(of: $0) }, note: { page.start(of: $0, field: ladder.view.since) },
      label: { ladder.conditions(of: $0) ?? "" })
  }

  static let record: RecordType<LadderPage> = RecordType(
    "ladder", "",
    [
      .list("chains", "what hangs together, the longest first", of: ShownChain.record) { page in
        page.chains.map { ShownChain(page: page, rungs: $0) }
      },
      .record(
        "drawing", "all rungs and steps, in pixels, where one page shows all", of: ShownLadderDrawing.record
      ) {
        page in
        page.drawing.map { ShownLadderDrawing(page: page.page, drawing: $0) }
      },
    ])
}

/// The rungs that steps connect.
struct ShownChain: Sendable {
  let page: LadderPage
  let rungs: [Ladder.Rung]

  static let record = RecordType<ShownChain>([
    .number("number", "from 1") { $0.rungs.first?.chain },
    .record("first", "the lowest rung", of: ShownLink.record) { $0.link($0.rungs.first) },
    .record("last", "the highest rung", of: ShownLink.record) { $0.link($0.rungs.last) },
    .list("rungs", "lowest first", of: ShownRung.record) { chain in
      chain.rungs.map { ShownRung(page: chain.page, rung: $0) }
    },
  ])

  private func link(_ rung: Ladder.Rung?) -> ShownLink? { (rung?.entity).map(page.page.link) }
}

/// A rung, with the steps from it and to it.
struct ShownRung: Sendable {
  let page: LadderPage
  let rung: Ladder.Rung

  private var entity: EntityID { rung.entity }

  static let record: RecordType<ShownRung> = RecordType([
    .record("rung", "the thing", of: ShownLink.record) { $0.page.page.link($0.entity) },
    .text("anchor", "its id on the page") { $0.page.page.graph.id(of: $0.entity) },
    .number("level", "1 for the lowest, then one more for each step, by the longest way") { $0.rung.level },
    .text("summary", "its summary without markup, else the first paragraph of its text") {
      $0.page.page.plainSummary(of: $0.entity)
    },
    .list("facts", "`since` and `show`", of: ShownFact.record) { $0.facts },
    .list("next", "the steps up", of: ShownStep.record) { rung in
      rung.page.ladder.steps(from: rung.entity).map { ShownStep(page: rung.page, step: $0, other: $0.to) }
    },
    .list("before", "the steps that lead here", of: ShownStep.record) { rung in
      rung.page.ladder.steps(to: rung.entity).map { ShownStep(page: rung.page, step: $0, other: $0.from) }
    },
  ])

  private var facts: [ShownFact] {
    let (graph, view) = (page.page.graph, page.ladder.view)
    let numbers = ([view.since].compactMap(\.self) + view.shown).unique
    return numbers.compactMap { number in
      let field = graph.schema[view.kind].fields[number]
      return graph[entity].fact(number).map {
        page.page.fact($0, field, anchor: "\(graph.id(of: entity))-\(field.name)")
      }
    }
  }
}

/// A step, seen from one of its ends.
struct ShownStep: Sendable {
  let page: LadderPage
  let step: Ladder.Step
  /// The other end.
  let other: EntityID

  static let record = RecordType<ShownStep>([
    .record("rung", "the other end", of: ShownLink.record) { $0.page.page.link($0.other) },
    .text("condition", "what it takes, each wording once") { $0.page.ladder.conditions(of: $0.step) },
    .list("statements", "who says so", of: ShownStatement.record) { shown in
      shown.step.edges.flatMap { shown.page.page.statements($0.provenance) }
    },
  ])
}

extension PageContext {
  /// Every claim of since when, so that none hides behind another.
  fileprivate func start(of rung: EntityID, field: Int?) -> String? {
    guard let field, let fact = graph[rung].today(field) else { return nil }
    let dates = fact.claims.map { claim in
      words(claim.value) + (claim.provenance.isInferred ? " (\(text("inferred")))" : "")
    }
    return text("since", dates.unique.joined(separator: " / "))
  }
}
