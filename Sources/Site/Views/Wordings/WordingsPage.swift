import Knowledge
import Templates

/// What the page of the wordings shows.
struct WordingsPage: Sendable {
  let wordingCount: Int
  let thingCount: Int
  let letters: [ShownWordingLetter]

  init(page: PageContext, index: WordingIndex) {
    wordingCount = index.wordings.count
    thingCount = Set(index.wordings.map(\.entity)).count
    letters = LetterGroups.grouped(index.wordings, by: \.text).enumerated().map { number, group in
      ShownWordingLetter(
        page: page, head: LetterHead(text: group.heading, number: number + 1), wordings: group.items)
    }
  }

  static let record: RecordType<WordingsPage> = RecordType(
    "wordings", "",
    [
      .number("wording_count", "all wordings") { $0.wordingCount },
      .number("thing_count", "the things that they mean") { $0.thingCount },
      .list("letters", "the wordings by their first letter", of: ShownWordingLetter.record) { $0.letters },
    ])
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
      shown.wording.sorts.map { shown.page.word($0, group: "sort") }.joined(separator: ", ")
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
