import CommonMark
import Diagnostics
import Folding

/// Finds out where the references and links of an entity lead, given every name that there is.
struct Resolver {
  let schema: Schema
  let language: String
  /// The day that the knowledge base speaks of, counted from 1970-01-01; `nil` where nobody says it.
  let day: Int32?
  let entities: [WrittenEntity]
  let names: NameIndex
  let paths: LinkPaths
  var diagnostics: [Diagnostic] = []
  var suggestions = Suggestions()
  var unknownNames: [UnknownName] = []
  /// The folded names that the entity at hand asked for, as hashes.
  private(set) var askedNames: [Int] = []
  /// What its groups and defaults say, looked up once each.
  var surroundings: [ObjectIdentifier: Provenance] = [:]
  /// Of those that were asked, which are only proposed.
  var proposed: [EntityID: Bool] = [:]
  /// The entities that its front matter names.
  private(set) var named: [EntityID] = []
  private(set) var id = EntityID(0)
  private var path = ""
  private var isLenient = false
  private var sourcesByAddress: [String: EntityID]?

  init(
    schema: Schema, language: String, day: Int32?, entities: [WrittenEntity], names: NameIndex,
    paths: LinkPaths
  ) {
    self.schema = schema
    self.language = language
    self.day = day
    self.entities = entities
    self.names = names
    self.paths = paths
  }

  /// To be called for each entity in their order, before anything of it is resolved: the first mistakes get suggestions.
  mutating func begin(_ entity: WrittenEntity, _ id: EntityID) {
    self.id = id
    path = entity.path
    isLenient = schema[entity.kind].isPlainPage
    diagnostics = []
    unknownNames = []
    askedNames = []
    named = []
    surroundings = [:]
  }

  /// What a name means; remembers that it was asked for.
  mutating func look(up name: String, kinds: [KindID] = [], source: EntityID? = nil) -> NameIndex.Answer {
    if let found = names.entity(withID: name) { return names.answer(found, kinds) }
    let folded = name.foldedName
    askedNames.append(folded.hashValue)
    return names.find(name, folded: folded, kinds: kinds, source: source)
  }

  /// - Parameter source: the one in whose words the name stands.
  mutating func resolve(_ reference: WrittenReference, source: EntityID?) -> Reference {
    Reference(name: reference.name, target: target(of: reference, source: source))
  }

  private mutating func target(of reference: WrittenReference, source: EntityID?) -> Target? {
    let kinds = reference.kinds.compactMap(schema.kind(named:))
    let isSource = schema.sourceKind.map { kinds == [$0] } ?? false
    let (name, answer) = look(upAnchored: reference.name.text, kinds: kinds, source: isSource ? nil : source)
    let place = Place(path, reference.name.position, length: max(1, reference.name.text.utf8.count))
    guard
      let found = find(
        name.name, answer, kinds: kinds, at: place, isLenient: isLenient,
        unknown: isSource ? .unknownSource : .unknownReference)
    else { return nil }
    named.append(found)
    return checked(Target(found, anchor: name.anchor), at: place)
  }

  /// What a name with or without an anchor means: the longest name in it that leads somewhere. Where none does, it's
  /// the name that is known best, and else the shortest.
  mutating func look(upAnchored text: String, kinds: [KindID] = [], source: EntityID? = nil)
    -> (name: AnchoredName, answer: NameIndex.Answer)
  {
    var best: (name: AnchoredName, answer: NameIndex.Answer)?
    for reading in AnchoredName.readings(text) {
      let answer = look(up: reading.name, kinds: kinds, source: source)
      if case .found = answer { return (reading, answer) }
      if best == nil || best?.answer == .unknown { best = (reading, answer) }
    }
    return best ?? (AnchoredName(name: text, anchor: nil), .unknown)
  }

  /// Finds a name, or reports why it leads nowhere.
  mutating func find(
    _ name: String, kinds: [KindID], source: EntityID?, at place: Place, isLenient: Bool,
    unknown: DiagnosticID
  ) -> EntityID? {
    let answer = look(up: name, kinds: kinds, source: source)
    return find(name, answer, kinds: kinds, at: place, isLenient: isLenient, unknown: unknown)
  }

  private mutating func find(
    _ name: String, _ answer: NameIndex.Answer, kinds: [KindID], at place: Place, isLenient: Bool,
    unknown: DiagnosticID
  ) -> EntityID? {
    let what = kinds.isEmpty ? "page" : kinds.map { schema[$0].name }.joined(separator: " or ")
    func report(_ id: DiagnosticID, _ message: String, help: String? = nil) -> Diagnostic {
      Diagnostic(id, isLenient ? .warning : .error, message, at: place, help: help)
    }
    switch answer {
    case .found(let entity):
      return entity
    case .ambiguous(let several):
      let ids = several.map { id($0) }
      diagnostics.append(
        report(
          .ambiguousName, "'\(name)' could be " + ids.joined(separator: " or "),
          help: "write the id: \(ids[0])"
        ))
    case .onlyIn(let sources):
      let forms = sources.map { "\(name)@\(entities[Int($0.index)].slug)" }
      diagnostics.append(
        report(
          .nameOfOneSource, "'\(name)' is a name in only one source",
          help: kinds.isEmpty
            ? "write [[\(forms[0])]]"
            : "name that source beside it: source: \(entities[Int(sources[0].index)].slug)"))
    case .wrongKind(let entity):
      let kind = schema[entities[Int(entity.index)].kind].name
      diagnostics.append(
        report(.wrongKind, "'\(name)' is of kind '\(kind)'; this must name a page of kind \(what)"))
    case .unpublished(let wayOut):
      diagnostics.append(report(unknown, "'\(name)' is not published", help: wayOut))
    case .renamed(let entity):
      let message = "'\(name)' is now called \(id(entity))"
      unknownNames.append(
        UnknownName(
          name: name, kinds: kinds, message: message, suggestion: nil, renamed: entity,
          diagnostic: diagnostics.count))
      diagnostics.append(
        report(
          unknown, message,
          help: "write \(kinds.count == 1 ? entities[Int(entity.index)].slug : id(entity))"))
    case .unknown:
      reportUnknown(name, kinds: kinds, report(unknown, "no \(what) '\(name)'"))
    }
    return nil
  }

  /// - Parameter diagnostic: without a suggestion.
  private mutating func reportUnknown(_ name: String, kinds: [KindID], _ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    let message = diagnostic.message
    var suggestion: String?
    if let kind = schema.sourceKind, kinds == [kind], name.isWebAddress {
      let known = sourceByAddress(name).map { id($0) }
      diagnostic.message += known.map { "; that is the address of \($0)" } ?? ""
      diagnostic.help =
        known.map { "write source: \($0)" }
        ?? "add a file with this address to content/\(schema[kind].folder)/, then name that file here"
    } else {
      suggestion = suggestions.name(name, kinds: kinds, in: names)
      diagnostic.message += didYouMean(suggestion)
    }
    unknownNames.append(
      UnknownName(
        name: name, kinds: kinds, message: message, suggestion: suggestion, diagnostic: diagnostics.count))
    diagnostics.append(diagnostic)
  }

  private mutating func sourceByAddress(_ address: String) -> EntityID? {
    if sourcesByAddress == nil {
      var sources: [String: EntityID] = [:]
      for (number, entity) in entities.enumerated() where entity.kind == schema.sourceKind {
        for claim in entity.facts.flatMap(\.claims) {
          for case .text(let text) in claim.value.items where text.isWebAddress {
            sources[text] = sources[text] ?? EntityID(number)
          }
        }
      }
      sourcesByAddress = sources
    }
    return sourcesByAddress?[address]
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

  func id(_ entity: EntityID) -> String { entities[Int(entity.index)].id(in: schema) }
}

extension WrittenEntity {
  /// The last part of the slug: what links between notes usually say.
  var fileName: String { MarkdownPath.name(of: slug) }

  /// Whether links that name a place on the page find it as before.
  func hasSameAnchors(as other: WrittenEntity) -> Bool {
    let (mine, others) = (body?.headings ?? [], other.body?.headings ?? [])
    return anchorNames == other.anchorNames
      && mine.elementsEqual(others) { $0.id == $1.id && $0.wanted == $1.wanted && $0.text == $1.text }
  }

  /// What a link may name after `#`.
  var anchorNames: [String] { anchors.map(\.text) + (body?.anchors.sorted() ?? []) }

  /// The anchor that a link means, as it's spelled on the page: by its name, else by the id that its author wanted, else
  /// as Obsidian writes it, by the words of a heading or of the headings that lead down to it (`Part#Chapter`).
  func anchor(named name: String) -> String? {
    if let found = Anchor.named(name, among: anchors.lazy.map(\.text)) { return found }
    let decoded = name.percentDecoded
    if let ids = body?.anchors, let found = ids.firstIndex(of: name) ?? ids.firstIndex(of: decoded) {
      return ids[found]
    }
    if let heading = body?.headings.first(where: { Anchor.named(name, among: [$0.wanted]) != nil }) {
      return heading.id
    }
    let wanted = [decoded, decoded.divided(atLast: "#").map { String($0.after) } ?? decoded]
    for fold in [\String.foldedName, \String.foldedHeading] {
      for words in wanted.map({ $0[keyPath: fold] }) where !words.isEmpty {
        if let heading = body?.headings.first(where: { $0.text[keyPath: fold] == words }) {
          return heading.id
        }
      }
    }
    return nil
  }
}

extension String {
  /// Whether it begins as an address of the web does, in any case.
  fileprivate var isWebAddress: Bool {
    let start = String(unicodeScalars.prefix(8)).asciiLowercased
    return start == "https://" || start.begins(with: "http://")
  }
}
