/// The files of a new knowledge base: small, but with a relation, a claim and a link of each sort, so that a first
/// build shows what there is to write.
package enum Starter {
  package struct File: Sendable {
    package let path: String
    package let text: String
  }

  package static let files = [
    File(path: "remit.yaml", text: configuration),
    File(path: "schema.yaml", text: String(decoding: PackageResources.schema_yaml, as: UTF8.self)),
    File(path: "content/about.md", text: about),
    File(path: "content/policies/clean-air-plan.md", text: policy),
    File(path: "content/policies/clean-air-amendment.md", text: amendment),
    File(path: "content/measures/clean-air-plan/1.md", text: measure),
    File(path: "content/actors/boiler-owners.md", text: actor),
    File(path: "content/agencies/environment-office.md", text: agency),
    File(path: "content/targets/fine-dust-2030.md", text: target),
    File(path: "content/sources/plan-text.md", text: planText),
    File(path: "content/sources/amendment-text.md", text: amendmentText),
    File(path: "content/sources/press-release.md", text: pressRelease),
  ]

  /// What git leaves alone. Whoever commits the website takes its line away.
  package static let ignored = File(
    path: ".gitignore",
    text: """
      # What Remit makes: the website, and the results of link checks.
      /site/
      .remit/

      """)

  private static let configuration = """
    title: My knowledge base          # 'remit manual configuration' explains the settings
    description: Who must do what, by when, according to which source.
    language: en
    as_of: 2026-03-01                 # the day this knowledge describes: move it on as you update
    # base_url: https://example.org/ the site's address, for the sitemap and canonical links

    # Pages that answer a question across all files; 'remit manual views' has more: ladder, glossary, compare and so on.
    views:
      responsibility: {view: matrix, rows: measure, columns: responsible, group: part_of, role: role, order: order}
      obligations:
        view: matrix
        title: Duties by addressee
        description: Whom each measure binds, and as what.
        rows: measure
        columns: addressee
        group: part_of
        role: role
      deadlines: {view: tracker, of: target, value: value, deadline: deadline, measured_by: measured_by, groups: [set_by]}
      duties: {view: tracker, title: Measures by deadline, of: measure, deadline: deadline, fulfilled: fulfilled, groups: [part_of]}
      timeline:
        view: timeline
        lanes:
          - {of: policy, date: published, show: [issued_by, status]}
          - {of: measure, date: applies_from, show: [addressee]}
          - {of: measure, date: deadline, show: [addressee]}
          - {of: target, date: deadline, show: [value]}
      register: {view: register}
      bibliography: {view: sources, title: Bibliography, show: [published, url, rendering]}
      coverage: {view: coverage, missing: [{of: measure, field: responsible}, {of: target, field: deadline}]}

    """

  private static let about = """
    ---
    title: About
    ---
    This knowledge base was started with `remit init`. Everything in it is invented: replace it with your own.

    """

  private static let policy = """
    ---
    title: Clean Air Plan
    summary: An invented plan that shows how a policy is written down.
    type: plan
    issued_by: [environment-office]
    published:
      - {is: 2026-01-15, source: press-release, quote: "15 January 2026"}
    ---
    The [[Environment Office]] wants cleaner air by 2030 [@plan-text, p. 1]. See [[measure/clean-air-plan/1]]
    and the goal for [[target/fine-dust-2030|fine dust]].

    """

  private static let measure = """
    ---
    defaults: {source: plan-text, at: p. 3}
    title: Replace old heating boilers
    number: 1
    part_of: clean-air-plan
    addressee: {to: boiler-owners, role: bound, quote: "owners replace"}
    applies_from: {is: 2026-07-01}
    deadline:
      - {is: 2028-12-31, quote: "by the end of 2028"}
      - {is: 2029-12-31, source: amendment-text, at: Article 1, from: 2026-02-20, by: clean-air-amendment}
    responsible:
      - {to: environment-office, role: lead, quote: "takes the lead"}
    actions:
      - {id: a-1, text: Pay a grant for each boiler that is replaced., modality: must, at: p. 3}
    ---

    """

  private static let amendment = """
    ---
    defaults: {source: amendment-text}
    title: First Amendment of the Clean Air Plan
    summary: Puts off a date of the plan, so that the first build shows what becomes of such a change.
    type: decision
    effective: {is: 2026-02-20}
    status: in-force
    amends: {to: clean-air-plan, at: Article 1}
    ---

    """

  private static let actor = """
    ---
    title: Owners of boilers
    ---

    """

  private static let agency = """
    ---
    title: Environment Office
    abbreviation: EO
    aliases:
      - EO
      - {name: Office of the Environment, sort: variant, source: press-release}
    ---

    """

  private static let target = """
    ---
    title: Less fine dust by 2030
    what: Yearly mean of fine dust
    value:
      - {is: ≤ 10 µg/m³, source: plan-text, quote: "at most 10", at: p. 1}
      - {is: 12 µg/m³, source: press-release, quote: "12"}
    deadline: 2030
    set_by: clean-air-plan
    ---
    The two sources disagree: Remit shows both, and lists the disagreement.

    """

  private static let planText = """
    ---
    title: Clean Air Plan, full text
    published: 2026-01-15
    rendering: original
    renders: clean-air-plan
    ---

    """

  private static let amendmentText = """
    ---
    title: First Amendment, full text
    published: 2026-02-20
    rendering: original
    renders: clean-air-amendment
    ---

    """

  private static let pressRelease = """
    ---
    title: Press release on the Clean Air Plan
    published: 2026-01-15
    rendering: original
    describes: clean-air-plan
    ---

    """
}
