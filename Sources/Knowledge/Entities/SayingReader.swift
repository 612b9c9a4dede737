import Diagnostics
import FrontMatter

extension EntityReader {
  /// Who says something, as the entries of a claim, a record, an item of a relation or an alias have it.
  ///
  /// The defaults in force complete what is said already. A plain value stays the editor's own, as nothing is to be
  /// put into a source's mouth.
  ///
  /// - Parameters:
  ///   - groups: what those say that it's an item of.
  ///   - isSaid: whether the entries say something of a source's besides these keys.
  mutating func saying(_ entries: [YAMLNode.Entry], in groups: Groups, isSaid: Bool)
    -> WrittenSaying
  {
    var saying = WrittenSaying(provenance(entries), around: groups.surroundings, shared: groups.shared)
    let isSaid = isSaid || saying.own.isOfSource || saying.around.contains { $0.provenance.isOfSource }
    if isSaid, saying.source == nil, !entries.refuseSource, !groups.refuseSource, let defaults {
      saying.around.append(defaults)
    }
    return saying
  }

  /// Reads what lies within a claim, a record or a group: where that has a source, or says that it has none, the defaults
  /// around it are not for what is in it.
  mutating func within<Result>(
    _ saying: WrittenSaying, _ entries: [YAMLNode.Entry], in groups: Groups,
    _ read: (inout EntityReader) -> Result
  ) -> Result {
    let outer = defaults
    if saying.source != nil || entries.refuseSource || groups.refuseSource { defaults = nil }
    defer { defaults = outer }
    return read(&self)
  }

  private mutating func provenance(_ entries: [YAMLNode.Entry]) -> WrittenProvenance {
    var provenance = WrittenProvenance()
    provenance.refusesSource = entries.refuseSource
    provenance.validity = validity(entries)
    for entry in entries where !entry.value.isNull {
      guard let key = ClaimKey(rawValue: entry.key) else { continue }
      switch key {
      case .source: provenance.source = sourceReference(entry.value)
      case .quote: provenance.quote = written(entry.value, entry.key)
      case .at: provenance.at = written(entry.value, entry.key)?.text
      case .scope: provenance.scope = written(entry.value, entry.key)?.text
      case .asOf: provenance.asOf = date(entry.value)
      // Read together above.
      case .from, .until, .by: break
      case .inferred: provenance.isInferred = flag(entry.value) ?? false
      case .note:
        provenance.note = written(entry.value, entry.key)?.text
        checkMarkup(in: provenance.note ?? "", entry.value, name: entry.key)
      }
    }
    return provenance
  }

  /// What a group says of all its items.
  mutating func surrounding(_ entries: [YAMLNode.Entry], at position: Position) -> Surrounding? {
    let provenance = provenance(entries)
    guard !provenance.isEmpty || provenance.refusesSource else { return nil }
    return keep(Surrounding(.group, provenance, at: position))
  }

  /// The source, and the place in it, of whatever says something and names none.
  mutating func readDefaults(_ node: YAMLNode) -> Surrounding? {
    guard case .mapping(let entries) = node.content else {
      if !node.isNull {
        report(
          .invalidClaim, "'defaults' must name a source, not \(node.sort)", at: node, help: Self.defaultsForm)
      }
      return nil
    }
    let known = [ClaimKey.source, .at].map(\.rawValue)
    for entry in entries where !known.contains(entry.key) {
      let isOfClaim = ClaimKey(rawValue: entry.key) != nil
      report(
        .invalidClaim,
        isOfClaim
          ? "'\(entry.key)' cannot be a default: it belongs to one claim, item or record"
          : "'defaults' has no '\(entry.key)'" + didYouMean(entry.key, among: known),
        at: entry.keyPosition, length: entry.key.utf8.count,
        help: isOfClaim ? "write it there, or beside 'items' for a group of them" : Self.defaultsForm)
    }
    let provenance = provenance(entries.filter { known.contains($0.key) })
    guard provenance.source != nil else {
      if !entries.contains(where: { $0.key == ClaimKey.source.rawValue && !$0.value.isNull }) {
        report(.invalidClaim, "these defaults name no source", at: node, help: Self.defaultsForm)
      }
      return nil
    }
    return keep(Surrounding(.defaults, provenance, at: node.position))
  }

  private static let defaultsForm = "write defaults: {source: …}, or defaults: {source: …, at: …}"

  /// Each is resolved once, also where nothing takes it.
  private mutating func keep(_ surrounding: Surrounding) -> Surrounding {
    entity.surroundings.append(surrounding)
    return surrounding
  }

  mutating func sourceReference(_ node: YAMLNode) -> WrittenReference? {
    guard let name = written(node, ClaimKey.source.rawValue) else { return nil }
    guard let kind = schema.sourceKind else {
      report(
        .unknownKind, "this schema has no kind for sources", at: node,
        help: "name it in schema.yaml: claims: {source: …}")
      return nil
    }
    return WrittenReference(name: name, kinds: [schema[kind].name])
  }
}

extension [YAMLNode.Entry] {
  /// `source: ~` says that no source is meant, whatever the defaults are.
  fileprivate var refuseSource: Bool {
    contains { $0.key == ClaimKey.source.rawValue && $0.value.isNull }
  }
}

extension WrittenProvenance {
  /// Whether it holds what only a source has: its words, a place in it, what it speaks of, since when it is so.
  fileprivate var isOfSource: Bool {
    quote != nil || at != nil || scope != nil || asOf != nil || validity != nil
  }
}
