import Diagnostics
import FrontMatter

extension EntityReader {
  /// Who says something, as the entries of a claim, a record, an item of a relation or an alias have it.
  mutating func provenance(_ entries: [YAMLNode.Entry]) -> WrittenProvenance {
    var provenance = WrittenProvenance()
    for entry in entries where !entry.value.isNull {
      guard let key = ClaimKey(rawValue: entry.key) else { continue }
      switch key {
      case .source: provenance.source = sourceReference(entry.value)
      case .quote: provenance.quote = written(entry.value, entry.key)
      case .at: provenance.at = written(entry.value, entry.key)?.text
      case .scope: provenance.scope = written(entry.value, entry.key)?.text
      case .asOf: provenance.asOf = date(entry.value)
      case .inferred: provenance.isInferred = flag(entry.value) ?? false
      case .note:
        provenance.note = written(entry.value, entry.key)?.text
        checkMarkup(in: provenance.note ?? "", entry.value, name: entry.key)
      }
    }
    return provenance
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
