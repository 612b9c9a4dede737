package import Diagnostics
import Folding

extension KnowledgeGraph {
  /// The names that lead nowhere and that nothing had before.
  package var unknownNames: Set<String> {
    Set(entities.lazy.flatMap(\.unknownNames).filter { $0.renamed == nil }.map(\.name))
  }

  /// What resolving found wrong, told by one who knows what is gone.
  package func diagnostics(knowing gone: [GoneEntity]) -> [Diagnostic] {
    gone.isEmpty ? diagnostics : parts.diagnostics(knowing: GoneEntities(gone, schema: schema))
  }
}

extension GraphParts {
  /// What resolving found wrong. A name that many places have and nothing bears is told once: most likely a file was
  /// taken away or got another name.
  func diagnostics(knowing gone: GoneEntities) -> [Diagnostic] {
    let unknown = entities.flatMap { entity in
      entity.unknownNames.map { UnknownPlace(name: $0, diagnostic: entity.diagnostics[$0.diagnostic]) }
    }
    guard !unknown.isEmpty else { return ties + entities.flatMap(\.diagnostics) }
    let groups = Dictionary(grouping: unknown) { UnknownKey($0, gone: gone.meant(by: $0.name), input.schema) }
    let others = entities.flatMap { entity in
      let told = Set(entity.unknownNames.map(\.diagnostic))
      return entity.diagnostics.indices.filter { !told.contains($0) }.map { entity.diagnostics[$0] }
    }
    return ties + others + groups.flatMap { report($1, as: $0) }
  }

  private func report(_ places: [UnknownPlace], as key: UnknownKey) -> [Diagnostic] {
    switch key {
    case .gone(let entity): [entity.diagnostic(at: places, input.commands)]
    case .renamed(let entity): report(places, asRenamed: entity)
    case .id(let kind, let slug): report(places, asKind: kind, slug)
    case .name: report(places)
    }
  }

  private func report(_ places: [UnknownPlace]) -> [Diagnostic] {
    guard let message = places.first?.name.message else { return [] }
    return report(places, saying: message)
  }

  /// However the places name the one thing, it is told once.
  private func report(_ places: [UnknownPlace], asKind kind: KindID, _ slug: String) -> [Diagnostic] {
    let messages = Set(places.map(\.name.message))
    let id = input.schema[kind].name
    return report(places, saying: messages.count == 1 ? messages.first ?? "" : "no \(id) '\(id)/\(slug)'")
  }

  private func report(_ places: [UnknownPlace], saying message: String) -> [Diagnostic] {
    let sorted = places.map(\.diagnostic).sorted()
    guard let name = places.first?.name, places.count > 1 else { return sorted }
    // Who writes a name twice did not mistype it.
    let help = formerName(name)
    guard var first = sorted.first, places.count > UnknownPlace.few else {
      return sorted.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.help = diagnostic.help ?? help
        return diagnostic
      }
    }
    let suggestion = places.lazy.compactMap(\.name.suggestion).first
    first.severity = sorted.map(\.severity).min() ?? first.severity
    first.message = "\(message), named in \(places.count) places" + didYouMean(suggestion)
    first.help = first.help ?? help
    first.notes += UnknownPlace.notes(sorted.dropFirst(), showing: UnknownPlace.shown)
    return [first]
  }

  private func report(_ places: [UnknownPlace], asRenamed entity: EntityID) -> [Diagnostic] {
    let sorted = places.map(\.diagnostic).sorted()
    guard var first = sorted.first, let name = places.min(by: { $0.diagnostic < $1.diagnostic })?.name,
      places.count > UnknownPlace.few
    else { return sorted }
    let renamed = entities[Int(entity.index)]
    let id = renamed.id(in: input.schema)
    let kind = input.schema[renamed.kind].name + "/"
    let old = name.name.begins(with: kind) ? name.name : kind + name.name
    first.severity = sorted.map(\.severity).min() ?? first.severity
    first.message = "'\(name.name)' is now called \(id), but \(places.count) places use the old name"
    first.help = "update them all: \(input.commands.rename(old, to: id))"
    first.notes += UnknownPlace.notes(sorted.dropFirst(), showing: UnknownPlace.shown)
    return [first]
  }

  /// How to say that the entity which was suggested had the name before.
  private func formerName(_ unknown: UnknownName) -> String? {
    let schema = input.schema
    guard let suggestion = unknown.suggestion,
      case .found(let entity) = names.find(suggestion, kinds: unknown.kinds),
      !schema[entities[Int(entity.index)].kind].isPlainPage
    else { return nil }
    let meant = entities[Int(entity.index)]
    if unknown.name.contains(sign: " ") {
      return
        "if it is another name for \(meant.id(in: schema)), add 'aliases: [\(unknown.name)]' to \(meant.path)"
    }
    let kind = schema[meant.kind].name + "/"
    let id = unknown.name.begins(with: kind) ? unknown.name : kind + unknown.name
    return "if it is a former id of \(meant.id(in: schema)), add 'former_ids: [\(id)]' to \(meant.path)"
  }
}

extension UnknownName {
  /// The kind and the slug that it names for certain.
  fileprivate func id(in schema: Schema) -> (KindID, String)? {
    if let parts = name.divided(at: "/"), let kind = schema.kind(named: String(parts.before)) {
      return (kind, String(parts.after))
    }
    return kinds.count == 1 && !name.contains(sign: " ") ? (kinds[0], name) : nil
  }
}

/// A place with a name that leads nowhere.
private struct UnknownPlace {
  let name: UnknownName
  let diagnostic: Diagnostic

  /// So many are told by themselves.
  static let few = 2
  static let shown = 4

  /// The other places of what is told once.
  static func notes(_ others: ArraySlice<Diagnostic>, showing most: Int) -> [Diagnostic.Note] {
    let rest = others.count - most
    return others.prefix(most).map { Diagnostic.Note("also here", at: $0.place) }
      + (rest > 0 ? [Diagnostic.Note("and in \(rest) more")] : [])
  }
}

/// What makes places with unknown names tell the same.
private enum UnknownKey: Hashable {
  /// However each of them names it.
  case gone(GoneEntity)
  case renamed(EntityID)
  /// An id that nothing has, however each of them names it.
  case id(KindID, String)
  case name(message: String, DiagnosticID, Diagnostic.Severity)

  init(_ place: UnknownPlace, gone: GoneEntity?, _ schema: Schema) {
    if let renamed = place.name.renamed {
      self = .renamed(renamed)
    } else if let gone {
      self = .gone(gone)
    } else if let (kind, slug) = place.name.id(in: schema) {
      self = .id(kind, slug)
    } else {
      self = .name(message: place.name.message, place.diagnostic.id, place.diagnostic.severity)
    }
  }
}

extension GoneEntity {
  fileprivate func diagnostic(at places: [UnknownPlace], _ commands: AdvisedCommands) -> Diagnostic {
    let sorted = places.map(\.diagnostic).sorted()
    let count = counted(places.count, "place still names it", "places still name it")
    let what = movedTo.map { "'\(id)' is gone, and '\($0.path)' now has its text: \(count)" }
    return Diagnostic(
      .goneEntity, sorted.map(\.severity).min() ?? .error, what ?? "'\(id)' is gone: \(count)",
      at: sorted.first?.place, notes: UnknownPlace.notes(sorted.dropFirst(), showing: UnknownPlace.shown),
      help: help(commands))
  }

  private func help(_ commands: AdvisedCommands) -> String {
    guard let movedTo else {
      return "remove the references, or restore the file: \(commands.takeBack(path))"
    }
    let isOfSameKind = movedTo.id.divided(at: "/")?.before == id.divided(at: "/")?.before
    let former = "add 'former_ids: [\(id)]' to \(movedTo.path)"
    return isOfSameKind
      ? "to update every reference and keep the old id in former_ids, run: \(commands.rename(id, to: movedTo.id))"
      : former + ", and write \(movedTo.id) wherever \(id) is named"
  }
}
