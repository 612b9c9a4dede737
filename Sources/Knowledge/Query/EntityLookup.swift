import Diagnostics
import Folding

extension KnowledgeGraph {
  /// What a name typed by a person means: an id, slug, title or alias, perhaps with `#anchor` behind it, or
  /// `alias@source` for a name that is valid in one source only.
  ///
  /// - Parameter kinds: the kinds that will do; empty for all.
  package func target(named name: String, kinds: [KindID] = []) throws(QueryError) -> Target {
    switch names.find(name, kinds: kinds) {
    case .found(let entity): return Target(entity)
    case .ambiguous(let several):
      let ids = several.map { id(of: $0) }
      throw QueryError("'\(name)' could be " + ids.joined(separator: " or "), help: "write the id: \(ids[0])")
    case .onlyIn(let sources):
      let forms = sources.map { "\(name)@\(self[$0].slug)" }
      throw QueryError(
        "'\(name)' is a name in only one source", help: "write " + forms.joined(separator: " or "))
    case .wrongKind(let entity):
      throw QueryError("'\(name)' is \(id(of: entity)), but this must be \(describe(kinds))")
    case .unpublished: throw QueryError("'\(name)' is not published", help: "include it with --drafts")
    case .renamed(let entity):
      throw QueryError("'\(name)' is now called \(id(of: entity))")
    case .unknown:
      if let target = try anchored(name, kinds) { return target }
      if let target = nameOfOneSource(name, kinds) { return target }
      throw QueryError("no \(describe(kinds)) '\(name)'" + didYouMean(name, among: candidates(name, kinds)))
    }
  }

  /// `measure/x/3#a-8`.
  private func anchored(_ name: String, _ kinds: [KindID]) throws(QueryError) -> Target? {
    for reading in AnchoredName.readings(name) {
      guard let anchor = reading.anchor, case .found(let entity) = names.find(reading.name, kinds: kinds)
      else {
        continue
      }
      let anchors = self[entity].anchors.map(\.text)
      if anchors.contains(anchor) { return Target(entity, anchor: anchor) }
      throw QueryError("\(id(of: entity)) has no part '#\(anchor)'" + didYouMean(anchor, among: anchors))
    }
    return nil
  }

  /// `Exchequer@guiding-opinions-en`.
  private func nameOfOneSource(_ name: String, _ kinds: [KindID]) -> Target? {
    guard let parts = name.divided(atLast: "@"), !parts.before.isEmpty, let kind = schema.sourceKind,
      case .found(let source) = names.find(String(parts.after), kinds: [kind]),
      case .found(let entity) = names.find(String(parts.before), kinds: kinds, source: source)
    else { return nil }
    return Target(entity)
  }

  private func describe(_ kinds: [KindID]) -> String {
    kinds.isEmpty ? "entity" : kinds.map { schema[$0].name }.joined(separator: " or ")
  }

  /// Ids where an id was begun; the slugs of the kinds in question where a slug was.
  private func candidates(_ name: String, _ kinds: [KindID]) -> [String] {
    if let parts = name.divided(at: "/"), let kind = schema.kind(named: String(parts.before)) {
      let prefix = schema[kind].name + "/"
      return names.candidates(kinds: [kind], slugsOnly: true).map { prefix + $0 }
    }
    return names.candidates(kinds: kinds, slugsOnly: !name.contains(sign: " "))
      + (kinds.isEmpty ? [] : names.candidates(kinds: kinds, slugsOnly: false))
  }
}

extension KnowledgeGraph {
  /// The slug, where that is enough among some kinds, else the id.
  package func shortID(of entity: EntityID, among kinds: [KindID]) -> String {
    let slug = self[entity].slug
    return names.find(slug, kinds: kinds) == .found(entity) ? slug : id(of: entity)
  }
}

extension Schema {
  /// The kinds that a person named, separated by commas: by their names in the schema, or as pages call them.
  package func kinds(listed text: String) throws(QueryError) -> [KindID] {
    if let kind = kind(called: text) { return [kind] }
    var found: [KindID] = []
    for name in text.split(separator: ",").map({ String($0.drop { $0 == " " }) }) {
      if let kind = kind(called: name) { found.append(kind) } else { found.append(try kind(asked: name)) }
    }
    return found
  }

  private func kind(called name: String) -> KindID? {
    let folded = name.foldedName
    return kind(named: name)
      ?? kindIDs.first { [self[$0].label.one, self[$0].label.many].contains { $0.foldedName == folded } }
  }

  /// The kind that a person named. A folder's name is no kind's, but shows what was meant.
  package func kind(asked name: String) throws(QueryError) -> KindID {
    if let kind = kind(named: name) { return kind }
    let folded = name.foldedName
    let meant = kinds.first { kind in
      [kind.name, kind.folder, kind.label.one, kind.label.many].contains { $0.foldedName == folded }
    }?.name
    let suggestion = meant.map { "; did you mean '\($0)'?" } ?? didYouMean(name, among: kindNames)
    throw QueryError(
      "no kind '\(name)'" + suggestion, help: "the kinds are " + kindNames.joined(separator: ", "))
  }
}
