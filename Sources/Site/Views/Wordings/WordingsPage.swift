import Knowledge
import Templates

/// What a page of the wordings shows.
struct WordingsPage: Sendable {
  let page: PageContext
  let index: WordingIndex
  let part: ViewPart

  private var wordings: [WordingIndex.Wording] { index.pages.items(of: part) }

  static let record: RecordType<WordingsPage> = RecordType(
    "wordings", "",
    [
      .number("wording_count", "all wordings") { $0.wordings.count },
      .number("thing_count", "the things that they mean") { Set($0.wordings.map(\.entity)).count },
      .list(
        "letters", "the wordings by their first letter; none on the first of several pages",
        of: ShownWordingLetter.record
      ) { shown in
        shown.index.pages.letters(of: shown.part).enumerated().map { number, group in
          ShownWordingLetter(
            page: shown.page, head: LetterHead(text: group.heading, number: number + 1), wordings: group.items
          )
        }
      },
      .list(
        "shared", "on the first of several pages: those that mean several things, the first hundred",
        of: ShownWording.record
      ) { $0.first(where: \.isShared) },
      .list(
        "only", "on the first of several pages: those that are valid in one source only, the first hundred",
        of: ShownWording.record
      ) { $0.first { $0.onlyIn != nil } },
    ])

  private func first(where isWanted: (WordingIndex.Wording) -> Bool) -> [ShownWording] {
    guard part == .whole, !index.pages.pages.isEmpty else { return [] }
    return index.wordings.filter(isWanted).prefix(100).map { ShownWording(page: page, wording: $0) }
  }
}

/// The wordings that begin with one letter.
struct ShownWordingLetter: Sendable {
  let page: PageContext
  let head: LetterHead
  let wordings: [WordingIndex.Wording]

  static let record: RecordType<ShownWordingLetter> = RecordType(
    "", "", with: LetterHead.record.members { $0.head },
    [
      .list("wordings", "in alphabetical order", of: ShownWording.record) { letter in
        letter.wordings.map { ShownWording(page: letter.page, wording: $0) }
      }
    ])
}

/// A wording, with the thing that it means and the sources that use it.
struct ShownWording: Sendable {
  let page: PageContext
  let wording: WordingIndex.Wording

  static let record: RecordType<ShownWording> = RecordType([
    .text("text", "the wording") { $0.wording.text },
    .text("lang", "its language, where it is not the site's") { $0.wording.language },
    .text("dir", "its direction, where it is not the page's") { $0.page.direction(of: $0.wording.language) },
    .record("thing", "what it means", of: ShownLink.record) { $0.page.link($0.wording.entity) },
    .text("kind", "what the thing is") { shown in
      shown.page.graph.schema[shown.page.graph[shown.wording.entity].kind].label.one
    },
    .text("sorts", "such as title or abbreviation, in words") { shown in
      shown.page.list(shown.wording.sorts.map { shown.page.word($0, group: "sort") })
    },
    .record("only_in", "the one source in which it is valid", of: ShownLink.record) { shown in
      shown.wording.onlyIn.map { shown.page.link($0) }
    },
    .flag("is_shared", "it names other things too") { $0.wording.isShared },
    .list("uses", "the sources that use it", of: ShownWordingUse.record) { shown in
      shown.wording.uses.map { ShownWordingUse(page: shown.page, use: $0) }
    },
  ])
}

/// A source that uses a wording.
struct ShownWordingUse: Sendable {
  let page: PageContext
  let use: WordingIndex.Use

  static let record: RecordType<ShownWordingUse> = RecordType([
    .record("source", "the source", of: ShownLink.record) { $0.page.link($0.use.source) },
    .number("count", "at how many places, at least") { $0.use.count },
  ])
}
