import Knowledge
import Templates

/// The rows of one class or weight, those that are open, or those that are no conflicts.
struct ShownSection: Sendable {
  let page: RegisterPage
  let section: Register.Section
  /// Those of its rows that are on the page.
  let rows: [Register.Row]

  static let record: RecordType<ShownSection> = RecordType([
    .text("label", "the class, weight or state in words") { $0.label },
    .text("anchor", "its id on the page") { $0.page.register.anchor(of: $0.section) },
    .number("count", "how many rows it has on all its pages") { $0.section.rows.count },
    .flag("is_denied", "its rows are no conflicts") { $0.section.matter == .denied },
    .flag("is_mixed", "its rows are of several classes") { shown in
      if case .discrepancyClass = shown.section.matter { false } else { true }
    },
    .flag("has_unsourced", "some claims name no source, and have a column") {
      $0.section.hasClaimsWithoutSource && !$0.section.isWide
    },
    .flag("is_wide", "too many sources take part for a column each") { $0.section.isWide },
    .list("columns", "the sources", of: ShownLink.record) { shown in
      shown.section.isWide ? [] : shown.section.sources.map { shown.page.page.link($0) }
    },
    .list("rows", "the disagreements", of: ShownDisagreement.record) { shown in
      shown.rows.map {
        ShownDisagreement(page: shown.page, section: shown.section, row: $0)
      }
    },
  ])

  private var label: String {
    switch section.matter {
    case .open: page.page.word(Schema.openState, group: "state")
    case .discrepancyClass(let name): page.page.word(name, group: "class")
    case .weight(let weight): page.page.word(weight.rawValue, group: "weight")
    case .denied: page.page.word(Schema.notAConflict, group: "state")
    }
  }
}

/// One disagreement, with what each source says.
struct ShownDisagreement: Sendable {
  let page: RegisterPage
  let section: Register.Section
  let row: Register.Row

  private var context: PageContext { page.page }
  private var discrepancy: Discrepancy { row.discrepancy }
  private var allClaims: [Claim] { page.register.claims(of: row, page.filter) }
  private var shownClaims: [Claim] { Array(allClaims.prefix(Register.mostClaims)) }

  static let record: RecordType<ShownDisagreement> = RecordType(
    "", "",
    with: DiscrepancyHead.record.members { DiscrepancyHead(page: $0.context, discrepancy: $0.discrepancy) },
    [
      .list("cells", "one for each source, or one for all where the section is wide", of: ShownSide.record) {
        $0.sides
      },
      .list(
        "claims", "what is said, in a line: each claim with its source", of: ShownClaim.record
      ) { $0.claims },
      .list("reason", "what its author says of it", of: ShownValue.record) { row in
        // Only the type of the field counts: how a text is shown.
        row.discrepancy.reason.map { row.context.values($0, Field(name: "", type: .text, label: "")) } ?? []
      },
      .list("about", "what it is about", of: ShownLink.record) { row in
        row.discrepancy.about.map { row.context.link($0) }
      },
      .record("plot", "its numbers or dates on one scale, where there are two", of: ShownPlot.record) {
        $0.plot
      },
      .flag("has_why", "it has a reason, or things that it is about") { row in
        row.discrepancy.reason != nil || !row.discrepancy.about.isEmpty
      },
      .text("anchor", "where the page of a source leads to the row") {
        $0.row.isOfMany ? $0.row.anchor : nil
      },
      .record("others", "what others say, where very many do", of: ShownOthers.record) { $0.others },
    ])

  private var plot: ShownPlot? {
    page.plots[row.number].map {
      ShownPlot(
        title: "\(context.graph.title(of: discrepancy.entity)): \(context.text("picture_claims_title"))",
        plot: $0, isFolded: page.plots.count > Register.mostOpenPlots)
    }
  }

  private var others: ShownOthers? {
    let hidden = discrepancy.claims.count - shownClaims.count
    guard hidden > 0 else { return nil }
    let full = context.href(context.graph.target(of: discrepancy))
    // On the page of a source they are in the row of all; where these are too many, on the page of the fact.
    let isOfSource = allClaims.count < discrepancy.claims.count
    let href = isOfSource ? page.href(discrepancy.weight, at: row.anchor) : full
    return href.map { ShownOthers(count: hidden, href: $0) }
  }

  private var claims: [ShownClaim] {
    guard let field = discrepancy.field else { return [] }
    return shownClaims.map { claim in
      context.said(
        context.bareValues(claim, field), by: claim.provenance, isPreferred: discrepancy.isPreferred(claim))
    }
  }

  private var sides: [ShownSide] {
    if section.isWide {
      return [side(shownClaims, context.text("register_said"), namesSources: true)]
    }
    var sides = section.sources.map { source in
      side(shownClaims.filter { $0.source == source }, context.graph.shortTitle(of: source))
    }
    if section.hasClaimsWithoutSource {
      sides.append(side(shownClaims.filter { $0.source == nil }, context.text("register_without_source")))
    }
    return sides
  }

  private func side(_ claims: [Claim], _ label: String, namesSources: Bool = false) -> ShownSide {
    let said = discrepancy.field.map { field in
      claims.map { claim in
        // The source is the head of the column, where it has one.
        context.said(
          context.bareValues(claim, field),
          by: namesSources ? claim.provenance : claim.provenance.withoutSource,
          isPreferred: discrepancy.isPreferred(claim))
      }
    }
    return ShownSide(label: label, claims: said ?? [])
  }
}

/// What one side says.
struct ShownSide: Sendable {
  let label: String
  let claims: [ShownClaim]

  static let record: RecordType<ShownSide> = RecordType([
    .text("label", "who says it") { $0.label },
    .list("claims", "what is said", of: ShownClaim.record) { $0.claims },
  ])
}

struct ShownOthers: Sendable {
  let count: Int
  let href: String

  static let record = RecordType<ShownOthers>([
    .number("count", "how many claims") { $0.count },
    .text("href", "where they are") { $0.href },
  ])
}
