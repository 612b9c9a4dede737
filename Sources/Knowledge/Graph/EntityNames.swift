/// The names of one entity, as an index takes them up: what must stay the same for others to find it as before.
struct EntityNames {
  /// The title first, then those in other languages and from other sources; of a plain page its file's name too.
  let titles: [String]
  /// Those that are valid everywhere.
  let aliases: [Name]
  /// The aliases as they were written.
  let written: [WrittenAlias]
  /// Those that are valid in one source, with what names it.
  let scopedAliases: [Name]
  let formerIDs: [String]

  struct Name: Hashable {
    let text: String
    let isAmbiguous: Bool
    var source: String?
  }

  init(_ entity: WrittenEntity, title: String, schema: Schema) {
    let fileName = schema[entity.kind].isPlainPage ? [entity.fileName] : []
    titles = [title] + fileName + entity.titleTexts.filter { $0 != title }
    written = entity.aliases.filter { $0.onlyIn == nil }
    aliases = written.map { Name(text: $0.name.text, isAmbiguous: $0.isAmbiguous) }
    scopedAliases = entity.aliases.compactMap { alias in
      alias.onlyIn.map { source in
        Name(
          text: alias.name.text, isAmbiguous: alias.isAmbiguous, source: source.name.text)
      }
    }
    formerIDs = entity.formerIDs.map(\.text) + entity.formerAddresses
  }

  func isSame(as other: EntityNames) -> Bool {
    titles == other.titles && aliases == other.aliases && hasSameRest(as: other)
  }

  /// Whether at most titles and aliases that are valid everywhere differ.
  func hasSameRest(as other: EntityNames) -> Bool {
    scopedAliases == other.scopedAliases && formerIDs == other.formerIDs
  }
}

extension WrittenEntity {
  /// The titles in all languages and from all sources.
  fileprivate var titleTexts: [String] {
    guard let fact = fact(Kind.titleField) else { return [] }
    return fact.claims.flatMap { $0.value.texts(language: "") }.map(\.text)
  }
}
