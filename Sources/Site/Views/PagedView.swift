import Diagnostics

/// The pages of one view: those of its parts, each of which goes on where it would be too long.
struct PagedView: Sendable {
  private(set) var pages: [ViewPage] = []
  /// Of the parts that several pages show, by the number of the first of these.
  private(set) var cuts: [Int: Cut] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// Where the rows of a part are.
  struct Cut: Sendable {
    let rows: [Range<Int>]
    /// Ids, with the rows at which they stand.
    let places: [String: Int]
    let sections: [ViewRows.Section]

    /// The number of the page on which an id stands, from 0.
    func page(of anchor: String) -> Int? {
      places[anchor].flatMap { place in rows.firstIndex { $0.contains(place) } }
    }
  }

  init(_ declared: DeclaredView, _ answered: (any AnsweredView)?, _ words: ThemeWords) {
    guard let answered else { return }
    var problems = ViewProblems()
    let parts = answered.parts(problems: &problems)
    diagnostics = problems.diagnostics
    let name = declared.title ?? words.strings["view_" + declared.type] ?? declared.name
    func stem(_ part: ViewPart) -> String { part.slug.map { declared.name + "/" + $0 } ?? declared.name }
    var stems = Set(parts.map(stem))
    for var part in parts {
      if case .word(let word, let group) = part.about {
        part.title = words.word(word, group: group)
      }
      if case .year(let year) = part.about { part.title = words.year(year) }
      if let text = part.addition.flatMap({ words.strings[$0] }) {
        part.title = [part.title, text].compactMap(\.self).joined(separator: " · ")
      }
      part.hasPicture = answered.hasPicture(of: part)
      if part.slug == nil { part.pictured = answered.pictured }
      let first = stem(part)
      let title = part.title.map { "\(name): \($0)" } ?? name
      let rows = answered.rows(of: part)
      let ranges = rows?.pages ?? []
      part.rowCount = rows?.count
      part.isDigest = !ranges.isEmpty && rows?.goesOn == false
      guard let rows, !ranges.isEmpty, !part.isDigest else {
        pages.append(ViewPage(declared: declared, part: part, stem: first, title: title, firstStem: first))
        continue
      }
      cuts[pages.count] = Cut(rows: ranges, places: rows.places, sections: rows.sections)
      part.pageCount = ranges.count
      for (index, range) in ranges.enumerated() {
        (part.rows, part.number) = (range, index + 1)
        let slug = index == 0 ? first : Self.free(first + "/page-\(index + 1)", &stems)
        if index > 0 { part.slug = String(slug.dropFirst(declared.name.count + 1)) }
        let place = ["page": String(index + 1), "pages": String(ranges.count)]
        let number = index == 0 ? "" : " · " + words.sentence("page_of", place)
        pages.append(
          ViewPage(declared: declared, part: part, stem: slug, title: title + number, firstStem: first))
      }
    }
  }

  /// An author's thing may be called like a page.
  private static func free(_ stem: String, _ taken: inout Set<String>) -> String {
    var stem = stem
    while !taken.insert(stem).inserted { stem += "-" }
    return stem
  }
}
