import Folding

/// Every name of every entity: ids, slugs, titles and aliases.
package struct NameIndex: Sendable {
  private var ids: [String: EntityID] = [:]
  private var slugs: [String: [EntityID]] = [:]
  private var titles: [String: [TitleEntry]] = [:]
  private var aliases: [String: [AliasEntry]] = [:]
  private var formerIDs: [String: EntityID] = [:]
  /// By their folded form: the ids and slugs that have another.
  private var unfoldedIDs: [String: [EntityID]] = [:]
  private let kinds: [KindID]
  /// The ids and slugs, and the folded names, of entities that this build leaves out, for a better message.
  private let unpublished: [String: String]

  private struct TitleEntry: Sendable {
    var entity: EntityID
    var written: String
  }

  struct AliasEntry: Sendable {
    var entity: EntityID
    var onlyIn: EntityID?
    var isAmbiguous: Bool
    var written: Written
  }

  package enum Answer: Hashable, Sendable {
    case found(EntityID)
    /// Several entities have the name; their ids are for the message.
    case ambiguous([EntityID])
    /// The name is an alias that is valid in these sources only.
    case onlyIn([EntityID])
    /// The name is known, but belongs to kinds that are not wanted here.
    case wrongKind(EntityID)
    /// With what would publish it.
    case unpublished(wayOut: String)
    /// The entity once had this id or slug.
    case renamed(EntityID)
    case unknown
  }

  init(kinds: [KindID], unpublished: [String: String]) {
    self.kinds = kinds
    self.unpublished = unpublished
  }

  /// Finds a name as id, then slug, title, alias, then as an id or slug in which case doesn't count. Where several
  /// entities have names that differ only in what doesn't count, the one whose name is written just so has it.
  ///
  /// - Parameters:
  ///   - wanted: the kinds that will do; empty for all.
  ///   - source: the source in whose words the name stands; its own aliases come first.
  package func find(_ name: String, kinds wanted: [KindID] = [], source: EntityID? = nil) -> Answer {
    if let entity = ids[name] { return answer(entity, wanted) }
    return find(name, folded: name.foldedName, kinds: wanted, source: source)
  }

  func entity(withID id: String) -> EntityID? { ids[id] }

  /// What an id that is an entity's means where certain kinds are wanted.
  func answer(_ entity: EntityID, _ wanted: [KindID]) -> Answer {
    isWanted(entity, wanted) ? .found(entity) : .wrongKind(entity)
  }

  /// Finds a name that is no id.
  func find(_ name: String, folded: String, kinds wanted: [KindID], source: EntityID?) -> Answer {
    let named = aliases[folded] ?? []
    if let source {
      let own = named.filter { $0.onlyIn == source }.map { ($0.entity, $0.written.text) }
      if let answer = answer(own, to: name, wanted) { return answer }
    }
    if let answer = answer(slugs[name] ?? [], wanted) { return answer }
    let titled = (titles[folded] ?? []).map { ($0.entity, $0.written) }
    if let answer = answer(titled, to: name, wanted) { return answer }
    let common = named.filter { $0.onlyIn == nil }.map { ($0.entity, $0.written.text) }
    if let answer = answer(common, to: name, wanted) { return answer }
    if let answer = answer(entities(withID: folded), wanted) { return answer }
    if let wayOut = unpublished[name] ?? unpublished[folded] { return .unpublished(wayOut: wayOut) }
    let elsewhere = named.filter { isWanted($0.entity, wanted) }.compactMap(\.onlyIn)
    if !elsewhere.isEmpty { return .onlyIn(unique(elsewhere)) }
    if let entity = formerIDs[name] ?? formerIDs[folded], isWanted(entity, wanted) { return .renamed(entity) }
    let others = (slugs[name] ?? []) + titled.map(\.0) + entities(withID: folded)
    return others.first.map(Answer.wrongKind) ?? .unknown
  }

  /// The names that an author may have meant, for a suggestion.
  package func candidates(kinds wanted: [KindID], slugsOnly: Bool) -> [String] {
    var names = slugs.filter { $0.value.contains { isWanted($0, wanted) } }.map(\.key)
    if wanted.isEmpty { names += ids.keys }
    guard !slugsOnly else { return names }
    names += titles.values.flatMap { $0.filter { isWanted($0.entity, wanted) }.map(\.written) }
    names += aliases.values.flatMap { $0.filter { isWanted($0.entity, wanted) }.map(\.written.text) }
    return names
  }

  /// Aliases of several entities that were not declared ambiguous: the first of each, and the clashing ones.
  var undeclaredTies: [[AliasEntry]] { aliases.values.flatMap(NameIndex.undeclaredTies) }

  private static func undeclaredTies(_ entries: [AliasEntry]) -> [[AliasEntry]] {
    guard entries.count > 1 else { return [] }
    return Dictionary(grouping: entries, by: \.onlyIn).values.filter { group in
      Set(group.map(\.entity)).count > 1 && group.contains { !$0.isAmbiguous }
    }
  }

  private func isWanted(_ entity: EntityID, _ wanted: [KindID]) -> Bool {
    wanted.isEmpty || wanted.contains(kinds[Int(entity.index)])
  }

  /// Those whose id or slug is the same as a folded name, but for what doesn't count.
  private func entities(withID folded: String) -> [EntityID] {
    (ids[folded].map { [$0] } ?? []) + (slugs[folded] ?? []) + (unfoldedIDs[folded] ?? [])
  }

  private func answer(_ found: [(entity: EntityID, written: String)], to name: String, _ wanted: [KindID])
    -> Answer?
  {
    let answer = answer(found.map(\.entity), wanted)
    guard case .ambiguous = answer else { return answer }
    let exact = unique(found.filter { $0.written == name && isWanted($0.entity, wanted) }.map(\.entity))
    return exact.count == 1 ? .found(exact[0]) : answer
  }

  private func answer(_ found: [EntityID], _ wanted: [KindID]) -> Answer? {
    if found.isEmpty { return nil }
    let fitting = unique(found.filter { isWanted($0, wanted) })
    switch fitting.count {
    case 0: return nil
    case 1: return .found(fitting[0])
    default: return .ambiguous(fitting)
    }
  }

  private func unique(_ entities: [EntityID]) -> [EntityID] {
    entities.count < 2 ? entities : Array(Set(entities)).sorted()
  }
}

// MARK: - Taking names up

extension NameIndex {
  mutating func add(id: String, slug: String, entity: EntityID) {
    ids[id] = entity
    slugs[slug, default: []].append(entity)
    for name in [id, slug] {
      let folded = name.foldedName
      if folded != name { unfoldedIDs[folded, default: []].append(entity) }
    }
  }

  mutating func add(formerID: String, entity: EntityID) { formerIDs[formerID] = entity }

  mutating func add(title: String, entity: EntityID) {
    titles[title.foldedName, default: []].append(TitleEntry(entity: entity, written: title))
  }

  mutating func add(alias: AliasEntry) {
    aliases[alias.written.text.foldedName, default: []].append(alias)
  }

  /// Gives an entity other titles, and other aliases that are valid everywhere.
  ///
  /// - Returns: the folded names that it lost, got or writes otherwise; `nil` where one of them is two entities' alias
  ///   now.
  mutating func rename(_ entity: EntityID, from old: EntityNames, to new: EntityNames) -> Set<String>? {
    let oldTitles = old.titles.map(\.foldedName)
    let newTitles = new.titles.map(\.foldedName)
    for title in oldTitles { titles[title]?.removeAll { $0.entity == entity } }
    for title in new.titles { add(title: title, entity: entity) }
    for title in oldTitles + newTitles { titles[title]?.sort { $0.entity < $1.entity } }
    let oldAliases = old.aliases.map(\.text.foldedName)
    let newAliases = new.aliases.map(\.text.foldedName)
    for alias in oldAliases { aliases[alias]?.removeAll { $0.entity == entity && $0.onlyIn == nil } }
    for alias in new.written { add(alias: AliasEntry(alias, of: entity, onlyIn: nil)) }
    guard newAliases.allSatisfy({ NameIndex.undeclaredTies(aliases[$0] ?? []).isEmpty }) else { return nil }
    for title in oldTitles where titles[title]?.isEmpty == true { titles[title] = nil }
    for alias in oldAliases where aliases[alias]?.isEmpty == true { aliases[alias] = nil }
    let changed = Set(Set(old.titles).symmetricDifference(new.titles).map(\.foldedName))
    return old.aliases == new.aliases ? changed : changed.union(oldAliases + newAliases)
  }
}

extension NameIndex.AliasEntry {
  init(_ alias: WrittenAlias, of entity: EntityID, onlyIn: EntityID?) {
    self.init(entity: entity, onlyIn: onlyIn, isAmbiguous: alias.isAmbiguous, written: alias.name)
  }
}
