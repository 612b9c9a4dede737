package import CommonMark
package import Diagnostics

/// One content file, read but not yet linked to the others: its facts, its names and its Markdown.
///
/// Immutable; a class so that a later build sees at a glance which files it has read before.
package final class Entity: Sendable {
  package let kind: KindID
  /// The path below the kind's folder, without `.md`.
  package let slug: String
  /// The path of the file in the knowledge base.
  package let path: String
  /// In the order of the schema's fields; fields that the file doesn't give are left out.
  package let facts: [Fact]
  package let aliases: [Alias]
  package let formerIDs: [Written]
  package let publication: Publication
  /// Every reference in the front matter, by the number that `ReferenceItem` and `Provenance` hold.
  package let references: [WrittenReference]
  /// The body first, then each text of a Markdown field.
  package let documents: [MarkdownDocument]
  /// The records that have an id of their own, and so an anchor on the page.
  package let anchors: [Written]

  init(_ draft: EntityDraft) {
    kind = draft.kind
    slug = draft.slug
    path = draft.path
    facts = draft.facts
    aliases = draft.aliases
    formerIDs = draft.formerIDs
    publication = draft.publication
    references = draft.references
    documents = draft.documents
    anchors = draft.anchors
  }

  package var body: MarkdownDocument? { documents.first }

  package var isPublished: Bool { publication.isPublished }

  package func fact(_ field: Int) -> Fact? { facts.first { $0.field == field } }
}

/// An entity while its file is read.
struct EntityDraft {
  let kind: KindID
  let slug: String
  let path: String
  var facts: [Fact] = []
  var aliases: [Alias] = []
  var formerIDs: [Written] = []
  var publication = Publication.published
  var references: [WrittenReference] = []
  var documents: [MarkdownDocument] = []
  var anchors: [Written] = []

  var body: MarkdownDocument? { documents.first }
}

/// A text of the author's with the position at which it stands.
package struct Written: Hashable, Sendable {
  package var text: String
  package var position: Position

  package init(_ text: String, at position: Position) {
    self.text = text
    self.position = position
  }
}

/// A reference as the author wrote it: an id, a slug, a title or an alias.
package struct WrittenReference: Hashable, Sendable {
  package var name: Written
  /// The names of the kinds that it may lead to.
  package var targets: [String]
  /// The number of the reference to the source that is read with it, in whose words the name may be.
  package var source: Int?
}

/// A name of the entity beside its title.
package struct Alias: Hashable, Sendable {
  package var name: Written
  package var language: String?
  package var sort: String?
  /// The number of the reference to the one source in which the name is valid.
  package var onlyIn: Int?
  /// Whether the name is known to be another entity's name too.
  package var isAmbiguous = false
  /// Where the name was seen.
  package var provenance = Provenance()

  package static let sorts = ["abbreviation", "former", "variant", "translation", "mistranslation", "fusion"]
}
