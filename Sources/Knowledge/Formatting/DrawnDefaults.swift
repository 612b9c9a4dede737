import Folding
import FrontMatter

/// Takes a source, and a place in it, that three or more claims, items, records or names of a file repeat, to `defaults` at
/// the top, and out of these. Defaults that are there already stay as they are; what repeats them goes.
///
/// It only says where that may be done: whoever asks compares what comes of it.
struct DrawnDefaults {
  /// A source, and a place in it.
  fileprivate struct Said: Hashable {
    var source: ExactText
    var at: ExactText?

    private var texts: [(key: ClaimKey, text: String)] {
      [(.source, source.text)] + (at.map { [(.at, $0.text)] } ?? [])
    }

    var tree: YAMLTree {
      YAMLTree(.mapping(texts.map { YAMLTree.Entry($0.rawValue, YAMLTree(.scalar(YAMLScalar($1)))) }))
    }

    /// How many characters it takes, with what stands around it.
    func length(of around: String) -> Int {
      texts.reduce(around.count) { $0 + $1.key.rawValue.count + $1.text.count + 2 }
    }
  }

  /// What a choice would take out: from how many, and how many characters.
  private struct Saving {
    var lines = 0
    var characters = 0

    mutating func add(_ characters: Int?) {
      guard let characters else { return }
      lines += 1
      self.characters += characters
    }

    mutating func without(_ characters: Int?) {
      guard let characters else { return }
      lines -= 1
      self.characters -= characters
    }

    func and(_ other: Saving?) -> Saving {
      Saving(lines: lines + (other?.lines ?? 0), characters: characters + (other?.characters ?? 0))
    }
  }

  /// How often a source must be repeated.
  private static let fewest = 3
  private let none = ExactText("")

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
    return savings(in: found).map { choice, saving in
      (choice, lines: saving.lines, saved: saving.characters - choice.length(of: "defaults: {}"))
    }.max { a, b in
      // Of two that save as much, the shorter one, then the first by name: the same in every run.
      a.saved != b.saved ? a.saved < b.saved : (b.0.at ?? none, b.0.source) < (a.0.at ?? none, a.0.source)
    }.flatMap { $0.saved > 0 && $0.lines >= DrawnDefaults.fewest ? $0.0 : nil }
  }

  /// What each choice would take out, of those that are repeated often enough.
  private func savings(in found: [YAMLTree]) -> [Said: Saving] {
    var counts: [Said: Int] = [:]
    // By source alone, and with a place by default: of what has another place, and of what has this one.
    var (plain, elsewhere, there): ([Said: Saving], [Said: Saving], [Said: Saving]) = ([:], [:], [:])
    for tree in found {
      guard let source = tree.text(.source) else { continue }
      let said = Said(source: source)
      counts[said, default: 0] += 1
      plain[said, default: Saving()].add(saved(by: said, tree))
      guard let at = tree.text(.at) else { continue }
      let exact = Said(source: source, at: at)
      counts[exact, default: 0] += 1
      there[exact, default: Saving()].add(saved(by: exact, tree))
      // As by a place that it doesn't name.
      elsewhere[said, default: Saving()].add(saved(by: said, tree))
      there[exact, default: Saving()].without(saved(by: said, tree))
    }
    var savings: [Said: Saving] = [:]
    for (choice, count) in counts where count >= DrawnDefaults.fewest {
      guard choice.at != nil else {
        savings[choice] = plain[choice]
        continue
      }
      savings[choice] = there[choice]?.and(elsewhere[Said(source: choice.source)])
    }
    return savings
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
    // An item's source may be the group's by another name: then it takes place and words from there.
    guard !tree.hasSourceInside else { return nil }
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
    guard tree.isMapping else { return tree.mapValues { without(said, $0) } }
    tree.entries = tree.entries.map { entry in
      guard entry.key.text != Kind.defaultsKey else { return entry }
      var entry = entry
      entry.value = without(said, entry.value)
      return entry
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

  /// Whether one of a group's items names a source, or says that it has none. Recursion is safe here, since reading has
  /// bounded the depth.
  fileprivate var hasSourceInside: Bool {
    guard role == .group || role == .groupOfClaims, let list = self[GroupForm.itemsKey] else { return false }
    let items = list.isSequence ? list.items.map(\.value) : [list]
    return items.contains { $0[ClaimKey.source.rawValue] != nil || $0.hasSourceInside }
  }

  fileprivate func text(_ key: ClaimKey) -> ExactText? {
    guard let scalar = self[key.rawValue]?.scalar, !scalar.isNull else { return nil }
    return ExactText(scalar.text)
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
