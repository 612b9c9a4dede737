import TestSite
import Testing

/// What is written once for several values is what they would say if it stood at each.
@Suite struct GroupTests {
  struct Pair: CustomTestStringConvertible, Sendable {
    let name: String
    let path: String
    let short: String
    let long: String

    init(_ name: String, in path: String = "content/measures/opinions/9.md", short: String, long: String) {
      (self.name, self.path, self.short, self.long) = (name, path, short, long)
    }

    var testDescription: String { name }
  }

  static let pairs = [
    Pair(
      "defaults complete claims, quotes, places and qualifiers, and nothing else",
      short: """
        defaults: {source: english, at: p. 1}
        summary: Ours.
        number: {is: 9}
        part_of: opinions
        responsible: [miit, {to: sasac, role: lead}, {to: mof, quote: "the Exchequer"}, {to: Exchequer, at: p. 2}]
        instrument: [fund]
        """,
      long: """
        summary: Ours.
        number: {is: 9, source: english, at: p. 1}
        part_of: opinions
        responsible:
          - miit
          - {to: sasac, role: lead, source: english, at: p. 1}
          - {to: mof, quote: "the Exchequer", source: english, at: p. 1}
          - {to: Exchequer, at: p. 2, source: english}
        instrument: [fund]
        """),
    Pair(
      "a source of one's own takes no default, nor does 'source: ~'",
      short: """
        defaults: {source: english, at: p. 1}
        part_of: {is: opinions, source: update}
        number: {is: 9, source: ~, note: Ours.}
        responsible: [{to: miit, role: lead, source: update}, {to: sasac, note: Ours.}, {to: mof, inferred: true}]
        """,
      long: """
        part_of: {is: opinions, source: update}
        number: {is: 9, note: Ours.}
        responsible: [{to: miit, role: lead, source: update}, {to: sasac, note: Ours.}, {to: mof, inferred: true}]
        """),
    Pair(
      "'source: ~' in a group takes nothing from it", in: "content/targets/more.md",
      short: """
        defaults: {source: english, at: p. 1}
        value: {source: update, at: p. 9, items: [{is: 10 firms, scope: east}, {is: 20 firms, scope: west, source: ~, note: Ours.}]}
        deadline: {source: update, quote: soon, items: [{source: ~, scope: east, items: [{is: 2025}, {is: 2026, source: english}]}]}
        """,
      long: """
        value:
          - {is: 10 firms, scope: east, source: update, at: p. 9}
          - {is: 20 firms, scope: west, note: Ours.}
        deadline:
          - {is: 2025, scope: east}
          - {is: 2026, source: english}
        """),
    Pair(
      "'source: ~' in a group of items or records, and in a record, takes nothing from these",
      short: """
        part_of: opinions
        responsible: [{source: update, at: p. 9, quote: all, items: [miit, {to: sasac, source: ~}, {to: mof, role: lead, source: ~}]}]
        actions:
          - {source: update, at: p. 9, text: {is: Do., source: ~}}
          - {source: english, at: p. 8, items: [{text: Go., source: ~}, {text: {is: Run., source: ~}}]}
        """,
      long: """
        part_of: opinions
        responsible: [{to: miit, source: update, at: p. 9, quote: all}, sasac, {to: mof, role: lead}]
        actions:
          - {source: update, at: p. 9, text: Do.}
          - {text: Go.}
          - {source: english, at: p. 8, text: Run.}
        """),
    Pair(
      "items within a claim have its source, and not the default",
      short: """
        defaults: {source: english, at: p. 1}
        part_of: opinions
        responsible: {is: [{to: miit, role: lead, quote: MIIT}], source: update}
        """,
      long: """
        part_of: opinions
        responsible: {is: [{to: miit, role: lead, quote: MIIT}], source: update}
        """),
    Pair(
      "claims of several sources, one of them the default",
      short: """
        defaults: {source: english}
        part_of: opinions
        number:
          claims: [{is: 9, at: p. 1}, {is: 10, source: update}]
          prefer: english
          state: explained
          reason: A slip.
        """,
      long: """
        part_of: opinions
        number:
          claims: [{is: 9, at: p. 1, source: english}, {is: 10, source: update}]
          prefer: english
          state: explained
          reason: A slip.
        """),
    Pair(
      "a group of items",
      short: """
        part_of: opinions
        responsible:
          {source: english, at: p. 1, quote: MIIT and others, role: responsible, items: [miit, {to: sasac, since: 2020}, {to: mof, role: lead}]}
        """,
      long: """
        part_of: opinions
        responsible:
          - {to: miit, role: responsible, source: english, at: p. 1, quote: MIIT and others}
          - {to: sasac, since: 2020, role: responsible, source: english, at: p. 1, quote: MIIT and others}
          - {to: mof, role: lead, source: english, at: p. 1, quote: MIIT and others}
        """),
    Pair(
      "groups among items, one in the other, and an item with another source",
      short: """
        part_of: opinions
        responsible:
          - {source: english, at: p. 1, items: [miit, {at: p. 2, role: lead, items: [sasac]}, {to: mof, source: update}]}
          - mof
        """,
      long: """
        part_of: opinions
        responsible:
          - {to: miit, source: english, at: p. 1}
          - {to: sasac, role: lead, source: english, at: p. 2}
          - {to: mof, source: update}
          - mof
        """),
    Pair(
      "a group that names no source takes the default, where it says something",
      short: """
        defaults: {source: english, at: p. 1}
        part_of: opinions
        responsible: [{at: p. 3, items: [miit, sasac]}, {role: lead, items: [mof]}, {note: Ours., items: [miit]}]
        """,
      long: """
        part_of: opinions
        responsible:
          - {to: miit, source: english, at: p. 3}
          - {to: sasac, source: english, at: p. 3}
          - {to: mof, role: lead, source: english, at: p. 1}
          - {to: miit, note: Ours.}
        """),
    Pair(
      "order follows from the place", in: "content/policies/more.md",
      short: "issued_by: {source: english, order: listed, items: [miit, {to: sasac, order: last}, mof]}",
      long: """
        issued_by:
          - {to: miit, order: 1, source: english}
          - {to: sasac, order: last, source: english}
          - {to: mof, order: 3, source: english}
        """),
    Pair(
      "a group in a numbered one goes on counting, or has numbers of its own", in: "content/policies/more.md",
      short: """
        issued_by:
          order: listed
          source: english
          items:
            - miit
            - {at: p. 2, items: [sasac, mof]}
            - {to: miit, quote: MIIT}
            - {order: listed, at: p. 3, items: [sasac, mof]}
            - {to: sasac, at: p. 4}
        """,
      long: """
        issued_by:
          - {to: miit, order: 1, source: english}
          - {to: sasac, order: 2, source: english, at: p. 2}
          - {to: mof, order: 3, source: english, at: p. 2}
          - {to: miit, order: 4, source: english, quote: MIIT}
          - {to: sasac, order: 1, source: english, at: p. 3}
          - {to: mof, order: 2, source: english, at: p. 3}
          - {to: sasac, order: 7, source: english, at: p. 4}
        """),
    Pair(
      "records, with what they share",
      short: """
        part_of: opinions
        actions:
          source: english
          at: p. 4
          modality: must
          addressee: [miit]
          items: [{id: x-1, text: Do.}, {id: x-2, text: Go., modality: may, quote: may go}, {text: {is: Run., source: update}}]
        """,
      long: """
        part_of: opinions
        actions:
          - {id: x-1, text: Do., modality: must, addressee: [miit], source: english, at: p. 4}
          - {id: x-2, text: Go., modality: may, addressee: [miit], quote: may go, source: english, at: p. 4}
          - {text: {is: Run., source: update}, modality: must, addressee: [miit], source: english, at: p. 4}
        """),
    Pair(
      "defaults in a record",
      short: """
        part_of: opinions
        defaults: {source: update}
        actions:
          - {defaults: {source: english, at: p. 4}, text: {is: Do.}, modality: must, addressee: [{to: miit, quote: MIIT}]}
          - {text: {is: Go.}, modality: must}
          - {text: Run., quote: run, defaults: {source: english}}
        """,
      long: """
        part_of: opinions
        actions:
          - {text: {is: Do., source: english, at: p. 4}, modality: must, addressee: [{to: miit, quote: MIIT, source: english, at: p. 4}]}
          - {text: {is: Go., source: update}, modality: must}
          - {text: Run., quote: run, source: english}
        """),
    Pair(
      "a group of claims", in: "content/targets/more.md",
      short: """
        value: {source: update, at: p. 2, items: [{is: 10 firms, scope: east}, {is: 20 firms, scope: west, at: p. 3}]}
        deadline: {claims: {source: update, items: [{is: 2025}, {is: 2026, source: english}]}, state: open}
        """,
      long: """
        value:
          - {is: 10 firms, scope: east, source: update, at: p. 2}
          - {is: 20 firms, scope: west, source: update, at: p. 3}
        deadline: {claims: [{is: 2025, source: update}, {is: 2026, source: english}], state: open}
        """),
    Pair(
      "a group of plain values is one claim",
      short: """
        part_of: opinions
        instrument: {source: update, items: [fund, tax]}
        responsible: {source: update, quote: will be done, items: []}
        """,
      long: """
        part_of: opinions
        instrument: {is: [fund, tax], source: update}
        responsible: {is: [], source: update, quote: will be done}
        """),
    Pair(
      "a group of aliases", in: "content/agencies/more.md",
      short: """
        defaults: {source: update, at: p. 9}
        aliases: [{sort: variant, source: english, at: p. 2, items: [Moreland, {name: Mo, sort: abbreviation}]}, {name: 'Em', quote: Em}, Plus]
        """,
      long: """
        aliases:
          - {name: Moreland, sort: variant, source: english, at: p. 2}
          - {name: Mo, sort: abbreviation, source: english, at: p. 2}
          - {name: 'Em', quote: Em, source: update, at: p. 9}
          - Plus
        """),
  ]

  @Test(arguments: pairs)
  func theShortFormIsTheLongOne(_ pair: Pair) async {
    let short = await published(pair.short, at: pair.path)
    let long = await published(pair.long, at: pair.path)
    #expect(short.printedDiagnostics == "")
    #expect(long.printedDiagnostics == "")
    for path in long.paths where short.bytes[path] != long.bytes[path] {
      Issue.record("\(path) differs:\n\(short.text(path) ?? "none")\n\(long.text(path) ?? "none")")
    }
    #expect(short.paths == long.paths)
    #expect(long.paths.count > 10)
  }

  private func published(_ frontMatter: String, at path: String) async -> PublishedFiles {
    var files = SmallKnowledge.files
    files[path] = "---\ntitle: More\n\(frontMatter)\n---\n"
    return await TestSite(files).published()
  }
}
