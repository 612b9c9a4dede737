import Knowledge
import Templates

extension PageValues {
  func fact(_ fact: Fact, _ field: Field, anchor: String? = nil) -> Value {
    let isDisputed = fact.isDisputed
    return [
      "name": .text(field.name),
      "label": .text(field.label),
      "help": optional(field.help),
      "anchor": .text(anchor ?? "fact-" + field.name),
      "type": .text(field.type.name),
      "is_list": .flag(field.isList),
      "is_relation": .flag(field.relation != nil),
      "is_claimed": .flag(fact.claims.contains { !$0.provenance.isEmpty }),
      "is_disputed": .flag(isDisputed),
      "values": .list(
        // Records are too large to stand side by side: those of every source follow one another.
        isDisputed && !field.isRecordList ? preferredValues(fact, field) : agreedValues(fact, field)),
      "claims": isDisputed || fact.claims.count > 1 ? claims(fact, field) : .nothing,
      "discrepancy": isDisputed ? discrepancy(fact) : .nothing,
    ]
  }

  /// Each claim's values, side by side.
  private func claims(_ fact: Fact, _ field: Field) -> Value {
    .list(
      fact.claims.map { claim in
        [
          "values": .list(values([claim], field, statements: [])),
          "statement": statement(claim.provenance),
          "is_preferred": .flag(fact.assessment?.prefer != nil && claim == fact.preferredClaim),
        ]
      })
  }

  /// What somebody says, beside others who speak of the same.
  func said(
    _ values: [Value], by provenance: Provenance, qualifiers: [ReferenceItem.Qualifier] = [],
    isPreferred: Bool = false
  ) -> Value {
    [
      "values": .list(values),
      "statement": provenance.isEmpty && qualifiers.isEmpty
        ? .nothing : statement(provenance, qualifiers: qualifiers),
      "is_preferred": .flag(isPreferred),
    ]
  }

  /// What a claim says, without who says it, and without the anchors that its records have on their own page.
  func bareValues(_ claim: Claim, _ field: Field) -> [Value] {
    var claim = claim
    claim.provenance = Provenance()
    claim.value = claim.value.withoutAnchors
    return values([claim], field, statements: [])
  }

  private func preferredValues(_ fact: Fact, _ field: Field) -> [Value] {
    fact.preferredClaim.map { values([$0], field, statements: []) } ?? []
  }

  /// What claims agree on, once, with all who say so; claims that are about different scopes stay apart.
  private func agreedValues(_ fact: Fact, _ field: Field) -> [Value] {
    if field.relation != nil { return values(fact.claims, field, statements: []) }
    var groups: [[Claim]] = []
    for claim in fact.claims {
      if let index = groups.firstIndex(where: { $0[0].value.isWritten(as: claim.value) }) {
        groups[index].append(claim)
      } else {
        groups.append([claim])
      }
    }
    return groups.flatMap { group in
      if group[0].value.items.isEmpty { return nobody(group, type: field.type.name) }
      let statements = group.filter { !$0.provenance.isEmpty }.map { statement($0.provenance) }
      return values([group[0]], field, statements: statements)
    }
  }

  private func discrepancy(_ fact: Fact) -> Value {
    guard let dispute = fact.dispute else { return .nothing }
    let state = dispute.state
    return [
      "class": .text(word(dispute.discrepancyClass, group: "class")),
      "state": .text(state),
      "state_label": .text(word(state, group: "state")),
      "is_open": .flag(state == "open"),
      "reason": optional(fact.assessment?.reason),
    ]
  }

  private func values(_ claims: [Claim], _ field: Field, statements: [Value]) -> [Value] {
    if field.relation != nil { return relationValues(claims) }
    return claims.flatMap(\.value.items).flatMap { values($0, field, statements: statements) }
  }

  /// A text given in several languages is several values.
  func values(_ value: FieldValue, _ field: Field, statements: [Value]) -> [Value] {
    switch value {
    case .localized(let texts):
      texts.map { text in
        self.value(
          text.text, type: field.type.name, statements: statements,
          ["lang": .text(text.language), "dir": optional(direction(of: text.language))])
      }
    case .record(let record): [self.record(record, field, statements: statements)]
    default: [single(value, field, statements: statements)]
    }
  }

  private func single(_ value: FieldValue, _ field: Field, statements: [Value]) -> Value {
    let type = field.type.name
    switch value {
    case .text(let text):
      if case .enumeration = field.type {
        return self.value(word(text, group: "value"), type: type, statements: statements)
      }
      guard case .url = field.type else { return self.value(text, type: type, statements: statements) }
      return self.value(
        shortened(text), type: type, statements: statements,
        ["href": .text(text), "is_external": .flag(true)])
    case .markdown(let document, let source):
      return self.value(source, type: type, statements: statements, ["html": .html(html(document))])
    case .date(let date):
      return self.value(
        date.display(language: language), type: type, statements: statements,
        ["datetime": optional(date.machineReadable)])
    case .quantity(let quantity):
      return self.value(
        quantity.display(language: language), type: type, statements: statements,
        ["scope": optional(quantity.scope)])
    case .flag(let flag):
      return self.value(word(flag ? "yes" : "no", group: "flag"), type: type, statements: statements)
    case .localized, .reference, .record, .list: return .nothing
    }
  }

  /// Every name is there, if only with nothing: templates look a missing one up further out.
  func value(_ text: String, type: String, statements: [Value], _ more: Object = [:]) -> Value {
    var value: Object = [
      "text": .text(text), "type": .text(type), "statements": .list(statements), "href": .nothing,
      "html": .nothing,
      "short": .nothing, "datetime": .nothing,
      "lang": .nothing, "dir": .nothing, "is_external": .nothing, "kind": .nothing, "anchor": .nothing,
      "fields": .nothing, "scope": .nothing, "details": .nothing,
    ]
    for (name, more) in more.all { value.set(name, more) }
    return .object(value)
  }

  private func record(_ record: Record, _ field: Field, statements: [Value]) -> Value {
    let fields = field.recordFields ?? []
    // In the small print of a record there is room for names only.
    var names = self
    names.detailsRelations = false
    let facts = record.facts.map { inner in
      names.fact(
        inner, fields[inner.field],
        anchor: [record.id, fields[inner.field].name].compactMap(\.self).joined(separator: "-"))
    }
    let own = record.provenance.isEmpty ? statements : [statement(record.provenance)]
    return value(
      record.id ?? "", type: "record", statements: own,
      ["anchor": optional(anchor(of: record)), "fields": .list(facts)])
  }

  private func anchor(of record: Record) -> String? {
    record.anchor.flatMap { target in target.anchor.map { site.pageID(of: $0, in: target.entity) } }
  }

  /// An address without its scheme, cut where it would fill a line.
  private func shortened(_ url: String) -> String {
    let address = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return address.count > 60 ? address.prefix(59) + "…" : String(address)
  }
}

extension FieldValue {
  /// Each Markdown text is a document of its own, though it may say the same as another; 1.10 is 1.1 in other digits.
  fileprivate func isWritten(as other: FieldValue) -> Bool {
    switch (self, other) {
    case (.markdown(_, let text), .markdown(_, let otherText)): text == otherText
    case (.quantity(let quantity), .quantity(let otherQuantity)):
      quantity == otherQuantity && quantity.description == otherQuantity.description
    // A list holds single values only.
    case (.list(let items), .list(let others)):
      items.count == others.count && zip(items, others).allSatisfy { $0.isWritten(as: $1) }
    default: self == other
    }
  }

  fileprivate var withoutAnchors: FieldValue {
    switch self {
    case .record(var record):
      record.anchor = nil
      return .record(record)
    case .list(let items): return .list(items.map(\.withoutAnchors))
    default: return self
    }
  }
}

extension EDTFDate {
  /// What HTML's `datetime` may hold: a year, a month or a day, and nothing that is only about it.
  fileprivate var machineReadable: String? {
    guard case .point = extent, !isApproximate, !isUncertain else { return nil }
    return description
  }
}
