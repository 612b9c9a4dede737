import Knowledge
import Templates

/// One value, wherever a fact, a relation or a list shows something.
struct ShownValue: Sendable {
  enum Content: Sendable {
    /// Words that are no field's value, such as a name or a sentence.
    case words(String, language: String?)
    /// Words that lead to a page of the site that is no thing's.
    case link(String, href: String)
    /// A single value that is neither a reference nor a record.
    case single(FieldValue, FieldType)
    case markdown(Once<[UInt8]>, source: String)
    case item(Target, ShownItem.Details)
    case record(Record, [Field])
  }

  let page: PageContext
  let content: Content
  /// The name of the field's type.
  let type: String
  /// The name of the field, where one value of it is shown.
  var field: String?
  var statements: [ShownStatement] = []
  /// What part the claim is about, where that is told with the value.
  var claimScope: String?
  /// Of a reference to whoever has something to do.
  var tellsFollowers = false
  /// Whether one mark stands for all values of the list that it is in.
  var sharesMark = false
  /// Whether it is one of so many that their abbreviations are enough.
  var isBrief = false
  /// Whether the list says in which role all its values are named.
  var sharesRole = false

  static let record: RecordType<ShownValue> = RecordType(
    "value", "Wherever a fact, a relation or a list shows something.",
    [
      .text("text", "for readers") { $0.isBrief ? $0.short : $0.text },
      .text("full", "of a reference: its title, where `text` is its abbreviation") { value in
        value.isBrief && value.short != value.text ? value.text : nil
      },
      .text("short", "of a reference: its [abbreviation](writing.md#names), else its title") { $0.short },
      .text(
        "datetime",
        "of a date: the year, month or day for `<time datetime>`; nothing, if it is uncertain or a span"
      ) { $0.date?.machineReadable },
      .markup("html", "of a Markdown field") { $0.html },
      .text("href", "where it leads: of references and URLs") { $0.href },
      .flag("is_external", "the address leaves the site") { $0.url != nil },
      .text("lang", "the language of a text that is given by language") { $0.language },
      .text("dir", "its direction, `rtl` or `ltr`, where that is another than the page's") { value in
        value.page.direction(of: value.language)
      },
      .text(
        "type",
        "`text`, `markdown`, `date`, `quantity`, `url`, `flag`, `enumeration`, `reference` or `record`"
      ) { $0.type },
      .text("kind", "of a reference: what its target's kind is called") { value in
        let graph = value.page.graph
        return value.target.map { graph.schema[graph[$0.entity].kind].label.one }
      },
      .list(
        "passed_to",
        "of a reference in a relation that a matrix shows: who has its tasks now, where others follow it",
        of: ShownLink.record
      ) {
        $0.followers
      },
      .text("anchor", "of a record: its id") { $0.anchor },
      .list("fields", "of a record: its facts", of: ShownFact.record) { $0.fields },
      .list("statements", "who says so", of: ShownStatement.record) { $0.statements },
      .list(
        "bounds", "the same without repeating a role, a scope or a time: what limits the value",
        of: ShownStatement.record
      ) { $0.bounds },
      .record(
        "mark",
        "the button for all who say so, and its card; nothing where the list has one for all its values",
        of: SourceMark.record
      ) { $0.sharesMark ? nil : $0.page.mark($0.statements) },
      .text("scope", "of a quantity, and in lists of any value: what part it is about") { $0.scope },
      .list(
        "details",
        "of a reference: the columns of the list of its kind; in a relation on the entity's own page those that are dates, quantities, enumerations and flags, in an inverse all",
        of: ShownDetail.record
      ) { $0.details },
      .flag("is_only_drafted", "in an inverse: of a matrix's row that only a draft has") { $0.isProposedRow },
      .list(
        "duties", "in an inverse, of a duty that a tracker shows: whether it was done", of: ShownDuty.record
      ) { $0.duties },
    ])
}

// MARK: - What its members say

extension ShownValue {
  var text: String {
    switch content {
    case .words(let words, _), .link(let words, _): return words
    case .single(.text(let text), .enumeration): return page.word(text, field: field)
    case .single(.text(let text), .url): return text.shortenedAddress
    case .single(let value, _): return page.words(value)
    case .markdown(_, let source): return source
    case .item(let target, _):
      let title = page.graph.title(of: target.entity)
      return target.anchor.map { "\(title) (\($0))" } ?? title
    case .record(let record, _): return record.id ?? ""
    }
  }

  /// The claim's scope, then the value's own.
  var scope: String? {
    let own: String? = if case .single(.quantity(let quantity), _) = content { quantity.scope } else { nil }
    guard let claimScope, let own, own != claimScope else { return claimScope ?? own }
    return "\(claimScope); \(own)"
  }

  var short: String? { target.map { page.graph.shortTitle(of: $0.entity) } }

  var target: Target? { if case .item(let target, _) = content { target } else { nil } }

  /// On a follower's own page there is no need to say so.
  private var followers: [ShownLink] {
    guard tellsFollowers, let target else { return [] }
    let followers = page.graph.followers(of: target.entity)
    return followers.contains { $0 == page.owner } ? [] : followers.map { page.link($0) }
  }

  private var date: EDTFDate? { if case .single(.date(let date), _) = content { date } else { nil } }

  private var url: String? { if case .single(.text(let text), .url) = content { text } else { nil } }

  private var href: String? {
    if case .link(_, let href) = content { return href }
    return target.map { page.href($0) } ?? url
  }

  private var html: [UInt8]? { if case .markdown(let text, _) = content { text.value } else { nil } }

  private var language: String? { if case .words(_, let language) = content { language } else { nil } }

  private var anchor: String? {
    guard case .record(let record, _) = content, let target = record.anchor, let anchor = target.anchor else {
      return nil
    }
    return page.site.routes.sections.prefix(of: target.entity)
      + page.site.pageID(of: anchor, in: target.entity)
  }

  private var fields: [ShownFact] {
    guard case .record(let record, let fields) = content else { return [] }
    return record.facts.map { fact in
      let field = fields[fact.field]
      let prefix = record.anchor.map { page.site.routes.sections.prefix(of: $0.entity) } ?? ""
      let anchor = prefix + [record.id, field.name].compactMap(\.self).joined(separator: "-")
      // In the small print of a record there is room for names only.
      return ShownFact(page: page, fact: fact, field: field, anchor: anchor)
    }
  }

  private var details: [ShownDetail] {
    guard case .item(let target, let details) = content else { return [] }
    return page.details(of: target.entity, details)
  }
}

extension ShownValue {
  private var isProposedRow: Bool {
    guard case .item(let target, .all) = content, target.anchor == nil else { return false }
    return page.site.isProposedRow(target.entity)
  }

  /// What a body has to do is told on its page.
  private var duties: [ShownDuty] {
    guard case .item(let target, .all) = content, target.anchor == nil else { return [] }
    return page.duties(of: target.entity)
  }
}

// MARK: - Making them

extension PageContext {
  /// A text given in several languages is several values.
  func values(_ value: FieldValue, _ field: Field, _ statements: [ShownStatement] = []) -> [ShownValue] {
    func shown(_ content: ShownValue.Content, _ said: [ShownStatement]? = nil) -> ShownValue {
      ShownValue(
        page: self, content: content, type: field.type.name, field: field.name, statements: said ?? statements
      )
    }
    switch value {
    case .localized(let texts): return texts.map { shown(.words($0.text, language: $0.language)) }
    case .record(let record):
      let own = record.provenance.isEmpty ? nil : [statement(record.provenance)]
      return [shown(.record(record, field.recordFields ?? []), own)]
    case .markdown(let document, let source):
      return [shown(.markdown(self.shown(document), source: source))]
    case .reference, .list: return []
    default: return [shown(.single(value, field.type))]
    }
  }

  func value(_ words: String, language: String? = nil) -> ShownValue {
    ShownValue(page: self, content: .words(words, language: language), type: "text")
  }
}

extension String {
  /// An address without its scheme, cut where it would fill a line.
  fileprivate var shortenedAddress: String {
    let address = firstRange(of: "://").map { self[$0.upperBound...] } ?? self[...]
    return address.count > 60 ? address.prefix(59) + "…" : String(address)
  }
}

extension EDTFDate {
  /// What HTML's `datetime` may hold: a year, a month or a day, and nothing that is only about it.
  fileprivate var machineReadable: String? {
    guard case .point = extent, !isApproximate, !isUncertain else { return nil }
    return description
  }
}
