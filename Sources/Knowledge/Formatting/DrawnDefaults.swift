import FrontMatter

/// Takes a source, and a place in it, that three or more claims, items, records or names of a file repeat, to `defaults` at
/// the top, and out of these. Defaults that are there already stay as they are; what repeats them goes.
///
/// It only says where that may be done: whoever asks compares what comes of it.
struct DrawnDefaults {
  /// A source, and a place in it.
  fileprivate struct Said: Hashable {
    var source: String
    var at: String?

    private var texts: [(key: ClaimKey, text: String)] {
      [(.source, source)] + (at.map { [(.at, $0)] } ?? [])
    }

    var tree: YAMLTree {
      YAMLTree(
        .mapping(texts.map { YAMLTree.Entry($0.rawValue, YAMLTree(.scalar(YAMLScalar($1)))) }))
    }

    /// How many characters it takes, with what stands around it.
    func length(of around: String) -> Int {
      texts.reduce(around.count) { $0 + $1.0.rawValue.count + $1.1.count + 2 }
    }
  }

  /// How often a source must be repeated.
  private static let fewest = 3

  func drawn(in root: YAMLTree) -> YAMLTree {
    guard let written = root[Kind.defaultsKey] else {
      guard let chosen = chosen(in: root) else { return root }
      return without(chosen, root).with(chosen)
    }
    guard written.isMapping, let source = written.text(.source) else { return root }
    return without(Said(source: source, at: written.text(.at)), root)
  }

  // MARK: - The choice

  /// What saves most, if it saves anything.
  private func chosen(in root: YAMLTree) -> Said? {
    var found: [YAMLTree] = []
    for entry in root.entries { collect(entry.value, into: &found) }
    // Where somebody says something of no source, defaults would give it one.
    guard !found.contains(where: { $0[ClaimKey.source.rawValue] == nil && $0.isSaid }) else { return nil }
    var counts: [Said: Int] = [:]
    for tree in found {
      guard let source = tree.text(.source) else { continue }
      counts[Said(source: source), default: 0] += 1
      if let at = tree.text(.at) { counts[Said(source: source, at: at), default: 0] += 1 }
    }
    let choices = counts.filter { $0.value >= DrawnDefaults.fewest }.keys.map { choice in
      (choice, saved: found.reduce(-choice.length(of: "defaults: {}")) { $0 + (saved(by: choice, $1) ?? 0) })
    }
    let best = choices.max { a, b in
      // Of two that save as much, the shorter one, then the first by name: the same in every run.
      a.saved != b.saved
        ? a.saved < b.saved : (b.0.at ?? "", b.0.source) < (a.0.at ?? "", a.0.source)
    }
    guard let best, best.saved > 0 else { return nil }
    let takers = found.count { saved(by: best.0, $0) != nil }
    return takers >= DrawnDefaults.fewest ? best.0 : nil
  }

  /// What can take defaults. Within something that has a source itself, nothing does.
  private func collect(_ tree: YAMLTree, into found: inout [YAMLTree]) {
    // These have others.
    guard tree[Kind.defaultsKey] == nil else { return }
    if tree.takesDefaults {
      found.append(tree)
      if tree[ClaimKey.source.rawValue] != nil { return }
    }
    for item in tree.items { collect(item.value, into: &found) }
    for entry in tree.entries { collect(entry.value, into: &found) }
  }

  /// How many characters go from something that has its source by default; `nil` where it must keep it.
  private func saved(by said: Said, _ tree: YAMLTree) -> Int? {
    guard tree.takesDefaults, tree.text(.source) == said.source, tree.isBare(.source) else { return nil }
    let at = tree.text(.at)
    // A place by default would be one that it doesn't say.
    if said.at != nil, at == nil { return nil }
    let dropsAt = at != nil && at == said.at && tree.isBare(.at)
    guard (dropsAt ? tree.without(.at) : tree).isSaid else { return nil }
    return Said(source: said.source, at: dropsAt ? at : nil).length(of: ", ")
  }

  // MARK: - The change

  private func without(_ said: Said, _ tree: YAMLTree) -> YAMLTree {
    guard tree[Kind.defaultsKey] == nil || tree.role == .other else { return tree }
    var tree = tree
    if tree.takesDefaults {
      let hadSource = tree[ClaimKey.source.rawValue] != nil
      if saved(by: said, tree) != nil {
        if let at = tree.text(.at), at == said.at, tree.isBare(.at) { tree = tree.without(.at) }
        tree = tree.without(.source)
      }
      if hadSource { return tree }
    }
    for index in tree.items.indices { tree.items[index].value = without(said, tree.items[index].value) }
    for index in tree.entries.indices where tree.entries[index].key.text != Kind.defaultsKey {
      tree.entries[index].value = without(said, tree.entries[index].value)
    }
    return tree
  }
}

extension YAMLTree {
  /// Whether it has its source from defaults where it names none.
  fileprivate var takesDefaults: Bool {
    switch role {
    // What is valid in one source only was read there.
    case .alias: self["only_in"] == nil
    case .claim, .item, .record, .group, .groupOfClaims: true
    case .other: false
    }
  }

  /// Whether it says something of a source's, so that defaults complete it.
  fileprivate var isSaid: Bool {
    func says(_ keys: [String]) -> Bool {
      entries.contains { keys.contains($0.key.text) && !$0.value.isNull }
    }
    switch role {
    case .claim, .groupOfClaims: return true
    case .item where entries.contains { $0.key.text.isQualifierKey && !$0.value.isNull }: return true
    default: return says([ClaimKey.quote, .at, .scope, .asOf].map(\.rawValue))
    }
  }

  fileprivate func text(_ key: ClaimKey) -> String? {
    guard let scalar = self[key.rawValue]?.scalar, !scalar.isNull else { return nil }
    return scalar.text
  }

  /// Whether a key has no comment that would go with it.
  fileprivate func isBare(_ key: ClaimKey) -> Bool {
    entries.allSatisfy { $0.key.text != key.rawValue || !$0.notes.hasComment }
  }

  fileprivate func without(_ key: ClaimKey) -> YAMLTree {
    var tree = self
    tree.entries.removeAll { $0.key.text == key.rawValue }
    return tree
  }

  fileprivate func with(_ said: DrawnDefaults.Said) -> YAMLTree {
    var tree = self
    tree.entries.insert(Entry(Kind.defaultsKey, said.tree), at: 0)
    return tree
  }
}
