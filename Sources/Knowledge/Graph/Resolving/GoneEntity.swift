import Folding

/// An entity that an earlier state had, and that has no file any more.
package struct GoneEntity: Hashable, Sendable {
  /// What its file is called now: it has nearly the same text.
  package struct NewPlace: Hashable, Sendable {
    package let id: String
    package let path: String

    package init(id: String, path: String) {
      self.id = id
      self.path = path
    }
  }

  package let kind: KindID
  package let slug: String
  package let id: String
  /// Of its file, in the knowledge base.
  package let path: String
  package var movedTo: NewPlace?
  /// Its title and its aliases, folded.
  private let foldedNames: Set<String>

  /// - Parameter entity: as the earlier state had it.
  package init(_ entity: WrittenEntity, schema: Schema, language: String) {
    kind = entity.kind
    slug = entity.slug
    id = entity.id(in: schema)
    path = entity.path
    let aliases = entity.aliases.filter { $0.onlyIn == nil }.map(\.name.text)
    foldedNames = Set(([entity.title(language: language), slug] + aliases).map(\.foldedName))
  }
}

extension GoneEntity {
  /// Whether a name is its title or an alias, or its slug.
  package func isCalled(_ name: String) -> Bool { foldedNames.contains(name.foldedName) }

  /// What others call it in references and links; titles and aliases are folded.
  package func names(in schema: Schema) -> Set<String> {
    let file = path.belowContent
    let folder = schema[kind].isPlainPage ? "" : schema[kind].folder + "/"
    return foldedNames.union([id, slug, file, MarkdownPath.stem(file) ?? file, folder + slug + ".html"])
  }
}

/// The entities that are gone, by what others may have called them.
struct GoneEntities {
  private var byName: [String: [GoneEntity]] = [:]

  init(_ gone: [GoneEntity], schema: Schema) {
    for entity in gone { for name in entity.names(in: schema) { byName[name, default: []].append(entity) } }
  }

  /// The one that a name meant; `nil` where several may be meant.
  func meant(by name: UnknownName) -> GoneEntity? {
    guard !byName.isEmpty else { return nil }
    let kinds = name.kinds
    for name in [name.name, name.name.foldedName] {
      let fitting = (byName[name] ?? []).filter { kinds.isEmpty || kinds.contains($0.kind) }
      if !fitting.isEmpty { return fitting.count == 1 ? fitting[0] : nil }
    }
    return nil
  }
}
