import Diagnostics
import Folding
import FrontMatter

extension EntityReader {
  /// A fact in any of its three forms: a plain value, a list of claims, or the long form with `claims`.
  mutating func fact(_ node: YAMLNode, field: Field, index: Int) -> Fact? {
    switch node.content {
    case .mapping(let entries) where entries.contains(where: { $0.key == "claims" }):
      return longForm(node, field: field, index: index)
    case .mapping(let entries) where field.isLikelyLongForm(entries):
      return longForm(node, field: field, index: index)
    case .mapping(let entries) where field.isLikelyClaim(entries):
      return fact(claims: [claim(node, field: field)].compactMap(\.self), node, index)
    case .sequence(let items) where items.contains(where: { field.isLikelyClaim($0.entries) }):
      return fact(claims: items.compactMap { claim($0, field: field) }, node, index)
    default:
      guard let value = value(node, field: field) else { return nil }
      let claim = Claim(value: value, provenance: Provenance(), position: node.position)
      return fact(claims: [claim], node, index)
    }
  }

  private func fact(
    claims: [Claim], _ node: YAMLNode, _ index: Int, assessment: DiscrepancyAssessment? = nil
  ) -> Fact? {
    claims.isEmpty
      ? nil : Fact(field: index, claims: claims, assessment: assessment, position: node.position)
  }

  private mutating func longForm(_ node: YAMLNode, field: Field, index: Int) -> Fact? {
    var reader = MappingReader(node, path: path, wrong: .invalidClaim, what: "'\(field.name)'")
    let claimsNode = reader.node("claims")
    var assessment = DiscrepancyAssessment()
    assessment.discrepancyClass = choice(&reader, "class", among: schema.discrepancyClasses)
    assessment.state = choice(&reader, "state", among: Schema.discrepancyStates)
    assessment.reason = reader.text("reason", wrong: .invalidClaim)
    if let reason = reader.node("reason") { checkMarkup(in: assessment.reason ?? "", reason, name: "reason") }
    let prefer = reader.node("prefer")
    reader.finish(unknown: .invalidClaim, what: "the long form of a fact")
    diagnostics += reader.diagnostics

    var claims: [Claim] = []
    switch claimsNode?.content {
    case .sequence(let items)?:
      claims = items.compactMap { claim($0, field: field) }
    default:
      report(
        .invalidClaim, "'claims' must be a list of claims", at: claimsNode ?? node,
        help: "write claims: [{is: …, source: …}, …]")
    }
    assessment.prefer = prefer.flatMap { preference($0, among: claims) }
    return fact(claims: claims, node, index, assessment: assessment)
  }

  /// The preferred source is one of those that the claims name.
  private mutating func preference(_ node: YAMLNode, among claims: [Claim]) -> DiscrepancyAssessment
    .Preference?
  {
    let sources = claims.compactMap { claim in claim.source.map { ($0, entity.references[$0].name.text) } }
    if let name = node.text,
      let source = sources.first(where: { plainSlug($0.1).foldedName == plainSlug(name).foldedName })
    {
      return DiscrepancyAssessment.Preference(reference: source.0, position: node.position)
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

  private mutating func choice(_ reader: inout MappingReader, _ key: String, among values: [String])
    -> String?
  {
    guard let text = reader.text(key, wrong: .invalidClaim) else { return nil }
    if values.contains(text) { return text }
    if let node = reader.node(key) {
      report(
        .unknownValue, "'\(text)' is no \(key) of a discrepancy" + didYouMean(text, among: values), at: node,
        help: "one of: " + values.joined(separator: ", "))
    }
    return nil
  }

  private mutating func claim(_ node: YAMLNode, field: Field) -> Claim? {
    let entries = node.entries
    guard let entry = entries.first(where: { $0.key == "is" }) else {
      if let odd = entries.first(where: { !Provenance.keys.contains($0.key) }) {
        report(
          .invalidClaim,
          "a claim says what it claims in 'is', not in '\(odd.key)'" + didYouMean(odd.key, among: ["is"]),
          at: odd.keyPosition, length: odd.key.utf8.count, help: "write {is: …, source: …}")
      } else {
        report(
          .invalidClaim, "a claim of '\(field.name)' must be written {is: …, source: …}, not as \(node.sort)",
          at: node)
      }
      return nil
    }
    for entry in entries where entry.key != "is" && !Provenance.keys.contains(entry.key) {
      reportUnknown(entry, "a claim", known: ["is"] + Provenance.keys)
    }
    let provenance = provenance(entries)
    let firstReference = entity.references.count
    // That a source names none is a claim too.
    let saysNone = field.isList && entry.value.content == .sequence([]) && !provenance.isEmpty
    guard let value = saysNone ? .list([]) : value(entry.value, field: field) else { return nil }
    // A name in a claim may be valid in the claim's source only.
    for index in firstReference..<entity.references.count where entity.references[index].source == nil {
      entity.references[index].source = provenance.source
    }
    return Claim(value: value, provenance: provenance, position: node.position)
  }

  mutating func reportUnknown(_ entry: YAMLNode.Entry, _ owner: String, known: [String]) {
    report(
      .unknownField, "\(owner) has no '\(entry.key)'" + didYouMean(entry.key, among: known),
      at: entry.keyPosition, length: entry.key.utf8.count,
      help: entry.value.isNull
        ? "a comma parts what stands in {…}: write a text that has one in quotation marks"
        : "it may have: " + known.joined(separator: ", "))
  }

  mutating func provenance(_ entries: [YAMLNode.Entry]) -> Provenance {
    var provenance = Provenance()
    for entry in entries where !entry.value.isNull {
      switch entry.key {
      case "source": provenance.source = sourceReference(entry.value)
      case "quote": provenance.quote = written(entry.value, "quote")
      case "at": provenance.at = written(entry.value, "at")?.text
      case "scope": provenance.scope = written(entry.value, "scope")?.text
      case "as_of": provenance.asOf = date(entry.value)
      case "inferred": provenance.isInferred = flag(entry.value) ?? false
      case "note":
        provenance.note = written(entry.value, "note")?.text
        checkMarkup(in: provenance.note ?? "", entry.value, name: "note")
      default: break
      }
    }
    return provenance
  }

  mutating func sourceReference(_ node: YAMLNode) -> Int? {
    guard let name = written(node, "source") else { return nil }
    guard let kind = schema.sourceKind else {
      report(
        .unknownKind, "this schema has no kind for sources", at: node,
        help: "name it in schema.yaml: claims: {source: …}")
      return nil
    }
    return reference(name, targets: [schema[kind].name])
  }

  mutating func reference(_ name: Written, targets: [String], source: Int? = nil) -> Int {
    entity.references.append(WrittenReference(name: name, targets: targets, source: source))
    return entity.references.count - 1
  }

  mutating func written(_ node: YAMLNode, _ key: String) -> Written? {
    if let text = node.text { return Written(text, at: node.position) }
    report(.wrongType, "'\(key)' must be a text, not \(node.sort)", at: node)
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
  fileprivate var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }
}

extension Field {
  /// With `is`, or with words that only claims have where no relation or record is written.
  fileprivate func isLikelyClaim(_ entries: [YAMLNode.Entry]) -> Bool {
    let keys = entries.map(\.key)
    if keys.contains("is") { return true }
    return !mayHaveProvenance && ["source", "quote", "at", "inferred"].contains { keys.contains($0) }
  }

  fileprivate func isLikelyLongForm(_ entries: [YAMLNode.Entry]) -> Bool {
    let keys = entries.map(\.key)
    return !mayHaveProvenance && ["class", "state", "prefer", "reason"].contains { keys.contains($0) }
  }

  /// Items of relations and records have such keys of their own.
  private var mayHaveProvenance: Bool { relation != nil || recordFields != nil }
}
