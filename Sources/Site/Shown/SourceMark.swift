import Knowledge
import Synchronization
import Templates

/// Who says a fact: the letters of its sources as one button, and the card that it opens.
struct SourceMark: Sendable {
  /// What one source says, and of which of several values.
  struct Entry: Sendable {
    let statement: ShownStatement
    var values: [String] = []
    /// Whether the one before it is of the same source, and says it in the same manner.
    var isOfSameSource = false

    static let record: RecordType<Entry> = RecordType(
      "", "",
      with: ShownStatement.record.members { $0.statement },
      [
        .texts("of", "where the card is about several values, those that it is said of") { $0.values },
        .flag("is_of_same_source", "the one before it has the same siglum, and need not be told anew") {
          $0.isOfSameSource
        },
      ])
  }

  let number: Int
  let label: String?
  let entries: [Entry]
  /// Whether it stands for a citation in a page's text.
  var isCitation = false

  static let record: RecordType<SourceMark> = RecordType(
    "mark", "Who says something: a button with the letters of the sources, and the card that it opens.",
    [
      .text("id", "of the card, for `popovertarget`") { "note-\($0.number)" },
      .number("number", "of the card on the page") { $0.number },
      .text("label", "what it is said of: the field") { $0.label },
      .list("sigla", "the letters, each source once", of: ShownSiglum.record) { $0.sigla },
      .text("names", "of the sources, in words") { mark in
        mark.entries.first?.statement.page.list(mark.sigla.compactMap(\.name).unique)
      },
      .list(
        "entries", "what stands on the card: each has all that a [statement](#a-statement) has",
        of: Entry.record
      ) { $0.entries },
      .list(
        "places", "of a citation in the page's text: those entries that name a place, for the margin",
        of: Entry.record
      ) { mark in mark.isCitation ? mark.entries.filter { $0.statement.provenance.at != nil } : [] },
    ])

  private var sigla: [ShownSiglum] { entries.map { $0.statement.siglum }.unique }
}

/// The letters of a source, and how it says something.
struct ShownSiglum: Hashable, Sendable {
  let letters: String
  let name: String?
  let manner: Manner

  enum Manner: String, Hashable, Sendable { case quoted, named, inferred }

  static let record: RecordType<ShownSiglum> = RecordType([
    .text("letters", "one or two; an asterisk where no source is named") { $0.letters },
    .text("name", "of the source") { $0.name },
    .text("manner", "`quoted`, `named` without its words, or `inferred`") { $0.manner.rawValue },
  ])
}

/// The cards of a page, in the order of their buttons.
final class ShownNotes: Sendable {
  private let marks = Mutex<[SourceMark]>([])

  var all: [SourceMark] { marks.withLock { $0 } }

  func add(_ entries: [SourceMark.Entry], label: String?) -> SourceMark {
    marks.withLock { marks in
      let mark = SourceMark(number: marks.count + 1, label: label, entries: entries)
      marks.append(mark)
      return mark
    }
  }
}

extension PageContext {
  /// The mark for statements; nothing where none of them names a source, words, a place or a remark, or where the theme
  /// has no place for cards and tells each beside its value.
  ///
  /// Each call makes another card: a template asks once, where the button stands.
  func mark(_ statements: [ShownStatement], label: String? = nil) -> SourceMark? {
    mark(of: statements.map { ([], $0) }, label: label)
  }

  /// - Parameter said: statements with the values that they are about, which the card names where they are several.
  func mark(of said: [(values: [String], statement: ShownStatement)], label: String?) -> SourceMark? {
    guard site.theme.showsNotes else { return nil }
    var entries: [SourceMark.Entry] = []
    for (values, statement) in said where statement.hasProof {
      if let same = entries.firstIndex(where: { $0.statement.saysSame(as: statement) }) {
        entries[same].values = (entries[same].values + values).unique
      } else {
        let isOfSameSource = entries.last?.statement.siglum == statement.siglum
        entries.append(
          SourceMark.Entry(statement: statement, values: values, isOfSameSource: isOfSameSource))
      }
    }
    return entries.isEmpty ? nil : notes.add(entries, label: label)
  }
}

extension ShownValue {
  /// As it stands in a list that is run down line by line.
  var inFull: ShownValue {
    var value = self
    value.isBrief = false
    return value
  }

  /// What limits the value, each once: who says so is told by the mark.
  var bounds: [ShownStatement] {
    var told: [ShownStatement] = []
    for statement in statements where !told.contains(where: { $0.isBounded(as: statement) }) {
      var statement = statement
      if sharesRole { statement.hidesRole = true }
      told.append(statement)
    }
    return told
  }
}

extension ShownStatement {
  fileprivate func isBounded(as other: ShownStatement) -> Bool {
    role == other.role && provenance.scope == other.provenance.scope
      && provenance.asOf == other.provenance.asOf && provenance.validity == other.provenance.validity
      && page.site.theme.showsNotes
  }
}
