import Knowledge
import Templates

extension RegisterView {
  static var shape: Shape {
    let cells = Shape.list(.object(["count": .text, "href": .text]))
    let total = Shape.object([
      "label": .text, "href": .text, "cells": cells, "sum": .text, "denied": .text, "denied_href": .text,
    ])
    let row = Shape.object([
      "title": .text, "href": .text, "label": .text, "class": .text, "state": .text, "state_label": .text,
      "cells": .list(.object(["label": .text, "claims": .list(.record(ShownClaim.record))])), "anchor": .text,
      "others": .object(["count": .text, "href": .text]),
      "reason": .list(.record(ShownValue.record)), "about": .list(.record(ShownLink.record)),
      "has_about": .flag,
    ])
    return [
      "count": .text, "open_count": .text, "denied_count": .text, "is_whole": .flag, "is_empty": .flag,
      "filters": .list(
        .object([
          "label": .text,
          "items": .list(.object(["title": .text, "href": .text, "count": .text, "is_current": .flag])),
        ])),
      "states": .list(.object(["state": .text, "label": .text, "href": .text])),
      "totals": .list(total), "foot": total, "has_denied": .flag, "denied_href": .text,
      "sections": .list(
        .object([
          "label": .text, "anchor": .text, "count": .text, "is_denied": .flag, "has_unsourced": .flag,
          "is_wide": .flag, "columns": .list(.record(ShownLink.record)), "rows": .list(row),
        ])),
    ]
  }

  func value(of part: ViewPart, on page: PageContext) -> Value {
    let register = register(of: page.site)
    let filter = register.filter(slug: part.slug)
    let rows = register.rows(filter)
    let conflicts = rows.map(\.discrepancy).filter(\.isConflict)
    let totals = RegisterTotals(register, page)
    return [
      "count": page.count(conflicts.count),
      "open_count": page.count(conflicts.count(where: \.isOpen)),
      "denied_count": page.count(rows.count - conflicts.count),
      "is_whole": .flag(filter == nil),
      "is_empty": .flag(rows.isEmpty),
      "filters": .list(filters(register, current: filter, page)),
      "states": .list(totals.states),
      "totals": .list(totals.rows),
      "foot": totals.foot,
      "has_denied": .flag(totals.hasDenied),
      "denied_href": .text(page.href(toPart: register.slug(.state(Schema.notAConflict)))),
      "sections": .list(register.sections(filter).map { section($0, filter, register, page) }),
    ]
  }

  private func filters(_ register: Register, current: Register.Filter?, _ page: PageContext) -> [Value] {
    // Each of a thousand pages would name a thousand.
    let namesAll = current == nil || register.sources.count <= ViewPart.mostNamed
    let sources = namesAll ? register.sources : register.sources.filter { current == .source($0) }
    // What is no conflict counts where it's asked for only.
    let groups: [(String, [(filter: Register.Filter, title: String)])] = [
      ("register_states", register.states.map { (.state($0), page.word($0, group: "state")) }),
      ("register_classes", register.classes.map { (.discrepancyClass($0), page.word($0, group: "class")) }),
      ("register_sources", sources.map { (.source($0), page.graph.shortTitle(of: $0)) }),
    ]
    return groups.filter { !$0.1.isEmpty }.map { label, items in
      [
        "label": .text(page.text(label)),
        "items": .list(
          items.map { filter, title in
            [
              "title": .text(title), "href": .text(page.href(toPart: register.slug(filter))),
              "count": page.count(register.counts[filter] ?? 0), "is_current": .flag(filter == current),
            ]
          }),
      ]
    }
  }

  private func section(
    _ section: Register.Section, _ filter: Register.Filter?, _ register: Register, _ page: PageContext
  ) -> Value {
    let name = section.discrepancyClass
    return [
      "label": .text(
        name.map { page.word($0, group: "class") } ?? page.word(Schema.notAConflict, group: "state")),
      "anchor": .text(name.map { register.slug(.discrepancyClass($0)) } ?? Schema.notAConflict),
      "count": page.count(section.rows.count),
      "is_denied": .flag(name == nil),
      "has_unsourced": .flag(section.hasClaimsWithoutSource && !section.isWide),
      "is_wide": .flag(section.isWide),
      "columns": .list(section.isWide ? [] : section.sources.map(page.linkValue)),
      "rows": .list(section.rows.map { row($0, section, shown: register.claims(of: $0, filter), page) }),
    ]
  }

  private func row(
    _ row: Register.Row, _ section: Register.Section, shown claims: [Claim],
    _ page: PageContext
  ) -> Value {
    let discrepancy = row.discrepancy
    let anchor = "row-\(row.number)"
    let hidden = discrepancy.claims.count - claims.count
    return [
      "anchor": row.isOfMany ? .text(anchor) : .nothing,
      "others": hidden == 0
        ? .nothing
        : [
          "count": page.count(hidden),
          "href": .text(page.root + Routes.encode(page.viewName) + ".html#" + anchor),
        ],
      "title": .text(page.graph.title(of: discrepancy.entity)),
      "href": .text(page.href(page.graph.target(of: discrepancy))),
      "label": page.optional(discrepancy.place.map { page.graph.schema[$0.field].label }),
      "class": .text(page.word(discrepancy.discrepancyClass, group: "class")),
      "state": .text(discrepancy.state),
      "state_label": .text(page.word(discrepancy.state, group: "state")),
      "cells": .list(cells(discrepancy, section, claims, page)),
      "reason": page.shownValues(discrepancy.reason.map { page.values($0, Self.reasonField) } ?? []),
      "about": .list(discrepancy.about.map(page.linkValue)),
      "has_about": .flag(!discrepancy.about.isEmpty),
    ]
  }

  /// For each source one, or where they are too many one for all, with their names.
  private func cells(
    _ row: Discrepancy, _ section: Register.Section, _ claims: [Claim],
    _ page: PageContext
  ) -> [Value] {
    if section.isWide {
      return [cell(claims, page.text("register_said"), row, page, namesSources: true)]
    }
    var cells = section.sources.map { source in
      cell(claims.filter { $0.source == source }, page.graph.shortTitle(of: source), row, page)
    }
    if section.hasClaimsWithoutSource {
      cells.append(
        cell(claims.filter { $0.source == nil }, page.text("register_without_source"), row, page))
    }
    return cells
  }

  /// Only its type counts: how a text is shown.
  private static let reasonField = Field(name: "reason", type: .text, label: "")

  private func cell(
    _ said: [Claim], _ label: String, _ row: Discrepancy, _ page: PageContext,
    namesSources: Bool = false
  ) -> Value {
    let claims = row.field.map { field in
      said.map { claim in
        // The source is the head of the column, where it has one.
        page.said(
          page.bareValues(claim, field),
          by: namesSources ? claim.provenance : claim.provenance.withoutSource,
          isPreferred: row.isPreferred(claim))
      }
    }
    return ["label": .text(label), "claims": page.claimValues(claims ?? [])]
  }
}
