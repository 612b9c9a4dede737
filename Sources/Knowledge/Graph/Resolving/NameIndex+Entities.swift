import Diagnostics
import Folding

extension NameIndex {
  /// The names of all entities. The aliases that are valid in one source come last: they name their source by
  /// one of the others.
  init(_ entities: [WrittenEntity], titles: [String], roster: Roster, schema: Schema) {
    self.init(kinds: roster.kinds, unpublished: roster.unpublished)
    for (index, entity) in entities.enumerated() {
      add(entity, EntityID(index), title: titles[index], schema)
    }
    for (index, entity) in entities.enumerated() {
      for alias in entity.aliases where alias.onlyIn == nil {
        add(alias: AliasEntry(alias, of: EntityID(index), onlyIn: nil))
      }
    }
    guard let sourceKind = schema.sourceKind else { return }
    let common = self
    for (index, entity) in entities.enumerated() {
      for alias in entity.aliases {
        // An alias whose only source is unknown is reported elsewhere, and must not become a common name.
        guard let reference = alias.onlyIn,
          let source = common.source(reference.name.text, kind: sourceKind)
        else { continue }
        add(alias: AliasEntry(alias, of: EntityID(index), onlyIn: source))
      }
    }
  }

  private mutating func add(_ entity: WrittenEntity, _ id: EntityID, title: String, _ schema: Schema) {
    add(id: entity.id(in: schema), slug: entity.slug, entity: id)
    for title in EntityNames(entity, title: title, schema: schema).titles { add(title: title, entity: id) }
    for former in entity.formerIDs {
      let isID = schema.kindNames.contains { former.text.begins(with: $0 + "/") }
      add(formerID: former.text, entity: id)
      // Each form means the other too.
      let kind = schema[entity.kind].name + "/"
      let other = isID ? former.text.divided(at: "/").map { String($0.after) } ?? "" : kind + former.text
      add(formerID: other, entity: id)
    }
  }

  private func source(_ name: String, kind: KindID) -> EntityID? {
    for reading in AnchoredName.readings(name) {
      if case .found(let source) = find(reading.name, kinds: [kind]) { return source }
    }
    return nil
  }
}

// MARK: - Ties

extension NameIndex {
  /// An alias that two entities have is an error, unless both say that they know.
  func reportTies(among entities: [WrittenEntity], schema: Schema) -> [Diagnostic] {
    undeclaredTies.flatMap { report($0.sorted { $0.entity < $1.entity }, entities, schema) }
  }

  private func report(_ tied: [AliasEntry], _ entities: [WrittenEntity], _ schema: Schema) -> [Diagnostic] {
    tied.filter { !$0.isAmbiguous }.compactMap { entry in
      guard let other = tied.first(where: { $0.entity != entry.entity }) else { return nil }
      // Where neither says so, the first of them has a right to the name.
      if !other.isAmbiguous, other.entity > entry.entity { return nil }
      let owners = [entry, other].map { entities[Int($0.entity.index)] }
      let isLenient = owners.contains { schema[$0.kind].isPlainPage }
      return Diagnostic(
        .ambiguousName, isLenient ? .warning : .error,
        "'\(entry.written.text)' is also an alias of \(owners[1].id(in: schema))",
        at: owners[0].place(of: entry.written),
        notes: [Diagnostic.Note("also declared here", at: owners[1].place(of: other.written))],
        help:
          "write {name: \(entry.written.text), ambiguous: true} in both, or add 'only_in' with the source that uses it"
      )
    }
  }
}

extension WrittenEntity {
  func place(of written: Written) -> Place {
    Place(path, written.position, length: max(1, written.text.utf8.count))
  }
}
