import Knowledge
import Templates

/// How well a page is proved, in one line: how many sources, how many of the statements have words, how many are inferred,
/// and how many disagreements are open.
struct ShownEvidence: Sendable {
  let page: PageContext
  let sources: [EntityID]
  let quoted: Int
  let inferred: Int
  let open: Int

  static let record: RecordType<ShownEvidence> = RecordType([
    .list("sources", "the sources of what the page says, in the order of its facts", of: KeyEntry.record) {
      shown in shown.sources.map { KeyEntry(page: shown.page, source: $0) }
    },
    .number("source_count", "how many") { $0.sources.count },
    .number("quoted", "statements with the source's words") { $0.quoted },
    .number("inferred", "statements that no source makes outright") { $0.inferred },
    .number("open", "disagreements that nobody has explained") { $0.open },
  ])
}

/// A line of the key: the letters of a source, and its name.
struct KeyEntry: Sendable {
  let page: PageContext
  let source: EntityID

  static let record: RecordType<KeyEntry> = RecordType(
    "", "", with: ShownLink.record.members { $0.page.link($0.source) },
    [
      .text("letters", "of the source") { $0.page.site.sigla[$0.source] },
      .texts("kinds", "what it is") { $0.page.kinds(ofSource: $0.source) },
    ])
}

extension EntityPage {
  /// What its own facts and names, and relations from elsewhere, rest on.
  var evidence: ShownEvidence? {
    var sources: [EntityID] = []
    var seen: Set<EntityID> = []
    var (quoted, inferred) = (0, 0)
    func add(_ source: EntityID?) {
      if let source, seen.insert(source).inserted { sources.append(source) }
    }
    entity.forEachProvenance { own, said, _ in
      add(said.source?.entity)
      if own.quote != nil { quoted += 1 }
      if own.isInferred { inferred += 1 }
    }
    for edge in allInverses.flatMap(\.edges) { add(edge.provenance.source?.entity) }
    if sources.isEmpty && inferred == 0 { return nil }
    let open = entity.discrepancies.count { $0.isOpen && $0.matters }
    return ShownEvidence(page: page, sources: sources, quoted: quoted, inferred: inferred, open: open)
  }
}
