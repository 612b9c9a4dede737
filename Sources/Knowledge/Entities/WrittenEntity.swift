package import CommonMark
import Diagnostics

/// One content file, read but not yet linked to the others: its facts, its names and its Markdown.
///
/// Immutable; a class so that a later build sees at a glance which files it has read before.
package final class WrittenEntity: Sendable {
  package let kind: KindID
  /// The path below the kind's folder, without `.md`.
  package let slug: String
  /// The path of the file in the knowledge base.
  package let path: String
  /// In the order of the schema's fields; fields that the file doesn't give are left out.
  let facts: [WrittenFact]
  package let aliases: [WrittenAlias]
  package let formerIDs: [Written]
  /// Where it was elsewhere by a rule of `remit.yaml`, which gives way to what files say. Each begins with a slash.
  package let formerAddresses: [String]
  /// Whether it's a section of another page; `nil` where its kind is to say.
  package let isSection: Bool?
  package let publication: Publication
  /// The body first, then each text of a Markdown field.
  package let documents: [MarkdownDocument]
  /// The records that have an id of their own, and so an anchor on the page.
  package let anchors: [Written]
  /// What its groups and defaults say, also where nothing takes it.
  let surroundings: [Surrounding]

  init(_ draft: EntityDraft) {
    kind = draft.kind
    slug = draft.slug
    path = draft.path
    facts = draft.facts
    aliases = draft.aliases
    formerIDs = draft.formerIDs
    formerAddresses = draft.formerAddresses
    isSection = draft.isSection
    publication = draft.publication
    documents = draft.documents
    anchors = draft.anchors
    surroundings = draft.surroundings
  }

  package var body: MarkdownDocument? { documents.first }

  package var isPublished: Bool { publication.isPublished }

  func fact(_ field: Int) -> WrittenFact? { facts.first { $0.field == field } }
}

/// An entity while its file is read.
struct EntityDraft {
  let kind: KindID
  let slug: String
  let path: String
  var facts: [WrittenFact] = []
  var aliases: [WrittenAlias] = []
  var formerIDs: [Written] = []
  var formerAddresses: [String] = []
  var isSection: Bool?
  var publication = Publication.published
  var documents: [MarkdownDocument] = []
  var anchors: [Written] = []
  var surroundings: [Surrounding] = []

  var body: MarkdownDocument? { documents.first }
}
