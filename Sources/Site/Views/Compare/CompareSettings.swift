import Diagnostics
import FrontMatter
import Knowledge

/// A comparison as `remit.yaml` declares it: names, which only the graph can look up.
struct DeclaredComparison: Hashable, Sendable {
  struct Name: Hashable, Sendable {
    let text: String
    let place: Place
  }

  /// The thing that two sources speak of; `nil` where two entities are compared.
  let of: Name?
  /// The two entities, or the two sources.
  let sides: [Name]
  /// The inverse relation that leads to the parts of the thing.
  let parts: Name?
}

extension ViewSettings {
  /// What the keys `pairs` and `sources` say, in this order; `nil` where there is nothing to compare.
  mutating func comparisons() -> [DeclaredComparison]? {
    let pairs = items("pairs", "a list of pairs of names")
    let sources = items("sources", "a list of comparisons")
    guard let pairs, let sources else { return nil }
    guard !(pairs + sources).isEmpty else {
      reader.add([
        Diagnostic(
          .invalidSetting, "'\(name)' needs 'pairs' or 'sources': what to compare",
          at: Place(Configuration.path, reader.position), help: "write pairs: [[this, that]]")
      ])
      return nil
    }
    let found = pairs.map { pair($0) } + sources.map { sourceComparison($0) }
    return found.contains(nil) ? nil : found.compactMap(\.self)
  }

  private mutating func items(_ key: String, _ what: String) -> [YAMLNode]? {
    guard let node = reader.node(key) else { return [] }
    if case .sequence(let items) = node.content { return items }
    reader.report(.invalidSetting, "'\(key)' must be \(what), not \(node.sort)", at: node)
    return nil
  }

  private mutating func pair(_ node: YAMLNode) -> DeclaredComparison? {
    twoNames(node, "a pair").map { DeclaredComparison(of: nil, sides: $0, parts: nil) }
  }

  private mutating func sourceComparison(_ node: YAMLNode) -> DeclaredComparison? {
    var item = MappingReader(
      node, path: Configuration.path, wrong: .invalidSetting, what: "a comparison of sources")
    let of = item.text("of", wrong: .invalidSetting).flatMap { _ in item.node("of") }
    let sources = item.node("sources")
    let parts = item.text("parts", wrong: .invalidSetting).flatMap { _ in item.node("parts") }
    for (key, value, what) in [
      ("of", of, "what the sources are about"), ("sources", sources, "the two sources"),
    ] where value == nil && item.diagnostics.isEmpty {
      item.report(.invalidSetting, "a comparison of sources needs '\(key)': \(what)", at: node)
    }
    item.finish(unknown: .unknownSetting, what: "a comparison of sources")
    reader.add(item.diagnostics)
    guard let sides = sources.flatMap({ twoNames($0, "'sources'") }), let of else { return nil }
    return DeclaredComparison(of: name(of), sides: sides, parts: parts.map(name))
  }

  private mutating func twoNames(_ node: YAMLNode, _ what: String) -> [DeclaredComparison.Name]? {
    guard case .sequence(let items) = node.content, items.count == 2, items.allSatisfy({ $0.text != nil })
    else {
      reader.report(
        .invalidSetting, "\(what) must be a list of two names", at: node, help: "write [this, that]")
      return nil
    }
    return items.map(name)
  }

  private func name(_ node: YAMLNode) -> DeclaredComparison.Name {
    DeclaredComparison.Name(text: node.text ?? "", place: node.place(in: Configuration.path))
  }
}
