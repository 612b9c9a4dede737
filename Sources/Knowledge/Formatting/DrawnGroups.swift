import FrontMatter

/// Writes items of a relation that follow one another and repeat source, quote and place as one group.
///
/// It only says where that may be done: whoever asks compares what comes of it.
struct DrawnGroups {
  private static let shared: [ClaimKey] = [.source, .quote, .at]

  // Recursion is safe here, since reading has bounded the depth.
  func drawn(in tree: YAMLTree) -> YAMLTree {
    let tree = tree.mapValues(drawn)
    // The items of a group are in one already.
    guard tree.isSequence, tree.form != .line else { return tree }
    return grouped(tree)
  }

  private func grouped(_ tree: YAMLTree) -> YAMLTree {
    var runs: [[YAMLTree.Item]] = []
    for item in tree.items {
      if mayShare(item), let last = runs.last?.last, mayShare(last),
        DrawnGroups.shared.allSatisfy({ item.value.agrees(with: last.value, in: $0.rawValue) })
      {
        runs[runs.count - 1].append(item)
      } else {
        runs.append([item])
      }
    }
    guard runs.contains(where: { $0.count > 1 }) else { return tree }
    if runs.count == 1, tree.closing.isEmpty, runs[0][0].notes == YAMLTree.Notes() { return group(runs[0]) }
    var list = tree
    list.items = runs.map { run in
      guard run.count > 1 else { return run[0] }
      var item = YAMLTree.Item(group(run))
      // What stands above the first is about the group.
      item.notes.above = run[0].notes.above
      return item
    }
    return list
  }

  /// Whether an item may share something with the next: not where it quotes nobody, or a comment would be lost.
  private func mayShare(_ item: YAMLTree.Item) -> Bool {
    let tree = item.value
    return tree.role == .item && tree.closing.isEmpty && tree[ClaimKey.quote.rawValue]?.isNull == false
      && tree[ClaimKey.source.rawValue]?.isNull == false && tree.entries.allSatisfy { !$0.notes.hasComment }
  }

  private func group(_ run: [YAMLTree.Item]) -> YAMLTree {
    let first = run[0].value
    let names = Set(DrawnGroups.shared.map(\.rawValue))
    // Qualifiers that are the same for all are said once; numbers in their order follow from it.
    let qualifiers = first.entries.filter { entry in
      entry.key.text.isQualifierKey
        && (run.allSatisfy { $0.value.agrees(with: first, in: entry.key.text) } || isListed(entry, run))
    }
    let taken = names.union(qualifiers.map(\.key.text))
    let items = run.enumerated().map { number, item in
      var item = item
      if number == 0 { item.notes.above = [] }
      item.value.entries.removeAll { taken.contains($0.key.text) }
      if item.value.keys == ["to"], let name = item.value["to"] { item.value = name }
      return item
    }
    var list = YAMLTree(.sequence(items))
    list.form = .line
    var group = YAMLTree(
      .mapping(
        first.entries.filter { names.contains($0.key.text) }
          + qualifiers.map { isListed($0, run) ? YAMLTree.Entry($0.key.text, .listed) : $0 }
          + [YAMLTree.Entry(GroupForm.itemsKey, list)]))
    group.role = .group
    return group
  }

  /// Whether a qualifier numbers all items from 1.
  private func isListed(_ entry: YAMLTree.Entry, _ run: [YAMLTree.Item]) -> Bool {
    run.enumerated().allSatisfy { number, item in
      item.value[entry.key.text]?.scalar?.text == String(number + 1)
    }
  }
}

extension YAMLTree {
  fileprivate static let listed = YAMLTree(.scalar(YAMLScalar("listed")))

  /// Whether both have the same at a key, to the byte, or neither has it.
  fileprivate func agrees(with other: YAMLTree, in key: String) -> Bool {
    guard let own = self[key], let other = other[key] else { return self[key] == nil && other[key] == nil }
    return own.means(other.node)
  }
}
