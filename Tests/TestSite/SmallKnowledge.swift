/// A knowledge base of a few files, which says something of every sort.
package enum SmallKnowledge {
  /// Built once for the tests that only look at it.
  package static var site: TestSite { get async { await built.value } }

  private static let built = Task { await TestSite(files) }

  package static let files = [
    "schema.yaml": schema,
    "content/policies/opinions.md":
      """
    ---
    title: Guiding Opinions
    summary: Who raises strong firms.
    published:
      claims: [{is: 2021-06-01, source: english}, {is: 2021-07-02, source: update, at: p. 1}]
      class: date
      state: explained
      prefer: english
      reason: Signed, then released.
    status: in-force
    issued_by: [{to: miit, order: 1}, sasac]
    former_ids: [policy/old-opinions]
    ---
    Carried out by [[miit]] and [[sasac]].
    """,
    "content/policies/plan.md": "---\ntitle: Five-Year  Plan\npublished: 2021\n---\n",
    "content/measures/opinions/2.md":
      """
    ---
    title: Tiers
    number: 2
    part_of: opinions
    responsible:
      - {to: miit, role: responsible, source: english, quote: "by the MIIT"}
      - {to: sasac, role: lead, since: 2020}
    instrument: [fund, tax]
    actions:
      - {id: a-1, text: Select firms., modality: must, addressee: [{to: sasac, source: update}]}
      - {id: a-2, text: Give *money*., modality: may, addressee: [miit]}
    ---
    """,
    "content/measures/opinions/10.md":
      """
    ---
    title: Services
    number: 10
    part_of: policy/opinions
    responsible: [{to: Exchequer, role: cooperating, source: english}, {to: miit, role: lead, inferred: true}]
    instrument: tax
    ---
    """,
    "content/measures/plan/1.md":
      "---\ntitle: Goals\npart_of: plan\nnumber: 1\n---\nSee [[policy/opinions]].\n",
    "content/agencies/miit.md":
      """
    ---
    title: Ministry of Industry
    names: {en: Ministry of Industry, zh: 工业和信息化部}
    aliases: [{name: MIIT, sort: abbreviation}]
    ---
    """,
    "content/agencies/sasac.md":
      "---\ntitle: State Assets Commission\nwebsite: https://sasac.example\n---\n",
    "content/agencies/mof.md":
      """
    ---
    title: Ministry of Finance
    aliases: [{name: Exchequer, sort: mistranslation, only_in: english, quote: Exchequer}]
    ---
    """,
    "content/targets/champions.md":
      """
    ---
    title: Champions
    value:
      - {is: "1,000 firms", source: update, quote: one thousand, at: p. 2}
      - {is: {words: thousands}, source: english, quote: thousands of, scope: , note: No number}
    deadline: 2025
    official: true
    set_by: opinions
    ---
    """,
    "content/targets/growth.md":
      "---\ntitle: Growth\nvalue: ≥ 43.5 billion yuan\ndeadline: 2027-06~\nofficial: no\n---\n",
    "content/sources/english.md": "---\ntitle: English page\n---\n",
    "content/sources/update.md": "---\ntitle: Policy Update\n---\n",
    "content/discrepancies/names.md":
      "---\ntitle: Two names\nclass: name\nabout: [mof]\n---\n",
  ]

  private static let schema = """
    kinds:
      policy:
        folder: policies
        columns: [published, issued_by]
        fields:
          published: {type: date, label: Published}
          status: {type: enumeration, values: [in-force, draft], label: Status}
          url: {type: url}
          issued_by:
            to: agency
            many: true
            inverse: issues
            inverse_label: Issues
            label: Issued by
            qualifiers: {order: {type: text, label: Order}}
      measure:
        folder: measures
        columns: [number, part_of, responsible]
        fields:
          number: {type: text, label: Number, help: As the policy counts}
          part_of: {to: policy, required: true, inverse: measures, inverse_label: Measures, label: Part of}
          responsible:
            to: agency
            many: true
            inverse: responsible_for
            inverse_label: Responsible for
            label: Responsible
            qualifiers:
              role: {type: enumeration, values: [lead, responsible, cooperating], label: Role}
              since: {type: date, label: Since}
          instrument: {type: enumeration, many: true, values: [fund, tax, standard], label: Instrument}
          actions:
            type: record
            many: true
            label: Actions
            fields:
              text: {type: markdown, required: true, label: Action}
              modality: {type: enumeration, values: [must, may], label: Modality}
              addressee: {to: [agency, policy], many: true, inverse: addressed_by, inverse_label: Addressed by}
      agency:
        folder: agencies
        fields:
          names: {type: text, languages: true, label: Names}
          website: {type: url, label: Website}
      target:
        folder: targets
        columns: [value, deadline]
        fields:
          value: {type: quantity, label: Value}
          deadline: {type: date, label: Deadline}
          official: {type: flag, label: Official}
          set_by: {to: policy, inverse: sets, inverse_label: Sets, label: Set by}
      source:
        folder: sources
        fields: {url: {type: url}}
      discrepancy:
        folder: discrepancies
        fields:
          class: {type: enumeration, values: [name, date], label: Class}
          about: {to: [agency, policy], many: true, inverse: discrepancies, inverse_label: Discrepancies}
    """
}
