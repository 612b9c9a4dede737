package import CommonMark
package import Diagnostics
import Folding
package import FrontMatter

/// Reads one content file's front matter as the schema's kind says.
package struct EntityReader {
  let schema: Schema
  let kind: Kind
  let path: String
  let markdown: MarkdownOptions
  var entity: EntityDraft
  /// The defaults in force.
  var defaults: Surrounding?
  var diagnostics: [Diagnostic] = []

  /// Reads the front matter and joins it with the parsed body. Whatever is wrong is a diagnostic; what can be
  /// read is in the entity all the same.
  ///
  /// - Parameters:
  ///   - asOf: the date of the knowledge, for files that are published from a day on.
  ///   - isIncluded: whether its name keeps nothing back.
  package static func read(
    _ frontMatter: FrontMatter, body: MarkdownDocument, kind: KindID, slug: String, path: String,
    schema: Schema, markdown: MarkdownOptions = MarkdownOptions(), asOf: EDTFDate? = nil,
    isIncluded: Bool = false
  ) -> (entity: WrittenEntity, diagnostics: [Diagnostic]) {
    let entity = EntityDraft(kind: kind, slug: slug, path: path)
    var reader = EntityReader(
      schema: schema, kind: schema[kind], path: path, markdown: markdown, entity: entity)
    reader.entity.documents = [body]
    reader.readPublication(frontMatter, asOf, isIncluded: isIncluded)
    reader.read(frontMatter.withoutComments)
    return (WrittenEntity(reader.entity), reader.diagnostics)
  }

  private mutating func read(_ frontMatter: FrontMatter) {
    let entries =
      kind.isPlainPage
      ? PageEntries.read(frontMatter.entries, of: kind, path: path.belowContent) : frontMatter.entries
    defaults = entries.first { $0.key == Kind.defaultsKey }.flatMap { readDefaults($0.value) }
    readFacts(entries)
    readControls(entries)
    if kind.isPlainPage {
      checkOrder(entries, frontMatter.entries)
      entity.formerIDs += OtherAddresses.said(by: frontMatter.entries, path: path.belowContent)
      entity.formerAddresses = kind.formerAddresses.addresses(
        path: path.belowContent, entries, written: frontMatter.entries)
    }
    addNamingFields()
    reportUnknownFields(entries)
    reportAnchorsOfHeadings()
    // What can't be read may well be there.
    if !frontMatter.diagnostics.hasErrors { reportMissingFields(entries) }
    if kind.isPlainPage { soften() }
  }

  /// Words stand behind all numbers, which nobody expects of a weight; who declares the order as text means it.
  private mutating func checkOrder(_ entries: [YAMLNode.Entry], _ written: [YAMLNode.Entry]) {
    guard kind.declaredField("order")?.sort != .text, let order = entries.first(where: { $0.key == "order" }),
      let text = order.value.text, Double(text) == nil, !text.isEmpty, !order.value.isNull
    else { return }
    let name = written.first { $0.keyPosition == order.keyPosition }?.key ?? order.key
    // A declared field of that name tells what it may hold itself.
    guard kind.declaredField(name) == nil else { return }
    report(
      .wrongType,
      "'\(name)' is a number, and '\(text)' is none, so the page stands behind those with numbers",
      at: order.value, help: "write a number, or declare it in remit.yaml: pages: {fields: {order: text}}")
  }

  private mutating func readPublication(
    _ frontMatter: FrontMatter, _ asOf: EDTFDate?, isIncluded: Bool
  ) {
    let isPage = kind.isPlainPage
    let sayings = PublishingSayings(
      frontMatter, path: isPage ? path.belowContent : entity.slug + ".md", isIncluded: isIncluded,
      declared: isPage ? [] : Set(kind.fields.map(\.name)), asOf: asOf)
    entity.publication = Publication.decide(sayings.all)
    guard case .heldBack(let why) = entity.publication, !why.isClear else { return }
    for saying in sayings.all where saying.meaning == .unclear {
      report(
        .unclearPublishing,
        "this file is held back, because it is not clear whether it may be published: \(saying.words)",
        at: saying.position, length: saying.length, help: saying.help)
    }
  }

  private mutating func readFacts(_ entries: [YAMLNode.Entry]) {
    for (index, field) in kind.fields.enumerated() {
      guard let entry = entries.first(where: { $0.key == field.name }), !entry.value.isNull else { continue }
      if index == Kind.titleField, entry.value.isBlank { continue }
      if let fact = fact(entry.value, field: field, index: index) { entity.facts.append(fact) }
    }
  }

  private mutating func readControls(_ entries: [YAMLNode.Entry]) {
    for entry in entries {
      switch entry.key {
      case "aliases": readAliases(entry.value)
      // Obsidian takes either.
      case "alias" where kind.isPlainPage: readAliases(entry.value)
      case "former_ids": entity.formerIDs += writtenTexts(entry.value, "former_ids")
      case Kind.sectionKey where kind.hasSectionKey: entity.isSection = flag(entry.value)
      default: break
      }
    }
  }

  /// The texts of fields that name the entity are aliases, as if they were written there.
  private mutating func addNamingFields() {
    for fact in entity.facts {
      guard let sort = kind.fields[fact.field].aliasSort else { continue }
      for claim in fact.claims {
        for text in claim.value.items.flatMap({ $0.texts(language: "") }) { addName(text, sort, claim) }
      }
    }
  }

  private mutating func addName(_ text: LocalizedText, _ sort: String, _ claim: WrittenClaim) {
    if let known = entity.aliases.firstIndex(where: { $0.name.text == text.text }) {
      entity.aliases[known].sort = entity.aliases[known].sort ?? sort
      return
    }
    var alias = WrittenAlias(name: Written(text.text, at: claim.position))
    alias.language = text.language.isEmpty ? nil : text.language
    alias.sort = sort
    alias.provenance = claim.provenance
    entity.aliases.append(alias)
  }

  /// On a plain page, an alias that begins with `/` is an earlier address, as in Hugo.
  private mutating func readAliases(_ node: YAMLNode) {
    let read = aliases(node)
    let isAddress = { [kind] (alias: WrittenAlias) in kind.isPlainPage && alias.name.text.begins(with: "/") }
    entity.aliases += read.filter { !isAddress($0) }
    entity.formerIDs += read.filter(isAddress).map(\.name)
  }

  /// A record and a heading on one page can't share an anchor.
  private mutating func reportAnchorsOfHeadings() {
    let headings = entity.body?.headings ?? []
    for anchor in entity.anchors {
      guard let heading = headings.first(where: { $0.id == anchor.text }) else { continue }
      report(
        .duplicateID, "the id '\(anchor.text)' is also the id of a heading on this page", at: anchor.position,
        length: anchor.text.utf8.count, help: "choose another id, or write '{#…}' after the heading",
        notes: [Diagnostic.Note("the heading is here", at: Place(path, heading.position))])
    }
  }

  private mutating func reportUnknownFields(_ entries: [YAMLNode.Entry]) {
    let known = kind.knownKeys
    let help =
      "the fields of '\(kind.name)' are " + known.joined(separator: ", ")
      + (kind.isPlainPage ? "; others are declared in remit.yaml, as pages: {fields: {topics: list}}" : "")
    let unknown = entries.indices.filter { kind.isUnknown(entries[$0].key) }
    for (number, index) in unknown.enumerated() {
      let entry = entries[index]
      // What nobody will be shown needs no thought.
      let guess = number < Diagnostic.mostAlike ? didYouMean(entry.key, among: known) : ""
      report(
        .unknownField, "kind '\(kind.name)' has no field '\(entry.key)'" + guess, at: entry.keyPosition,
        length: entry.key.utf8.count, help: claimForm(entry, after: entries[..<index]) ?? help)
    }
  }

  /// What belongs to a claim, and stands beside the field that it is about: how the claim is written.
  private func claimForm(_ entry: YAMLNode.Entry, after before: ArraySlice<YAMLNode.Entry>) -> String? {
    if entry.key == GroupForm.itemsKey, let field = before.last(where: { $0.value.text == nil }) {
      return "if it belongs to the group in '\(field.key)', indent it like the other lines of that group"
    }
    guard ClaimKey(rawValue: entry.key) != nil else { return nil }
    let field = before.last { entry in
      kind.fields.dropFirst(2).contains { $0.name == entry.key } && entry.value.text != nil
    }
    let value =
      field?.value.text.map { $0.utf8.count < 30 && !$0.contains(where: \.isNewline) ? $0 : "…" } ?? "…"
    let isPlain = !value.unicodeScalars.contains { ",:#{}[]\"'&*!|>%@`".unicodeScalars.contains($0) }
    let said = entry.value.text.map { $0.utf8.count < 30 ? $0 : "…" } ?? "…"
    return "write what a source says as one claim: "
      + "\(field?.key ?? "field"): {is: \(isPlain ? value : "\"…\""), \(entry.key): \(said)}"
  }

  private mutating func reportMissingFields(_ entries: [YAMLNode.Entry]) {
    // A field that is there and can't be read is reported already.
    let written = Set(entries.filter { !$0.value.isEmpty }.map(\.key))
    let read = Set(entity.facts.map(\.field))
    for (index, field) in kind.fields.enumerated()
    where field.isRequired && !read.contains(index) && !written.contains(field.name) {
      report(
        .missingField, "'\(field.name)' is missing: kind '\(kind.name)' requires it", at: .start, length: 3,
        help: "add '\(field.name): …' to the front matter")
    }
    if !kind.isPlainPage, !written.contains("title"), entity.body?.title == nil {
      report(
        .missingField, "'title' is missing: every entity needs a name", at: .start, length: 3,
        help: "add 'title: …' to the front matter, or begin the text with '# …'")
    }
  }

  /// Somebody else's Markdown must build: on a plain page, what is wrong in the front matter is a warning.
  private mutating func soften() {
    for index in diagnostics.indices where diagnostics[index].severity == .error {
      diagnostics[index].severity = .warning
    }
  }

  mutating func report(
    _ id: DiagnosticID, _ message: String, at position: Position, length: Int, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(id, message, at: Place(path, position, length: max(1, length)), notes: notes, help: help))
  }

  mutating func report(_ id: DiagnosticID, _ message: String, at node: YAMLNode, help: String? = nil) {
    diagnostics.append(Diagnostic(id, message, at: node.place(in: path), help: help))
  }

  /// Keys of other generators that mean nothing here and do no harm.
  private static let foreignKeys: Set<String> = [
    "alias", "categories", "category", "comments", "cover", "cssclasses", "description", "featured_image",
    "hide", "icon", "id", "image", "images", "keywords", "lang", "lastmod", "layout", "linkTitle", "menu",
    "nav_order", "parent", "redirect_from", "resources", "series", "slug", "subtitle", "template", "toc",
    "type", "url", "weight",
  ]

  /// What a plain page says under keys that mean nothing to Remit: those that are told, and the categories of other tools.
  package static func unknownEntries(
    _ frontMatter: FrontMatter, path: String, schema: Schema
  ) -> [YAMLNode.Entry] {
    let kind = schema[.page]
    return PageEntries.read(frontMatter.entries, of: kind, path: path.belowContent).filter {
      kind.isUnknown($0.key) || ["categories", "category"].contains($0.key)
    }
  }

  /// Whether a key means nothing here and does no harm, or says something about publishing only.
  package static func isForeign(_ key: String) -> Bool {
    if foreignKeys.contains(key) { return true }
    return PublishingKey(key) != nil && !["state", "stage"].contains(key)
  }
}

extension Kind {
  fileprivate var knownKeys: [String] { fields.map(\.name) + ownControlKeys }

  /// Whether a key is told as one that means nothing.
  fileprivate func isUnknown(_ key: String) -> Bool {
    !knownKeys.contains(key) && !(isPlainPage ? EntityReader.isForeign(key) : key == "draft")
  }

  package static let titleField = 0
  package static let summaryField = 1
}

extension YAMLNode {
  /// A text of nothing but white space.
  fileprivate var isBlank: Bool { text?.allSatisfy(\.isWhitespace) ?? false }

  fileprivate var isEmpty: Bool { isNull || isBlank || content == .sequence([]) }
}

extension FrontMatter {
  var entries: [YAMLNode.Entry] {
    if case .mapping(let entries)? = root?.content { entries } else { [] }
  }
}
