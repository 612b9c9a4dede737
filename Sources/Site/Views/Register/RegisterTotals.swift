import Knowledge
import Templates

/// How many disagreements there are of each class in each state, with links to them.
struct RegisterTotals {
  let states: [Value]
  let rows: [Value]
  let foot: Value
  let hasDenied: Bool

  init(_ register: Register, _ page: PageContext) {
    let states = register.states.filter { $0 != Schema.notAConflict }
    let hasDenied = states.count < register.states.count
    func href(_ filter: Register.Filter, anchor: String? = nil) -> String {
      page.href(toPart: register.slug(filter)) + (anchor.map { "#" + Routes.encode($0) } ?? "")
    }
    func cell(_ rows: [Register.Row], _ state: String, anchor: String?) -> Value {
      let count = rows.count { $0.discrepancy.state == state }
      return [
        "count": page.count(count),
        "href": count == 0 ? .nothing : .text(href(.state(state), anchor: anchor)),
      ]
    }
    /// - Parameter name: of the class; `nil` for all of them.
    func total(_ name: String?, _ rows: [Register.Row]) -> Value {
      let anchor = name.map { register.slug(.discrepancyClass($0)) }
      let denied = rows.count { !$0.discrepancy.isConflict }
      return [
        "label": .text(name.map { page.word($0, group: "class") } ?? page.text("total")),
        "href": name.map { .text(href(.discrepancyClass($0))) } ?? .nothing,
        "cells": .list(states.map { cell(rows, $0, anchor: anchor) }),
        "sum": page.count(rows.count - denied),
        "denied": page.count(denied),
        "denied_href": denied == 0 ? .nothing : .text(href(.state(Schema.notAConflict), anchor: anchor)),
      ]
    }
    self.hasDenied = hasDenied
    self.states = states.map { state in
      [
        "state": .text(state), "label": .text(page.word(state, group: "state")),
        "href": .text(href(.state(state))),
      ]
    }
    rows = register.classes.map { name in total(name, register.rows(.discrepancyClass(name))) }
    foot = total(nil, register.rows)
  }
}
