/// Every name of every entity: ids, slugs, titles and aliases.
package struct NameIndex: Sendable {
  private var ids: [String: EntityID] = [:]
  private var slugs: [String: [EntityID]] = [:]
  private var titles: [String: [EntityID]] = [:]
  private var writtenTitles: [(title: String, entity: EntityID)] = []
  private var aliases: [String: [AliasEntry]] = [:]
  private var formerIDs: [String: EntityID] = [:]
  private let kinds: [KindID]
  /// The ids and slugs, and the folded names, of entities that this build leaves out, for a better message.
  private let unpublished: Set<String>

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
    case unpublished
    /// The entity once had this id or slug.
    case renamed(EntityID)
    case unknown
  }

  init(kinds: [KindID], unpublished: Set<String>) {
    self.kinds = kinds
    self.unpublished = unpublished
  }

  mutating func add(id: String, slug: String, entity: EntityID) {
    ids[id] = entity
    slugs[slug, default: []].append(entity)
  }

  mutating func add(formerID: String, entity: EntityID) { formerIDs[formerID] = entity }

  mutating func add(title: String, entity: EntityID) {
    titles[NameIndex.fold(title), default: []].append(entity)
    writtenTitles.append((title, entity))
  }

  mutating func add(alias: AliasEntry) {
    aliases[NameIndex.fold(alias.written.text), default: []].append(alias)
  }

  /// Finds a name as id, then slug, title, alias.
  ///
  /// - Parameters:
  ///   - wanted: the kinds that will do; empty for all.
  ///   - source: the source in whose words the name stands; its own aliases come first.
  package func find(_ name: String, kinds wanted: [KindID] = [], source: EntityID? = nil) -> Answer {
    if let entity = ids[name] { return isWanted(entity, wanted) ? .found(entity) : .wrongKind(entity) }
    let folded = NameIndex.fold(name)
    let named = aliases[folded] ?? []
    if let source {
      let own = named.filter { $0.onlyIn == source }.map(\.entity)
      if let answer = answer(own, wanted) { return answer }
    }
    if let answer = answer(slugs[name] ?? [], wanted) { return answer }
    if let answer = answer(titles[folded] ?? [], wanted) { return answer }
    if let answer = answer(named.filter { $0.onlyIn == nil }.map(\.entity), wanted) { return answer }
    if unpublished.contains(name) || unpublished.contains(folded) { return .unpublished }
    let elsewhere = named.filter { isWanted($0.entity, wanted) }.compactMap(\.onlyIn)
    if !elsewhere.isEmpty { return .onlyIn(unique(elsewhere)) }
    if let entity = formerIDs[name], isWanted(entity, wanted) { return .renamed(entity) }
    let others = (slugs[name] ?? []) + (titles[folded] ?? [])
    return others.first.map(Answer.wrongKind) ?? .unknown
  }

  /// The names that an author may have meant, for a suggestion.
  package func candidates(kinds wanted: [KindID], slugsOnly: Bool) -> [String] {
    var names = slugs.filter { $0.value.contains { isWanted($0, wanted) } }.map(\.key)
    if wanted.isEmpty { names += ids.keys }
    guard !slugsOnly else { return names }
    names += writtenTitles.filter { isWanted($0.entity, wanted) }.map(\.title)
    names += aliases.values.flatMap { $0.filter { isWanted($0.entity, wanted) }.map(\.written.text) }
    return names
  }

  /// Aliases of several entities that were not declared ambiguous: the first of each, and the clashing ones.
  var undeclaredTies: [[AliasEntry]] {
    aliases.values.flatMap { entries in
      Dictionary(grouping: entries, by: \.onlyIn).values.filter { group in
        Set(group.map(\.entity)).count > 1 && group.contains { !$0.isAmbiguous }
      }
    }
  }

  private func isWanted(_ entity: EntityID, _ wanted: [KindID]) -> Bool {
    wanted.isEmpty || wanted.contains(kinds[Int(entity.index)])
  }

  private func answer(_ found: [EntityID], _ wanted: [KindID]) -> Answer? {
    let fitting = unique(found.filter { isWanted($0, wanted) })
    switch fitting.count {
    case 0: return nil
    case 1: return .found(fitting[0])
    default: return .ambiguous(fitting)
    }
  }

  private func unique(_ entities: [EntityID]) -> [EntityID] { Array(Set(entities)).sorted() }

  /// Case and the width of white space don't count in titles and aliases.
  package static func fold(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same without punctuation, which a link to a heading can't hold everywhere.
  static func foldedWords(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
