/// The blocks that a call can fill: those of the parent and of all that it calls.
struct BlockNames {
  private let templates: [ParsedTemplate]
  private let indices: [String: Int]
  private var known: [Int: Set<String>?] = [:]

  init(_ templates: [ParsedTemplate], indices: [String: Int]) {
    (self.templates, self.indices) = (templates, indices)
  }

  /// Nothing where a value names one of the templates.
  mutating func names(reachableFrom call: Call, in template: Int) -> Set<String>? {
    guard case .template(let name) = call.target, let parent = indices[name] else { return nil }
    if known[parent] == nil { known[parent] = .some(reachable(from: parent)) }
    guard var names = known[parent] ?? nil else { return nil }
    // The text of one override may call what has a block that another fills.
    for override in call.overrides {
      guard let inner = collect(templates[template].nodes[override.nodes]) else { return nil }
      names.formUnion(inner.names.subtracting([override.name]))
      for index in inner.calls {
        guard let called = reachable(from: index) else { return nil }
        names.formUnion(called)
      }
    }
    return names
  }

  private func reachable(from template: Int) -> Set<String>? {
    var (names, seen, queue) = (Set<String>(), Set([template]), [template])
    while let index = queue.popLast() {
      guard let found = collect(templates[index].nodes[...]) else { return nil }
      names.formUnion(found.names)
      for call in found.calls where seen.insert(call).inserted { queue.append(call) }
    }
    return names
  }

  private func collect(_ nodes: ArraySlice<Node>) -> (names: Set<String>, calls: [Int])? {
    var (names, calls) = (Set<String>(), [Int]())
    for node in nodes {
      switch node {
      case .block(let block): names.insert(block.name)
      case .call(let call):
        switch call.target {
        case .template(let name): if let index = indices[name] { calls.append(index) }
        case .named: return nil
        }
      default: continue
      }
    }
    return (names, calls)
  }
}
