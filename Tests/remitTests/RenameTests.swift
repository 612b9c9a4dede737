import Foundation
import TestSupport
import Testing

/// `remit rename`, on a knowledge base that names one agency in every way there is.
@Suite struct RenameTests {
  static let schema = """
    kinds:
      policy:
        folder: policies
        facets: [issued_by]
        fields:
          issued: {type: date, label: Issued}
          text: {type: markdown, label: Text}
          issued_by:
            {to: [agency], many: true, inverse: issues, label: Issued by, inverse_label: Issues, qualifiers: {role: text}}
          parts: {type: record, many: true, label: Parts, fields: {what: text, who: {to: agency}}}
      agency:
        folder: agencies
        fields: {part_of: {to: agency, inverse: units, label: Part of, inverse_label: Units}}
      source: {folder: sources, fields: {}}

    """

  static let files: [String: String] = [
    "schema.yaml": schema,
    "remit.yaml": """
    title: Small
    navigation: [policy, agencies/air.md]   # Kept.
    views:
      compare: {view: compare, pairs: [[air, "agency/water"]], sources: [{of: plan, sources: [paper, gazette]}]}
      time: {view: timeline, lanes: [{of: policy, date: issued, where: issued_by=air}, {of: policy, date: issued, where: "issued_by != agency/air"}]}

    """,
    "content/agencies/air.md": """
    ---
    # A comment.
    title:   Air Office
    aliases: [{name: AO, only_in: paper, quote: "AO"}]
    ---

    [[air]] and [itself](air.md#history), [water](water.md), [the plan](../policies/plan.md), ![map](map.png).

    ## History

    """,
    "content/agencies/map.png": "PNG",
    "content/agencies/water.md": "---\ntitle: Water\npart_of: 'agency/air'\n---\n",
    "content/agencies/airport.md": "---\ntitle: Airport\npart_of: AIR\n---\n[@paper] air [[Air Office]]\n",
    "content/sources/paper.md": "---\ntitle: Paper\n---\n",
    "content/sources/gazette.md": "---\ntitle: Gazette\n---\nNamed by [[AO@paper]].\n",
    "content/policies/plan.md": """
    ---
    title: Plan
    issued:
      claims: [{is: 2020, source: paper}, {is: 2021, source: source/gazette}]
      prefer: source/paper
    text: "See [[air|the office]] and [[agency/air#history]]."
    issued_by:
      - {to: air, role: "air", source: paper, quote: "the air office"}   # air
      - to: >-
          water
    parts: [{id: one, what: air, who: Air Office}, {what: two, who: "agency/air#history"}]
    ---

    [[agency/air]], [[ air #history| AIR ]], [a](../agencies/air.md "Title"), [b](/agencies/air.html#history), `[[air]]`,
    [c][d], <../agencies/air.md>, [[AO@paper]], [their list](by-issued_by/air.html), [one](../compare/air-and-water.html).

    | [[air\\|office]] | [@paper, air; @source/gazette] |
    |---|---|
    | [e](<../agencies/air>) | ![map](../agencies/map.png) |

    [d]: ../agencies/air.md

    """,
    "content/notes.md": "# Notes\n\nSee [[agencies/air.md]] and [[air]].\n",
    "content/draft.md": "---\npublish: false\n---\n[[air]]\n",
    "content/changes/2024.json": "{\"id\": \"agency/air\"}\n",
  ]

  func repository(_ more: [String: String] = [:]) throws -> GitFolder {
    let repository = try GitFolder.new()
    try repository.commit(Self.files.merging(more) { $1 })
    return repository
  }

  func rename(_ old: String, _ new: String, _ options: String..., in folder: borrowing GitFolder)
    throws
    -> Remit.Outcome
  {
    try Remit.run(all: ["rename", old, new, "--root", folder.path] + options)
  }

  func text(_ path: String, in folder: borrowing GitFolder) throws -> String {
    try String(contentsOf: folder.folder.url.appending(path: path), encoding: .utf8)
  }

  func isClean(_ folder: borrowing GitFolder, warnings: Int = 0) throws -> Bool {
    let check = try Remit.run(all: ["check", "--root", folder.path])
    return check.output.hasSuffix("0 errors; \(warnings) warnings\n")
  }

  @Test func everyNameIsRewrittenAndNothingElse() throws {
    let repository = try repository()
    try #require(try isClean(repository))
    let outcome = try rename("air", "clean-air", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        agency/air is now agency/clean-air
          content/agencies/air.md → content/agencies/clean-air.md
          references changed in 6 other files

        """)
    #expect(
      try text("content/agencies/clean-air.md", in: repository) == """
        ---
        # A comment.
        title:   Air Office
        aliases: [{name: AO, only_in: paper, quote: "AO"}]
        former_ids: [agency/air]
        ---

        [[clean-air]] and [itself](clean-air.md#history), [water](water.md), [the plan](../policies/plan.md), ![map](map.png).

        ## History

        """)
    #expect(
      try text("content/policies/plan.md", in: repository) == """
        ---
        title: Plan
        issued:
          claims: [{is: 2020, source: paper}, {is: 2021, source: source/gazette}]
          prefer: source/paper
        text: "See [[clean-air|the office]] and [[agency/clean-air#history]]."
        issued_by:
          - {to: clean-air, role: "air", source: paper, quote: "the air office"}   # air
          - to: >-
              water
        parts: [{id: one, what: air, who: Air Office}, {what: two, who: "agency/clean-air#history"}]
        ---

        [[agency/clean-air]], [[ clean-air #history| AIR ]], [a](../agencies/clean-air.md "Title"), [b](/agencies/clean-air.html#history), `[[air]]`,
        [c][d], <../agencies/air.md>, [[AO@paper]], [their list](by-issued_by/clean-air.html), [one](../compare/clean-air-and-water.html).

        | [[clean-air\\|office]] | [@paper, air; @source/gazette] |
        |---|---|
        | [e](<../agencies/clean-air>) | ![map](../agencies/map.png) |

        [d]: ../agencies/clean-air.md

        """)
    #expect(
      try text("remit.yaml", in: repository) == """
        title: Small
        navigation: [policy, agencies/clean-air.md]   # Kept.
        views:
          compare: {view: compare, pairs: [[clean-air, "agency/water"]], sources: [{of: plan, sources: [paper, gazette]}]}
          time: {view: timeline, lanes: [{of: policy, date: issued, where: issued_by=clean-air}, {of: policy, date: issued, where: "issued_by != agency/clean-air"}]}

        """)
    #expect(
      try text("content/agencies/airport.md", in: repository).contains(
        "part_of: clean-air\n---\n[@paper] air"))
    #expect(try text("content/draft.md", in: repository).hasSuffix("[[clean-air]]\n"))
    #expect(try text("content/changes/2024.json", in: repository) == "{\"id\": \"agency/air\"}\n")
    #expect(try isClean(repository))
    #expect(try repository.diff("HEAD").output.hasPrefix("1 entity renamed"))
  }

  @Test func aSourceIsRewrittenWhereverItIsNamed() throws {
    let repository = try repository()
    try #require(try rename("source/paper", "paper-2020", in: repository).status == 0)
    let plan = try text("content/policies/plan.md", in: repository)
    #expect(plan.contains("[{is: 2020, source: paper-2020}"))
    #expect(plan.contains("prefer: source/paper-2020\n"))
    #expect(plan.contains("[[AO@paper-2020]]"))
    #expect(plan.contains("[@paper-2020, air; @source/gazette]"))
    #expect(try text("content/agencies/air.md", in: repository).contains("only_in: paper-2020,"))
    #expect(try text("remit.yaml", in: repository).contains("sources: [paper-2020, gazette]"))
    #expect(try isClean(repository))
  }

  @Test func defaultsAndGroupsAreRewrittenOnce() throws {
    let repository = try repository([
      "content/policies/group.md": """
      ---
      title: Group
      defaults: {source: paper, at: page 1}   # unused
      issued_by: {source: source/paper, role: air, items: [air, {to: agency/air}, water]}
      ---

      """
    ])
    try #require(try isClean(repository))
    try #require(try rename("paper", "paper-2020", in: repository).status == 0)
    try #require(try rename("air", "clean-air", in: repository).status == 0)
    #expect(
      try text("content/policies/group.md", in: repository) == """
        ---
        title: Group
        defaults: {source: paper-2020, at: page 1}   # unused
        issued_by: {source: source/paper-2020, role: air, items: [clean-air, {to: agency/clean-air}, water]}
        ---

        """)
    #expect(try isClean(repository))
  }

  @Test func aPathFromTheFileIsRewrittenWhenItMovesDeeper() throws {
    let repository = try repository()
    try #require(try rename("air", "state/air", in: repository).status == 0)
    let air = try text("content/agencies/state/air.md", in: repository)
    #expect(
      air.contains(
        "[itself](air.md#history), [water](../water.md), [the plan](../../policies/plan.md), ![map](../map.png)"
      ))
    #expect(try isClean(repository))
  }

  @Test func renamingBackLeavesNoFormerIDOfItsOwn() throws {
    let repository = try repository()
    try #require(try rename("air", "clean-air", in: repository).status == 0)
    try #require(try rename("clean-air", "air", in: repository).status == 0)
    #expect(try text("content/agencies/air.md", in: repository).contains("former_ids: [agency/clean-air]\n"))
    try #require(try rename("air", "clean-air", in: repository).status == 0)
    #expect(try text("content/agencies/clean-air.md", in: repository).contains("former_ids: [agency/air]\n"))
    #expect(try isClean(repository))
  }

  @Test(arguments: [
    ("former_ids: [a]", "former_ids: [a, agency/air]"), ("former_ids: a", "former_ids: [a, agency/air]"),
    (
      "former_ids:\n  - a # first\n  - \"b\" # second",
      "former_ids:\n  - a # first\n  - \"b\" # second\n  - agency/air"
    ),
    ("former_ids: []", "former_ids: [agency/air]"), ("former_ids:", "former_ids: [agency/air]"),
    ("former_ids: [air]", "former_ids: [air]"),
    ("former_ids: ['clean-air', x]", "former_ids: ['agency/air', x]"),
  ]) func formerIDsAreWrittenInTheFormThatIsThere(_ old: String, _ new: String) throws {
    let file = { (ids: String) in
      "\u{FEFF}---\r\ntitle: Air Office\r\naliases: [{name: AO, only_in: paper}]\r\n\(ids)\r\n---\r\n## History\r\n"
    }
    let repository = try repository(["content/agencies/air.md": file(old)])
    let outcome = try rename("air", "clean-air", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    // A new line ends as those of the file do.
    let expected =
      new.contains("\n") ? new.replacingOccurrences(of: "\n  - agency", with: "\r\n  - agency") : new
    let written = try Data(contentsOf: repository.folder.url.appending(path: "content/agencies/clean-air.md"))
    #expect(written == Data(file(expected).utf8))
  }

  @Test func aFileWithoutFrontMatterGetsOne() throws {
    let repository = try repository(["content/agencies/water.md": "# Water\n"])
    try #require(try rename("water", "lake", in: repository).status == 0)
    #expect(
      try text("content/agencies/lake.md", in: repository)
        == "---\nformer_ids: [agency/water]\n---\n# Water\n")
  }

  @Test func anIndexTakesWhatLiesBesideItAlong() throws {
    let repository = try repository([
      "content/agencies/fire/index.md": "---\ntitle: Fire\n---\n![p](p.png) [up](../water.md)\n",
      "content/agencies/fire/p.png": "PNG",
      "content/notes.md": "[[fire/index]] [f](agencies/fire/) ![p](agencies/fire/p.png)\n",
    ])
    try #require(try isClean(repository))
    try #require(try rename("fire/index", "a/fire-office/index", in: repository).status == 0)
    #expect(
      try text("content/agencies/a/fire-office/index.md", in: repository).hasSuffix(
        "![p](p.png) [up](../../water.md)\n"))
    #expect(try text("content/agencies/a/fire-office/p.png", in: repository) == "PNG")
    #expect(
      try text("content/notes.md", in: repository)
        == "[[a/fire-office/index]] [f](agencies/a/fire-office/) ![p](agencies/a/fire-office/p.png)\n")
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/content/agencies/fire"))
    #expect(try isClean(repository))
  }
}
