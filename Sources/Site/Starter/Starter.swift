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
    File(path: "content/measures/clean-air-plan/1.md", text: measure),
    File(path: "content/agencies/environment-office.md", text: agency),
    File(path: "content/targets/fine-dust-2030.md", text: target),
    File(path: "content/sources/plan-text.md", text: planText),
    File(path: "content/sources/press-release.md", text: pressRelease),
  ]

  /// What git leaves alone. Whoever commits the website takes its line away.
  package static let ignored = File(
    path: ".gitignore",
    text: """
      # What Remit makes from the rest: the website, and what it keeps of the links that it asked for.
      /site/
      .remit/

      """)

  private static let configuration = """
    title: My knowledge base           # 'remit manual configuration' explains the settings
    description: Who must do what, by when, according to which source.
    language: en
    # as_of: 2026-01-31              the date of the knowledge
    # base_url: https://example.org/ where the site will be: for the sitemap and canonical links

    # Pages that answer a question over the whole; 'remit manual views' has more, such as ladder, glossary and compare.
    views:
      responsibility: {view: matrix, rows: measure, columns: responsible, group: part_of, role: role, order: order}
      deadlines: {view: tracker, of: target, value: value, deadline: deadline, measured_by: measured_by}
      timeline:
        view: timeline
        lanes:
          - {of: policy, date: published, show: [issued_by, status]}
          - {of: target, date: deadline, show: [value]}
      register: {view: register}
      bibliography: {view: sources, show: [published, url, rendering]}
      coverage: {view: coverage, missing: [{of: measure, field: responsible}, {of: target, field: deadline}]}

    """

  private static let about = """
    ---
    title: About
    ---
    This knowledge base was begun with `remit init`. Everything in it is invented: put your own in its place.

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
    responsible:
      - {to: environment-office, role: lead, quote: "takes the lead"}
    actions:
      - {id: a-1, text: Pay a grant for each boiler that is replaced., modality: must, at: p. 3}
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

  private static let pressRelease = """
    ---
    title: Press release on the Clean Air Plan
    published: 2026-01-15
    rendering: original
    describes: clean-air-plan
    ---

    """
}
