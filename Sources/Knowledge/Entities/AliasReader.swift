import Diagnostics
import Folding
import FrontMatter

extension EntityReader {
  static let aliasKeys = ["name"] + GroupForm.ofAliases.shared + ClaimKey.names

  mutating func aliases(_ node: YAMLNode) -> [WrittenAlias] {
    guard !node.isNull else { return [] }
    let nodes = if case .sequence(let items) = node.content { items } else { [node] }
    return toldOnce { reader in
      reader.items(nodes, .ofAliases).compactMap { reader.alias($0.node, in: $0.groups) }
    }
  }

  private mutating func alias(_ node: YAMLNode, in groups: Groups) -> WrittenAlias? {
    if let text = node.text {
      var alias = WrittenAlias(name: Written(text, at: node.position))
      alias.provenance = saying([], in: groups, isSaid: false)
      return alias
    }
    guard case .mapping(let entries) = node.content,
      let entry = entries.first(where: { $0.key == "name" }), let name = written(entry.value, "name")
    else {
      if reportFailedGroup(node, known: Self.aliasKeys) { return nil }
      report(.wrongType, "an alias must be text or {name: …}, not \(node.sort)", at: node)
      return nil
    }
    let outer = defaults
    var alias = WrittenAlias(name: name)
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
    if alias.onlyIn != nil { defaults = nil }
    defer { defaults = outer }
    alias.provenance = saying(entries, in: groups, isSaid: false)
    if alias.provenance.source == nil { alias.provenance.own.source = alias.onlyIn }
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
      .unknownValue, "'\(sort)' is not a sort of alias" + didYouMean(sort, among: Alias.sorts), at: node,
      help: "one of: " + Alias.sorts.joined(separator: ", "))
    return nil
  }
}
