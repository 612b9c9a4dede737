import FrontMatter

/// The one form of a kind's front matter: the order of its keys, and which of its lists and records have lines of their own.
///
/// It goes by the same cases as `EntityReader`, and changes no value. Recursion is safe, since reading has bounded the depth.
struct EntityForm {
  let kind: Kind

  func formed(_ root: YAMLTree) -> YAMLTree {
    var root = root
    root.entries = root.entries.map { entry in
      var entry = entry
      if let field = kind.field(named: entry.key.text) {
        entry.value = fact(entry.value, field)
      } else if entry.key.text == "aliases" {
        entry.value = items(entry.value, .ofAliases, alias)
      }
      return entry
    }
    let controls = kind.ownControlKeys.filter { $0 != Kind.defaultsKey }
    return defaults(root).sorted(by: [Kind.defaultsKey] + kind.fields.map(\.name) + controls)
  }

  private func fact(_ tree: YAMLTree, _ field: Field) -> YAMLTree {
    if tree.keys.contains("claims") || field.isLikelyLongForm(tree.node.entries) {
      var tree = tree.sorted(by: ["claims"] + AssessmentKey.names)
      tree.form = .block
      tree.change("claims") { claims($0, field) }
      return tree
    }
    let isOfClaims = tree.items.contains { field.isLikelyClaim($0.value.node) }
    return isOfClaims || tree.isMapping && field.isLikelyClaim(tree.node)
      ? claims(tree, field) : value(tree, field)
  }

  private func claims(_ tree: YAMLTree, _ field: Field) -> YAMLTree {
    tree.mapItems { claim in
      guard let group = claim.node.group else { return self.claim(claim, field) }
      guard group.holdsClaims else { return groupOfValues(claim, field) }
      return self.group(claim, shared: [], .groupOfClaims) { claims($0, field) }
    }
  }

  private func claim(_ tree: YAMLTree, _ field: Field) -> YAMLTree {
    var tree = tree.sorted(by: ["is"] + ClaimKey.names)
    tree.change("is") { value($0, field) }
    tree.role = .claim
    return provenance(tree)
  }

  /// One claim of all its items.
  private func groupOfValues(_ tree: YAMLTree, _ field: Field) -> YAMLTree {
    var tree = tree.sorted(by: ClaimKey.names + [GroupForm.itemsKey])
    tree.change(GroupForm.itemsKey) { value($0, field) }
    tree.role = .claim
    return provenance(tree)
  }

  private func value(_ tree: YAMLTree, _ field: Field) -> YAMLTree {
    guard field.isList else { return single(tree, field) }
    guard field.mayHaveProvenance else { return tree.mapItems { single($0, field) } }
    var tree = items(tree, GroupForm(field)) { single($0, field) }
    if field.recordFields != nil, tree.isSequence { tree.form = .alike }
    return tree
  }

  private func items(_ tree: YAMLTree, _ form: GroupForm, _ item: (YAMLTree) -> YAMLTree) -> YAMLTree {
    tree.mapItems { tree in
      guard tree.node.group != nil, !form.shared.contains(GroupForm.itemsKey) else { return item(tree) }
      return group(tree, shared: form.shared, .group) { items($0, form, item) }
    }
  }

  private func group(
    _ tree: YAMLTree, shared: [String], _ role: YAMLTree.Role, _ items: (YAMLTree) -> YAMLTree
  ) -> YAMLTree {
    var tree = tree.sorted(by: ClaimKey.names + shared + [GroupForm.itemsKey])
    tree.change(GroupForm.itemsKey) { list in
      var list = items(list)
      if list.form == .automatic, list.isSequence { list.form = .line }
      return list
    }
    tree.role = role
    return provenance(tree, except: shared)
  }

  private func single(_ tree: YAMLTree, _ field: Field) -> YAMLTree {
    switch field.type {
    case .date: tree.plainDate
    case .reference(let relation): item(tree, relation)
    case .record(let fields): record(tree, fields)
    // What is said in words has no number, and is begun with the words.
    case .quantity: tree.sorted(by: ["words"] + Quantity.Fields.names)
    default: tree
    }
  }

  private func item(_ tree: YAMLTree, _ relation: Relation) -> YAMLTree {
    guard tree.isMapping else { return tree }
    let qualifiers = relation.qualifiers.map(\.name)
    var tree = tree.sorted(by: ["to"] + qualifiers + ClaimKey.names)
    for qualifier in relation.qualifiers { tree.change(qualifier.name) { value($0, qualifier) } }
    tree.role = .item
    return provenance(tree)
  }

  private func record(_ tree: YAMLTree, _ fields: [Field]) -> YAMLTree {
    guard tree.isMapping else { return tree }
    let names = fields.map(\.name)
    var tree = defaults(tree).sorted(by: ["id", Kind.defaultsKey] + names + ClaimKey.names)
    for field in fields { tree.change(field.name) { fact($0, field) } }
    if !names.contains(where: { ClaimKey(rawValue: $0) != nil }) { tree.role = .record }
    return provenance(tree, except: names)
  }

  private func alias(_ tree: YAMLTree) -> YAMLTree {
    guard tree.isMapping else { return tree }
    var tree = tree.sorted(by: EntityReader.aliasKeys)
    tree.role = .alias
    return provenance(tree)
  }

  private func defaults(_ tree: YAMLTree) -> YAMLTree {
    var tree = tree
    tree.change(Kind.defaultsKey) { $0.sorted(by: ClaimKey.names) }
    return tree
  }

  /// - Parameter names: the fields that are no keys of a claim there.
  private func provenance(_ tree: YAMLTree, except names: [String] = []) -> YAMLTree {
    var tree = tree
    for key in ClaimKey.allCases where !names.contains(key.rawValue) {
      switch key {
      // The words of a source are told from the editor's by their marks.
      case .quote: tree.change(key.rawValue) { $0.inQuotes }
      case .asOf, .from, .until: tree.change(key.rawValue) { $0.plainDate }
      default: break
      }
    }
    return tree
  }
}

extension YAMLTree {
  /// Those keys first, in this order, then all others in theirs.
  fileprivate func sorted(by keys: [String]) -> YAMLTree {
    guard isMapping else { return self }
    var tree = self
    func rank(_ entry: Entry) -> Int { keys.firstIndex(of: entry.key.text) ?? keys.count }
    let ranked = entries.enumerated().map { (rank: rank($1), number: $0, entry: $1) }
    tree.entries = ranked.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }.map(\.entry)
    return tree
  }

  /// The items of a list, or the value itself.
  fileprivate func mapItems(_ change: (YAMLTree) -> YAMLTree) -> YAMLTree {
    isSequence ? mapValues(change) : change(self)
  }

  fileprivate mutating func change(_ key: String, _ change: (YAMLTree) -> YAMLTree) {
    guard let index = entries.firstIndex(where: { $0.key.text == key }) else { return }
    entries[index].value = change(entries[index].value)
  }

  fileprivate var inQuotes: YAMLTree {
    guard var scalar else { return self }
    scalar.prefersQuotes = true
    return with(scalar)
  }

  /// A date needs no marks that say it's a text.
  fileprivate var plainDate: YAMLTree {
    guard var scalar, EDTFDate.exists(scalar.text) else { return self }
    scalar.prefersPlain = true
    return with(scalar)
  }

  private func with(_ scalar: YAMLScalar) -> YAMLTree {
    var tree = self
    tree.content = .scalar(scalar)
    return tree
  }
}
