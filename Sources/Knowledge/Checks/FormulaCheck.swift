import CommonMark
import Diagnostics

extension EntityCheck {
  /// Texts that are data here, and that a spreadsheet program would compute when it opens them in a CSV file. Data stay
  /// as they are, so whoever wrote the text is told.
  func formulas() -> [Diagnostic] {
    var check = FormulaCheck(entity: written)
    check.run(facts, aliases)
    return check.diagnostics
  }
}

private struct FormulaCheck {
  let entity: WrittenEntity
  var diagnostics: [Diagnostic] = []

  mutating func run(_ facts: [Fact], _ aliases: [Alias]) {
    if entity.fact(Kind.titleField) == nil, let title = entity.body?.title {
      look(at: title, entity.body?.headings.first?.position ?? .start)
    }
    for alias in aliases {
      look(at: alias.name.text, alias.name.position)
      look(at: alias.provenance, alias.name.position)
    }
    for fact in facts { look(at: fact) }
  }

  private mutating func look(at fact: Fact) {
    look(at: fact.assessment?.reason, fact.position)
    for claim in fact.claims {
      look(at: claim.provenance, claim.position)
      for value in claim.value.items { look(at: value, claim.position) }
    }
  }

  private mutating func look(at value: FieldValue, _ position: Position) {
    switch value {
    case .text(let text): look(at: text, position)
    case .localized(let texts): for text in texts { look(at: text.text, position) }
    case .markdown(let text, _): look(at: entity.documents[text.number].plainText(of: 0), position)
    case .reference(let item):
      look(at: item.provenance, position)
      for qualifier in item.qualifiers { look(at: qualifier.value, position) }
    case .record(let record):
      look(at: record.provenance, position)
      // Records nest four deep at most: the schema's reader sees to it.
      for fact in record.facts { look(at: fact) }
    case .list(let items): for item in items { look(at: item, position) }
    // Nothing else holds words of an author's.
    default: break
    }
  }

  private mutating func look(at provenance: Provenance, _ position: Position) {
    if let quote = provenance.quote { look(at: quote.text, quote.position) }
    for text in [provenance.at, provenance.scope, provenance.note] { look(at: text, position) }
  }

  private mutating func look(at text: String?, _ position: Position) {
    guard let text, let start = Formula.start(of: text) else { return }
    let diagnostic = Diagnostic(
      .formulaInText, .warning,
      "a spreadsheet would take this text for a formula, because it begins with \(start)",
      at: Place(entity.path, position),
      help: "begin it with a word or a quotation mark; the site's data files leave it as it is")
    // A naming field is a fact and an alias.
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}
