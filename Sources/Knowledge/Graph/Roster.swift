import CommonMark

/// The entities of a graph in their order, with their titles and those that were left out.
struct Roster {
  let entities: [Entity]
  let titles: [String]
  let drafts: [Entity]
  /// The names of the drafts.
  let unpublished: Set<String>

  init(_ entities: [Entity], schema: Schema, language: String, includesDrafts: Bool) {
    let published = entities.filter { includesDrafts || $0.isPublished }
    // The key is made once for each entity: comparing slugs number by number is slow.
    self.entities = published.map { (entity: $0, key: NaturalKey($0.slug)) }
      .sorted { ($0.entity.kind, $0.key, $0.entity.path) < ($1.entity.kind, $1.key, $1.entity.path) }
      .map(\.entity)
    titles = self.entities.map { $0.title(language: language) }
    drafts = entities.filter { !includesDrafts && !$0.isPublished }.sorted { $0.path < $1.path }
    unpublished = Set(
      drafts.flatMap { draft in
        let names = [draft.title(language: language), draft.fileName] + draft.aliases.map(\.name.text)
        return [draft.slug, draft.id(in: schema)] + names.map(NameIndex.fold)
      })
  }
}

extension Entity {
  /// The title in a language: the fact's, else the text's leading heading, else the slug made readable.
  package func title(language: String) -> String {
    switch fact(Kind.titleField)?.value {
    case .text(let title)?: title
    case .localized(let titles)?:
      (titles.first { $0.language == language } ?? titles.first)?.text ?? slug
    default: body?.title ?? readableSlug
    }
  }

  private var readableSlug: String {
    let parts = slug.split(separator: "/")
    let name = parts.last == "index" ? parts.dropLast().last ?? "index" : parts.last ?? ""
    return String(name.map { $0 == "-" || $0 == "_" ? " " : $0 }).capitalizedFirst
  }
}

/// Orders texts as people do: `2` before `10`.
package struct NaturalKey: Hashable, Comparable, Sendable {
  private struct Part: Hashable {
    /// `nil` for text; numbers stand before it.
    var number: UInt64?
    var bytes: [UInt8]

    static func < (a: Part, b: Part) -> Bool {
      switch (a.number, b.number) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: a.bytes.lexicographicallyPrecedes(b.bytes)
      }
    }
  }

  private let parts: [Part]

  package init(_ text: String) {
    var parts: [Part] = []
    var run: [UInt8] = []
    var isNumber = false
    func part() -> Part {
      guard isNumber, run.count < 19 else { return Part(number: nil, bytes: run) }
      return Part(number: run.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }, bytes: run)
    }
    for byte in text.utf8 {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isDigit != isNumber, !run.isEmpty {
        parts.append(part())
        run.removeAll()
      }
      isNumber = isDigit
      run.append(byte)
    }
    if !run.isEmpty { parts.append(part()) }
    self.parts = parts
  }

  package static func < (a: NaturalKey, b: NaturalKey) -> Bool {
    for (x, y) in zip(a.parts, b.parts) where x != y { return x < y }
    return a.parts.count < b.parts.count
  }
}
