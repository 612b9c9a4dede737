package import Diagnostics
import Folding
package import Knowledge
import Search

/// What a search finds, for a terminal and for other programs.
package struct FoundPages: Sendable {
  fileprivate struct Page: Sendable {
    var kind: String
    /// Of what is no entity, its address.
    var id: String
    var document: SearchDocument
    var passage: SearchDocument.Passage
  }

  private let question: String
  private let answer: SearchAnswer
  fileprivate let pages: [Page]
  private let total: Int
  private let alsoCalled: String
  private let differ: String
  private let words: [String]

  /// - Parameters:
  ///   - kinds: those of the entities to find; all pages where there are none.
  ///   - limit: of the results.
  package init(_ question: String, in site: SiteModel, kinds: [KindID], limit: Int) async {
    let files = await site.searchFiles
    let texts = SearchTexts(site)
    let (graph, subjects) = (site.graph, texts.subjects)
    func entity(_ document: Int) -> EntityID? {
      if case .entity(let id) = subjects.all[document] { id } else { nil }
    }
    self.question = question
    answer = SearchAnswer(question, in: files) { texts.document($0) }
    let found = answer.results.filter { result in
      kinds.isEmpty || entity(result.document).map { kinds.contains(graph[$0].kind) } ?? false
    }
    total = found.count
    differ = site.theme.strings["search_disputed"] ?? "sources differ"
    words = SearchTokenizer.words(question)
    alsoCalled = site.theme.words.sentence("search_also", ["": ""])
    pages = found.prefix(limit).map { result in
      let document = texts.document(result.document)
      return Page(
        kind: subjects.name(of: result.document, in: graph),
        id: entity(result.document).map { graph.id(of: $0) } ?? document.href, document: document,
        passage: document.passages[result.passage])
    }
  }
}

extension FoundPages {
  /// A table, and above it what was taken for a slip.
  ///
  /// - Parameter columns: of the terminal; without it nothing is cut to fit.
  package func text(columns: Int? = nil) -> String {
    var lines = answer.corrections.map { word, taken in
      "'\(word.printable)' is nowhere; taken for \(taken.map(\.printable).joined(separator: ", "))\n"
    }
    if pages.isEmpty { return lines.joined() + "nothing is found for '\(question.shortened.printable)'\n" }
    if answer.isPartial { lines.append("nothing has all of these words; these have most of them\n") }
    let rows = pages.map { page in
      let title = page.document.title + (page.document.isDisputed ? " (\(differ))" : "")
      return [page.kind, page.id, title, why(page.passage) ?? "", shown(page.passage)]
    }
    let table = Table(header: ["kind", "id", "title", "why", "text"], rows: rows)
    lines.append((columns.map { table.fitted(to: $0, keeping: ["kind", "id"]) } ?? table).text)
    if total > pages.count { lines.append("\(total - pages.count) more\n") }
    return lines.joined()
  }

  /// An object with `query`, `total`, `partial`, `instead` (words that were taken for others) and `results`, each with
  /// `kind`, `id`, `title`, `subtitle`, `url` (below the site's root, with the place on the page), `disputed`, `why`,
  /// `text` and `language`.
  package var json: JSON {
    .compact([
      "query": .string(question),
      "total": .integer(total),
      "partial": answer.isPartial ? .bool(true) : .null,
      "instead": answer.corrections.isEmpty
        ? .null
        : .object(
          answer.corrections.map {
            JSON.Member(key: $0.word, value: .array($0.taken.map(JSON.string)))
          }),
      "results": .array(pages.map(json)),
    ])
  }

  private func json(_ page: Page) -> JSON {
    .compact([
      "kind": .string(page.kind),
      "id": .string(page.id),
      "title": .string(page.document.title),
      "subtitle": page.document.subtitle.isEmpty ? .null : .string(page.document.subtitle),
      "url": .string(page.address),
      "disputed": page.document.isDisputed ? .bool(true) : .null,
      "why": .optional(why(page.passage)),
      "text": .string(page.passage.text),
      "language": page.passage.language.isEmpty ? .null : .string(page.passage.language),
    ])
  }

  /// Why a page was found; nothing where its title says it.
  private func why(_ passage: SearchDocument.Passage) -> String? {
    switch passage.sort {
    case .title: nil
    case .name: alsoCalled + passage.text
    case .fact, .body: passage.label.isEmpty ? nil : passage.label
    }
  }

  /// As much of a text as a line has room for, with the first word that was asked for in it.
  private func shown(_ passage: SearchDocument.Passage) -> String {
    guard passage.sort == .fact || passage.sort == .body else { return passage.label }
    let (most, before) = (80, 20)
    let parts = passage.text.parts(at: " ")
    let first = parts.firstIndex { part in
      let found = SearchTokenizer.words(String(part))
      return words.contains { word in found.contains { $0.hasPrefix(word) } }
    }
    var start = passage.text.startIndex
    if passage.text.count > most, let first, parts[first].startIndex > start {
      let place = passage.text.distance(from: start, to: parts[first].startIndex)
      if place > most - before { start = parts[max(0, first - 4)].startIndex }
    }
    let text = (start > passage.text.startIndex ? "… " : "") + passage.text[start...]
    return text.count > most ? text.prefix(most - 1) + "…" : text
  }
}

extension FoundPages.Page {
  /// With the place of what was found.
  fileprivate var address: String {
    guard !passage.anchor.isEmpty else { return document.href }
    return document.href.prefix { $0 != "#" } + "#" + passage.anchor
  }
}
