import CommonMark
import Diagnostics

/// Finds out where every reference and every link leads.
struct Resolver {
  let schema: Schema
  let entities: [Entity]
  let titles: [String]
  var paths: LinkPaths
  private(set) var names: NameIndex
  var diagnostics: [Diagnostic] = []
  private var suggestions: [Question: String] = [:]
  /// By entity; filled by `resolveReferences`, so that links may name sources.
  private var references: [[Target?]] = []

  init(_ roster: Roster, schema: Schema, assets: Set<String>, made: MadePages) {
    self.schema = schema
    paths = LinkPaths(roster, schema: schema, assets: assets, made: made)
    entities = roster.entities
    titles = roster.titles
    names = NameIndex(kinds: entities.map(\.kind), unpublished: roster.unpublished)
    for (index, entity) in entities.enumerated() {
      names.add(id: entity.id(in: schema), slug: entity.slug, entity: EntityID(index))
      names.add(title: titles[index], entity: EntityID(index))
      for former in entity.formerIDs {
        let kind = schema[entity.kind].name + "/"
        let isID = schema.kindNames.contains { former.text.hasPrefix($0 + "/") }
        names.add(formerID: former.text, entity: EntityID(index))
        // Each form means the other too.
        let other = isID ? String(former.text.drop { $0 != "/" }.dropFirst()) : kind + former.text
        names.add(formerID: other, entity: EntityID(index))
      }
      if schema[entity.kind].isLenient { names.add(title: entity.fileName, entity: EntityID(index)) }
      for other in entity.otherTitles where other != titles[index] {
        names.add(title: other, entity: EntityID(index))
      }
    }
  }

  /// Sources first, then the aliases that are valid in one source, then everything else that may use them.
  mutating func resolveReferences() -> [[Target?]] {
    references = entities.map { [Target?](repeating: nil, count: $0.references.count) }
    let sourceKinds = schema.sourceKind.map { [schema[$0].name] } ?? []
    addAliases { $0.onlyIn == nil }
    for (index, entity) in entities.enumerated() {
      for (number, reference) in entity.references.enumerated() where reference.targets == sourceKinds {
        references[index][number] = resolve(reference, of: entity, source: nil)
      }
    }
    addAliases { $0.onlyIn != nil }
    for tie in names.undeclaredTies { reportTie(tie) }
    for (index, entity) in entities.enumerated() {
      for (number, reference) in entity.references.enumerated() where reference.targets != sourceKinds {
        let source = reference.source.flatMap { references[index][$0]?.entity }
        references[index][number] = resolve(reference, of: entity, source: source)
      }
    }
    return references
  }

  private mutating func addAliases(where isWanted: (Alias) -> Bool) {
    for (index, entity) in entities.enumerated() {
      for alias in entity.aliases where isWanted(alias) {
        let onlyIn = alias.onlyIn.flatMap { references[index][$0]?.entity }
        // An alias whose only source is unknown is reported already, and must not become a common name.
        if alias.onlyIn != nil, onlyIn == nil { continue }
        names.add(
          alias: NameIndex.AliasEntry(
            entity: EntityID(index), onlyIn: onlyIn, isAmbiguous: alias.isAmbiguous, written: alias.name))
      }
    }
  }

  private mutating func reportTie(_ entries: [NameIndex.AliasEntry]) {
    let sorted = entries.sorted { $0.entity < $1.entity }
    for entry in sorted where !entry.isAmbiguous {
      guard let other = sorted.first(where: { $0.entity != entry.entity }) else { return }
      // Where neither says so, the first of them has a right to the name.
      if !other.isAmbiguous, other.entity > entry.entity { continue }
      let isLenient = [entry, other].contains { schema[entities[Int($0.entity.index)].kind].isLenient }
      diagnostics.append(
        Diagnostic(
          .ambiguousName, isLenient ? .warning : .error,
          "'\(entry.written.text)' is an alias of \(id(other.entity)) too",
          at: place(entry.written, in: entry.entity),
          notes: [Diagnostic.Note("also declared here", at: place(other.written, in: other.entity))],
          help:
            "write {name: \(entry.written.text), ambiguous: true} in both, or only_in: the source that uses it"
        ))
    }
  }

  private mutating func resolve(_ reference: WrittenReference, of entity: Entity, source: EntityID?)
    -> Target?
  {
    let kinds = reference.targets.compactMap(schema.kind(named:))
    // A title may have a '#' of its own.
    let isName =
      if case .found = names.find(reference.name.text, kinds: kinds, source: source) { true } else { false }
    let (name, anchor) = isName ? (reference.name.text, nil) : splitAnchor(reference.name.text)
    let place = Place(entity.path, reference.name.position, length: max(1, reference.name.text.utf8.count))
    let isSource = schema.sourceKind.map { kinds == [$0] } ?? false
    guard
      let found = find(
        name, kinds: kinds, source: source, at: place, isLenient: schema[entity.kind].isLenient,
        unknown: isSource ? .unknownSource : .unknownReference)
    else { return nil }
    return checked(Target(found, anchor: anchor), at: place)
  }

  /// Finds a name, or reports why it leads nowhere.
  mutating func find(
    _ name: String, kinds: [KindID], source: EntityID?, at place: Place, isLenient: Bool = false,
    unknown: DiagnosticID
  ) -> EntityID? {
    let what = kinds.isEmpty ? "page" : kinds.map { schema[$0].name }.joined(separator: " or ")
    func report(_ id: DiagnosticID, _ message: String, help: String? = nil) -> Diagnostic {
      Diagnostic(id, isLenient ? .warning : .error, message, at: place, help: help)
    }
    switch names.find(name, kinds: kinds, source: source) {
    case .found(let entity):
      return entity
    case .ambiguous(let several):
      let ids = several.map { id($0) }
      diagnostics.append(
        report(
          .ambiguousName, "'\(name)' may be " + ids.joined(separator: " or "), help: "write the id: \(ids[0])"
        ))
    case .onlyIn(let sources):
      let forms = sources.map { "\(name)@\(entities[Int($0.index)].slug)" }
      diagnostics.append(
        report(
          .nameOfOneSource, "'\(name)' is a name in one source only",
          help: kinds.isEmpty
            ? "write [[\(forms[0])]]"
            : "name that source beside it: source: \(entities[Int(sources[0].index)].slug)"))
    case .wrongKind(let entity):
      let kind = schema[entities[Int(entity.index)].kind].name
      diagnostics.append(
        report(.wrongKind, "'\(name)' is of kind '\(kind)'; this must name a page of kind \(what)"))
    case .unpublished:
      diagnostics.append(
        report(
          unknown, "'\(name)' is not published",
          help: Resolver.howToPublish))
    case .renamed(let entity):
      diagnostics.append(
        report(
          unknown, "'\(name)' is called \(id(entity)) now",
          help: "write \(kinds.count == 1 ? entities[Int(entity.index)].slug : id(entity))"))
    case .unknown:
      diagnostics.append(report(unknown, "no \(what) '\(name)'" + suggestion(for: name, kinds: kinds)))
    }
    return nil
  }

  /// "; did you mean 'x'?", as long as there are few mistakes: one renamed entity may leave thousands of links
  /// behind, and a suggestion looks at every name.
  private mutating func suggestion(for name: String, kinds: [KindID]) -> String {
    let question = Question(name: name, kinds: kinds)
    if let known = suggestions[question] { return known }
    guard suggestions.count < Self.mostSuggestions else { return "" }
    let candidates = names.candidates(kinds: kinds, slugsOnly: !kinds.isEmpty && !name.contains(" "))
    let answer = didYouMean(name, among: candidates)
    suggestions[question] = answer
    return answer
  }

  private static let mostSuggestions = 100

  private struct Question: Hashable {
    var name: String
    var kinds: [KindID]
  }

  /// A target whose anchor exists; else the entity alone, and a diagnostic.
  mutating func checked(_ target: Target, at place: Place, isLenient: Bool = false) -> Target {
    guard let anchor = target.anchor else { return target }
    let entity = entities[Int(target.entity.index)]
    if let name = entity.anchor(named: anchor) { return Target(target.entity, anchor: name) }
    let anchors = entity.anchorNames
    diagnostics.append(
      Diagnostic(
        .brokenAnchor, isLenient ? .warning : .error,
        "\(id(target.entity)) has no anchor '#\(anchor)'" + didYouMean(anchor, among: anchors), at: place))
    return Target(target.entity)
  }

  static let howToPublish =
    "take 'publish: false' or 'draft: true' out of its file, or build with --drafts"

  func splitAnchor(_ name: String) -> (name: String, anchor: String?) {
    guard let hash = name.firstIndex(of: "#"), hash != name.startIndex else { return (name, nil) }
    return (String(name[..<hash]), String(name[name.index(after: hash)...]))
  }

  func id(_ entity: EntityID) -> String { entities[Int(entity.index)].id(in: schema) }

  private func place(_ written: Written, in entity: EntityID) -> Place {
    Place(entities[Int(entity.index)].path, written.position, length: max(1, written.text.utf8.count))
  }
}

extension Entity {
  /// The titles in other languages and from other sources: they're names too.
  fileprivate var otherTitles: [String] {
    guard let fact = fact(Kind.titleField) else { return [] }
    return fact.claims.flatMap { $0.value.texts(language: "") }.map(\.text)
  }

  /// The last part of the slug: what links between notes usually say.
  var fileName: String { slug.split(separator: "/").last.map(String.init) ?? slug }

  /// What a link may name after `#`.
  var anchorNames: [String] { anchors.map(\.text) + (body?.anchors.sorted() ?? []) }

  /// The anchor that a link means: by its name, else as Obsidian writes it, by the words of a heading or of the
  /// headings that lead down to it (`Part#Chapter`).
  func anchor(named name: String) -> String? {
    if anchorNames.contains(name) { return name }
    let wanted = [name, name.split(separator: "#").last.map(String.init) ?? name]
    for fold in [NameIndex.fold, NameIndex.foldedWords] {
      for words in wanted.map(fold) where !words.isEmpty {
        if let heading = body?.headings.first(where: { fold($0.text) == words }) { return heading.id }
      }
    }
    return nil
  }
}
