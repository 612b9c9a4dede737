import Knowledge

extension TrackerView {
  /// Each target of which two sources give numbers, and each figure that is held against such a target.
  func pictured(_ tracker: Tracker, in graph: KnowledgeGraph) -> [PicturedEntity] {
    let plotted = tracker.goals.filter(\.hasPlot)
    let targets = Set(plotted.map(\.entity))
    let figures = plotted.flatMap(\.figures).compactMap(\.edge?.to.entity).unique
    let before = Set([value, deadline, groups.first].compactMap(\.self))
    var slugs = PartSlugs()
    return plotted.map {
      PicturedEntity(entity: $0.entity, slug: slugs.slug(of: $0.entity, in: graph), fields: before)
    }
      + figures.filter { !targets.contains($0) }.map { figure in
        let fields = self.figures[graph[figure].kind]
        return PicturedEntity(
          entity: figure, slug: slugs.slug(of: figure, in: graph),
          fields: Set([fields?.value, fields?.date].compactMap(\.self)))
      }
  }

  func picture(of entity: EntityID, _ tracker: Tracker, on page: PageContext) -> Picture? {
    // Made anew for the one, as a page of a target does for its outcomes.
    let targets =
      page.graph[entity].kind == kind ? [entity] : self.targets(measuredBy: entity, in: page.graph)
    guard let goal = Tracker(self, targets, in: page.graph).goals.first(where: \.hasPlot) else { return nil }
    var picture = ClaimsPlot(page: page, goal: goal).picture
    picture.title = "\(page.graph.title(of: goal.entity)): \(picture.title)"
    return picture
  }

  private func targets(measuredBy figure: EntityID, in graph: KnowledgeGraph) -> [EntityID] {
    graph.currentEdges(to: figure)
      .filter { $0.field.kind == kind && $0.field.index == measuredBy && $0.subfield == nil }
      .map(\.from).unique
  }
}
