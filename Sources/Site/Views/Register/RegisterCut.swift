import Knowledge

extension RegisterView {
  /// A row weighs as many lines as are said in it.
  func rows(of part: ViewPart, _ register: Register, in graph: KnowledgeGraph) -> ViewRows? {
    let filter = register.filter(part.about)
    var rows = ViewRows()
    for section in register.sections(filter) {
      rows.mark(register.anchor(of: section))
      for row in section.rows {
        if row.isOfMany { rows.mark(row.anchor) }
        rows.add(weighing: 2 + min(Register.mostClaims, register.claims(of: row, filter).count))
      }
    }
    return rows
  }
}

extension Register {
  /// What a row shows of what very many say; the page of the fact has all.
  static let mostClaims = 100

  /// The id of a section on its page.
  func anchor(of section: Section) -> String {
    switch section.matter {
    case .open: slug(.state(Schema.openState))
    case .discrepancyClass(let name): slug(.discrepancyClass(name))
    case .weight(let weight): slug(.weight(weight))
    case .denied: Schema.notAConflict
    }
  }
}

extension Register.Row {
  /// The id to which the page of a source leads.
  var anchor: String { "row-\(number)" }
}
