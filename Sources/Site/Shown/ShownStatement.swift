import Knowledge
import Templates

/// Who says something, where and in which words.
struct ShownStatement: Sendable {
  let page: PageContext
  let provenance: Provenance
  var qualifiers: [ReferenceItem.Qualifier] = []
  /// The claim's id on its entity's page.
  var anchor: String?
  /// Whether the role is told for a whole list.
  var hidesRole = false

  static let record: RecordType<ShownStatement> = RecordType(
    "statement", "Who says something, where and in which words.",
    [
      .record("source", "the source", of: ShownLink.record) { statement in
        (statement.provenance.source?.target).map { statement.page.link($0) }
      },
      .text("quote", "its words, as in the [claim](writing.md#what-a-claim-may-say)") {
        $0.provenance.quote?.text
      },
      .text("at", "the place in it") { $0.provenance.at },
      .text("scope", "what part it is about") { $0.provenance.scope },
      .text("as_of", "the date that it speaks of") { statement in
        statement.provenance.asOf?.display(in: statement.page.readerWords)
      },
      .record("validity", "when it holds, where it says so", of: ShownValidity.record) { statement in
        statement.provenance.validity.map { ShownValidity(page: statement.page, validity: $0) }
      },
      .text("note", "a remark") { $0.provenance.note },
      .flag("is_inferred", "no source says it outright") { $0.provenance.isInferred },
      .flag("has_detail", "there is a quote, a place or a note") { statement in
        let provenance = statement.provenance
        return provenance.quote != nil || provenance.at != nil || provenance.note != nil
      },
      .list("qualifiers", "those beside the role", of: ShownQualifier.record) { statement in
        statement.shownQualifiers.map { ShownQualifier(page: statement.page, qualifier: $0) }
      },
      .text("role", "the qualifier `role`, in the theme's word") { statement in
        statement.shownRole.map { statement.page.word($0, field: "role") }
      },
      .text("role_name", "the same, as written") { $0.shownRole },
      .text("anchor", "the claim's id on its entity's page: `value-guiding-opinions-en`") { $0.anchor },
      .record("mark", "the button for it, and its card", of: SourceMark.record) { $0.page.mark([$0]) },
      .record(
        "aloud", "the statement itself, where the theme's `layout.html` has no place for cards",
        of: ShownStatement.record
      ) { $0.page.site.theme.showsNotes ? nil : $0 },
      .record("siglum", "the letters of its source", of: ShownSiglum.record) { $0.siglum },
      .texts("source_kinds", "what the source is: the enumerations in the list of its kind") {
        $0.sourceKinds
      },
      .text("cite_href", "how to cite the source: a place on its page") { $0.citeHref },
      .text(
        "source_href", "the words in the source itself, where it has an address: browsers go to the quote"
      ) { $0.sourceHref },
    ])

  private static let roleName = "role"

  var shownQualifiers: [ReferenceItem.Qualifier] { qualifiers.filter { $0.name != Self.roleName } }

  var withoutAnchor: ShownStatement {
    var statement = self
    statement.anchor = nil
    return statement
  }

  private var shownRole: String? { hidesRole ? nil : role }

  var role: String? {
    guard case .text(let role)? = qualifiers.first(where: { $0.name == Self.roleName })?.value else {
      return nil
    }
    return role
  }
}

/// From and until when something holds. Few statements say so: one name is asked for at all the others.
struct ShownValidity: Sendable {
  let page: PageContext
  let validity: Validity

  static let record: RecordType<ShownValidity> = RecordType([
    .text("from", "the day from which it holds") { $0.words($0.validity.from) },
    .text("until", "the day on which it ends") { $0.words($0.validity.until) },
    .record("by", "what made it so", of: ShownLink.record) { shown in
      (shown.validity.by?.target).map { shown.page.link($0) }
    },
    .flag("is_proposed", "that is only proposed") { shown in
      shown.validity.changer.map(shown.page.graph.isProposed) ?? false
    },
  ])

  private func words(_ date: EDTFDate?) -> String? { date?.display(in: page.readerWords) }
}

struct ShownQualifier: Sendable {
  let page: PageContext
  let qualifier: ReferenceItem.Qualifier

  static let record = RecordType<ShownQualifier>([
    .text("name", "from the schema") { $0.qualifier.name },
    .text("label", "from the schema") { $0.page.site.theme.words($0.qualifier.label) },
    .text("text", "what it says") { $0.page.words($0.qualifier.value) },
  ])
}

extension PageContext {
  /// - Parameter anchor: the claim's id, where this is its entity's own page.
  func statement(
    _ provenance: Provenance, _ qualifiers: [ReferenceItem.Qualifier] = [], anchor: String? = nil
  ) -> ShownStatement {
    ShownStatement(page: self, provenance: provenance, qualifiers: qualifiers, anchor: anchor)
  }

  /// Nothing where nobody says it.
  func statements(
    _ provenance: Provenance, _ qualifiers: [ReferenceItem.Qualifier] = [], anchor: String? = nil
  ) -> [ShownStatement] {
    provenance.isEmpty && qualifiers.isEmpty ? [] : [statement(provenance, qualifiers, anchor: anchor)]
  }
}
