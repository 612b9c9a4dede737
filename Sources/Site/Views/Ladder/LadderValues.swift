import Knowledge
import Templates

extension LadderView {
  static var shape: Shape {
    let link = Shape.record(ShownLink.record)
    let lines = Shape.list(.object(["y": .text, "text": .text]))
    let step = Shape.object([
      "rung": link, "condition": .text, "statements": .list(.record(ShownStatement.record)),
    ])
    return [
      "has_rungs": .flag,
      "drawing": .object([
        "width": .text, "height": .text, "box_width": .text, "box_height": .text,
        "boxes": .list(
          .object([
            "x": .text, "y": .text, "middle": .text, "href": .text, "title": .text, "lines": lines,
            "note": .text, "note_y": .text,
          ])),
        "arrows": .list(
          .object([
            "path": .text, "label_x": .text, "lines": lines,
          ])),
      ]),
      "chains": .list(
        .object([
          "number": .text, "first": link, "last": link,
          "rungs": .list(
            .object([
              "rung": link, "anchor": .text, "summary": .text, "level": .text,
              "facts": .list(.record(ShownFact.record)), "next": .list(step), "before": .list(step),
            ])),
        ])),
    ]
  }

  func value(of part: ViewPart, _ ladder: Ladder, on page: PageContext) -> Value {
    return [
      "has_rungs": .flag(!ladder.rungs.isEmpty),
      "drawing": drawing(ladder, page),
      "chains": .list(
        ladder.chains.enumerated().map { number, rungs in
          [
            "number": .text(String(number + 1)),
            "first": rungs.first.map { page.linkValue($0.entity) } ?? .nothing,
            "last": rungs.last.map { page.linkValue($0.entity) } ?? .nothing,
            "rungs": .list(rungs.map { rung($0, ladder, page) }),
          ]
        }),
    ]
  }

  private func rung(_ rung: Ladder.Rung, _ ladder: Ladder, _ page: PageContext) -> Value {
    let entity = page.graph[rung.entity]
    let id = page.graph.id(of: rung.entity)
    let fields = page.graph.schema[kind].fields
    let facts = ([since].compactMap(\.self) + shown).unique.compactMap { number -> Value? in
      guard let fact = entity.fact(number) else { return nil }
      return page.factValue(
        fact, fields[number],
        anchor: "\(id)-\(fields[number].name)")
    }
    return [
      "rung": page.linkValue(rung.entity), "anchor": .text(id), "level": .text(String(rung.level)),
      "summary": page.optional(page.plainSummary(of: rung.entity)),
      "facts": .list(facts),
      "next": .list(ladder.steps(from: rung.entity).map { step($0, to: $0.to, page) }),
      "before": .list(ladder.steps(to: rung.entity).map { step($0, to: $0.from, page) }),
    ]
  }

  private func step(_ step: Ladder.Step, to other: EntityID, _ page: PageContext) -> Value {
    return [
      "rung": page.linkValue(other), "condition": page.optional(conditions(of: step)),
      "statements": .list(
        step.edges.filter { !$0.provenance.isEmpty }.map { page.statementValue($0.provenance) }),
    ]
  }

  /// What the sources say it takes, each wording once.
  func conditions(of step: Ladder.Step) -> String? {
    guard let condition else { return nil }
    let said = step.edges.compactMap { $0.item.qualifier(condition) }.unique
    return said.isEmpty ? nil : said.joined(separator: " / ")
  }

  private func drawing(_ ladder: Ladder, _ page: PageContext) -> Value {
    let drawing = LadderDrawing(
      ladder, title: { page.graph.title(of: $0) }, note: { start(of: $0, page) },
      label: { conditions(of: $0) ?? "" })
    return [
      "width": page.count(drawing.width), "height": page.count(drawing.height),
      "box_width": page.count(LadderDrawing.boxWidth), "box_height": page.count(LadderDrawing.boxHeight),
      "boxes": .list(drawing.boxes.map { box($0, page) }),
      "arrows": .list(drawing.arrows.map { arrow($0, page) }),
    ]
  }

  /// Every claim of since when, so that none hides behind another.
  private func start(of rung: EntityID, _ page: PageContext) -> String? {
    guard let since, let fact = page.graph[rung].fact(since) else { return nil }
    let dates = fact.claims.map { claim in
      page.words(claim.value) + (claim.provenance.isInferred ? " (\(page.text("inferred")))" : "")
    }
    return page.text("since") + " " + dates.unique.joined(separator: " / ")
  }

  private func box(_ box: LadderDrawing.Box, _ page: PageContext) -> Value {
    let height = LadderDrawing.lineHeight
    let count = box.lines.count + (box.note == nil ? 0 : 1)
    let top = box.y + (LadderDrawing.boxHeight - count * height) / 2 + 14
    return [
      "x": page.count(box.x), "y": page.count(box.y),
      "middle": page.count(box.x + LadderDrawing.boxWidth / 2),
      "href": .text(page.href(Target(box.entity))),
      "title": .text(page.graph.title(of: box.entity)), "lines": lines(box.lines, from: top, page),
      "note": page.optional(box.note), "note_y": page.count(top + box.lines.count * height),
    ]
  }

  private func arrow(_ arrow: LadderDrawing.Arrow, _ page: PageContext) -> Value {
    let height = LadderDrawing.lineHeight - 2
    let path = arrow.points.map { "\($0.x) \($0.y)" }.joined(separator: "L")
    let top = arrow.label.y - (arrow.lines.count - 1) * height / 2 + 5
    return [
      "path": .text("M" + path), "label_x": page.count(arrow.label.x),
      "lines": lines(arrow.lines, from: top, page, by: height),
    ]
  }

  private func lines(
    _ lines: [String], from top: Int, _ page: PageContext, by height: Int = LadderDrawing.lineHeight
  ) -> Value {
    .list(
      lines.enumerated().map { number, line in
        ["y": page.count(top + number * height), "text": .text(line)]
      })
  }
}
