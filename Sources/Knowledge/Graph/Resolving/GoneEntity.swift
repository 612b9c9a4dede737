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
  package let movedTo: NewPlace?

  package init(kind: KindID, slug: String, path: String, movedTo: NewPlace?, schema: Schema) {
    self.kind = kind
    self.slug = slug
    id = schema[kind].name + "/" + slug
    self.path = path
    self.movedTo = movedTo
  }
}

extension GoneEntity {
  /// What others call it in references and links, but for titles and aliases.
  package func names(in schema: Schema) -> Set<String> {
    let file = path.belowContent
    let folder = schema[kind].isPlainPage ? "" : schema[kind].folder + "/"
    return [id, slug, file, MarkdownPath.stem(file) ?? file, folder + slug + ".html"]
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
    let fitting = (byName[name.name] ?? []).filter { name.kinds.isEmpty || name.kinds.contains($0.kind) }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
