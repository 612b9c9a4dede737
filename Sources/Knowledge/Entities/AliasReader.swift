import Diagnostics
import Folding
import FrontMatter

extension EntityReader {
  private static let aliasKeys = ["name", "lang", "sort", "only_in", "ambiguous"] + ClaimKey.names

  mutating func aliases(_ node: YAMLNode) -> [WrittenAlias] {
    switch node.content {
    case .sequence(let items): return items.compactMap { alias($0) }
    case .scalar, .mapping: return node.isNull ? [] : [alias(node)].compactMap(\.self)
    }
  }

  private mutating func alias(_ node: YAMLNode) -> WrittenAlias? {
    if let text = node.text { return WrittenAlias(name: Written(text, at: node.position)) }
    guard case .mapping(let entries) = node.content,
      let entry = entries.first(where: { $0.key == "name" }), let name = written(entry.value, "name")
    else {
      report(.wrongType, "an alias must be a text or {name: …}, not \(node.sort)", at: node)
      return nil
    }
    var alias = WrittenAlias(name: name)
    alias.provenance = provenance(entries)
    for entry in entries where !entry.value.isNull {
      switch entry.key {
      case "lang": alias.language = language(entry.value)
      case "sort": alias.sort = sort(entry.value)
      case "only_in": alias.onlyIn = sourceReference(entry.value)
      case "ambiguous": alias.isAmbiguous = flag(entry.value) ?? false
      case let key where !Self.aliasKeys.contains(key):
        reportUnknown(entry, "an alias", known: Self.aliasKeys)
      default: break
      }
    }
    // What is valid in one source only was read there.
    if alias.provenance.source == nil { alias.provenance.source = alias.onlyIn }
    return alias
  }

  private mutating func language(_ node: YAMLNode) -> String? {
    guard let text = written(node, "lang")?.text else { return nil }
    if let tag = LanguageTag(text) { return tag.description }
    report(
      .wrongType, "'lang': " + LanguageTag.complaint(text), at: node, help: LanguageTag.howItIsWritten(text))
    return nil
  }

  private mutating func sort(_ node: YAMLNode) -> String? {
    guard let sort = written(node, "sort")?.text else { return nil }
    if Alias.sorts.contains(sort) { return sort }
    report(
      .unknownValue, "'\(sort)' is no sort of alias" + didYouMean(sort, among: Alias.sorts), at: node,
      help: "one of: " + Alias.sorts.joined(separator: ", "))
    return nil
  }
}
