import Diagnostics
import Folding
import FrontMatter

extension EntityReader {
  /// A fact in any of its three forms: a plain value, a list of claims, or the long form with `claims`.
  mutating func fact(_ node: YAMLNode, field: Field, index: Int) -> WrittenFact? {
    switch node.content {
    case .mapping(let entries) where entries.contains(where: { $0.key == "claims" }):
      return longForm(node, field: field, index: index)
    case .mapping(let entries) where field.isLikelyLongForm(entries):
      return longForm(node, field: field, index: index)
    case .mapping where field.isLikelyClaim(node):
      return fact(claims: claims([node], field: field), node, field, index)
    case .sequence(let items) where items.contains(where: { field.isLikelyClaim($0) }):
      return fact(claims: claims(items, field: field), node, field, index)
    default:
      guard let value = value(node, field: field) else { return nil }
      let claim = WrittenClaim(value: value, provenance: WrittenSaying(), position: node.position)
      return fact(claims: [claim], node, field, index)
    }
  }

  private mutating func fact(
    claims: [WrittenClaim], _ node: YAMLNode, _ field: Field, _ index: Int,
    assessment: Facts<WrittenForm>.Assessment? = nil
  ) -> WrittenFact? {
    if field.allowsNever { checkNever(claims, field) }
    return claims.isEmpty
      ? nil : WrittenFact(field: index, claims: claims, assessment: assessment, position: node.position)
  }

  /// That something has not been done holds up to a day: on the next one it may be.
  private mutating func checkNever(_ claims: [WrittenClaim], _ field: Field) {
    for claim in claims where claim.value.isNever && claim.provenance.folded.asOf == nil {
      report(
        .invalidClaim, "'never' needs 'as_of', the last day for which you know it", at: claim.position,
        length: Field.never.utf8.count,
        help: "write \(field.name): {is: never, as_of: 2026-03-01}")
    }
  }

  private mutating func longForm(_ node: YAMLNode, field: Field, index: Int) -> WrittenFact? {
    var reader = MappingReader(node, path: path, wrong: .invalidClaim, what: "'\(field.name)'")
    let claimsNode = reader.node("claims")
    var assessment = Facts<WrittenForm>.Assessment()
    assessment.discrepancyClass = choice(&reader, .discrepancyClass, among: schema.discrepancyClasses)
    assessment.state = choice(&reader, .state, among: Schema.discrepancyStates)
    assessment.weight = choice(&reader, .weight, among: DiscrepancyWeight.names)
      .flatMap(DiscrepancyWeight.init)
    assessment.reason = reader.text(AssessmentKey.reason.rawValue, wrong: .invalidClaim)
    if let reason = reader.node(AssessmentKey.reason.rawValue) {
      checkMarkup(in: assessment.reason ?? "", reason, name: AssessmentKey.reason.rawValue)
    }
    let prefer = reader.node(AssessmentKey.prefer.rawValue)
    reader.finish(unknown: .invalidClaim, what: "the long form of a fact")
    diagnostics += reader.diagnostics

    var claims: [WrittenClaim] = []
    switch claimsNode?.content {
    case .sequence(let items)?:
      claims = self.claims(items, field: field)
    case .mapping? where claimsNode?.group != nil:
      claims = self.claims([claimsNode].compactMap(\.self), field: field)
    case .mapping? where claimsNode.map { reportFailedGroup($0, known: ["is"]) } ?? false: break
    default:
      report(
        .invalidClaim, "'claims' must be a list of claims", at: claimsNode ?? node,
        help: "write claims: [{is: …, source: …}, …]")
    }
    assessment.prefer = prefer.flatMap { preference($0, among: claims) }
    return fact(claims: claims, node, field, index, assessment: assessment)
  }

  /// The preferred source is one of those that the claims name.
  private mutating func preference(_ node: YAMLNode, among claims: [WrittenClaim])
    -> Facts<WrittenForm>.Preference?
  {
    let sources = claims.compactMap { claim in claim.provenance.source.map { ($0, $0.name.text) } }
    if let name = node.text,
      let source = sources.first(where: { plainSlug($0.1).foldedName == plainSlug(name).foldedName })
    {
      return Facts<WrittenForm>.Preference(reference: source.0, position: node.position)
    }
    report(
      .invalidClaim,
      "'prefer' must be the source of one of the claims, not \(node.sort)"
        + didYouMean(node.text ?? "", among: sources.map(\.1)), at: node)
    return nil
  }

  /// A source may be named with its kind or without.
  private func plainSlug(_ name: String) -> String {
    let prefix = schema.sourceKind.map { schema[$0].name + "/" } ?? ""
    return name.begins(with: prefix)
      ? String(name.unicodeScalars.dropFirst(prefix.unicodeScalars.count)) : name
  }

  private mutating func choice(_ reader: inout MappingReader, _ key: AssessmentKey, among values: [String])
    -> String?
  {
    guard let text = reader.text(key.rawValue, wrong: .invalidClaim) else { return nil }
    if values.contains(text) { return text }
    if let node = reader.node(key.rawValue) {
      report(
        .unknownValue,
        "'\(text)' is not a \(key.rawValue) of a discrepancy" + didYouMean(text, among: values),
        at: node,
        help: "one of: " + values.joined(separator: ", "))
    }
    return nil
  }

  private mutating func claims(_ nodes: [YAMLNode], field: Field) -> [WrittenClaim] {
    toldOnce { reader in
      reader.claimItems(nodes, of: field).compactMap { reader.claim($0.node, field: field, in: $0.groups) }
    }
  }

  private mutating func claim(_ node: YAMLNode, field: Field, in groups: Groups) -> WrittenClaim? {
    let entries = node.entries
    guard let entry = entries.first(where: { $0.key == "is" }) else {
      if reportFailedGroup(node) { return nil }
      if let odd = entries.first(where: { ClaimKey(rawValue: $0.key) == nil }) {
        report(
          .invalidClaim,
          "a claim gives its value in 'is', not in '\(odd.key)'" + didYouMean(odd.key, among: ["is"]),
          at: odd.keyPosition, length: odd.key.utf8.count, help: "write {is: …, source: …}")
      } else {
        report(
          .invalidClaim, "a claim of '\(field.name)' must be written {is: …, source: …}, not as \(node.sort)",
          at: node)
      }
      return nil
    }
    for entry in entries where entry.key != "is" && ClaimKey(rawValue: entry.key) == nil {
      reportUnknown(entry, "a claim", known: ["is"] + ClaimKey.names)
    }
    let saying = saying(entries, in: groups, isSaid: true)
    // That a source names none is a claim too.
    let saysNone = field.isList && entry.value.content == .sequence([]) && !saying.isEmpty
    let value =
      saysNone
      ? .list([]) : within(saying, entries, in: groups) { $0.value(entry.value, field: field) }
    return value.map { WrittenClaim(value: $0, provenance: saying, position: node.position) }
  }

  mutating func reportUnknown(_ entry: YAMLNode.Entry, _ owner: String, known: [String]) {
    report(
      .unknownField, "\(owner) has no '\(entry.key)'" + didYouMean(entry.key, among: known),
      at: entry.keyPosition, length: entry.key.utf8.count,
      help: entry.value.isNull
        ? "commas separate the parts in {…}: put text that contains one in quotation marks"
        : "it may have: " + known.joined(separator: ", "))
  }

  mutating func written(_ node: YAMLNode, _ key: String) -> Written? {
    if let text = node.text { return Written(text, at: node.position) }
    report(.wrongType, "'\(key)' must be text, not \(node.sort)", at: node)
    return nil
  }

  mutating func writtenTexts(_ node: YAMLNode, _ key: String) -> [Written] {
    if case .sequence(let items) = node.content { return items.compactMap { written($0, key) } }
    return node.isNull ? [] : [written(node, key)].compactMap(\.self)
  }

  mutating func flag(_ node: YAMLNode) -> Bool? {
    switch node.text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(.wrongType, "this must be true or false, not \(node.sort)", at: node)
      return nil
    }
  }
}

extension YAMLNode {
  var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }
}

extension Field {
  /// With `is`, or with words that only claims have where no relation or record is written.
  func isLikelyClaim(_ node: YAMLNode) -> Bool {
    if node.has("is") { return true }
    if let group = node.group, !ownsItems, group.holdsClaims || group.items.isEmpty || !mayHaveProvenance {
      return true
    }
    let keys = node.entries.map(\.key)
    return !mayHaveProvenance && ClaimKey.unmistakable.contains { keys.contains($0.rawValue) }
  }

  func isLikelyLongForm(_ entries: [YAMLNode.Entry]) -> Bool {
    let keys = entries.map(\.key)
    return !mayHaveProvenance && AssessmentKey.names.contains { keys.contains($0) }
  }

  /// Items of relations and records have such keys of their own.
  var mayHaveProvenance: Bool { relation != nil || recordFields != nil }

  /// Whether the schema has a field or a qualifier of that name here.
  private var ownsItems: Bool { GroupForm(self).shared.contains(GroupForm.itemsKey) }
}
