import CommonMark
package import Diagnostics
package import FrontMatter
package import Knowledge

/// A knowledge base of a few files, held as text.
package enum SmallKnowledge {
  package static let schema = SchemaReader.read(yaml(schemaText, "schema.yaml"), path: "schema.yaml").schema

  package static let graph = KnowledgeGraph(files.map { entity(path: $0.0, text: $0.1) }, schema: schema)

  package static func yaml(_ text: String, _ path: String) -> YAMLNode {
    readYAML(SourceText(path: path, text: text)).0 ?? YAMLNode(.mapping([]), at: .start)
  }

  /// A file of one of the folders of `schemaText`.
  package static func entity(path: String, text: String) -> WrittenEntity {
    read(path: path, text: text).entity
  }

  package static func read(path: String, text: String, schema: Schema = schema)
    -> (entity: WrittenEntity, diagnostics: [Diagnostic])
  {
    let source = SourceText(path: path, text: text)
    let frontMatter = readFrontMatter(source)
    let body = parseMarkdown(
      source.bytes[frontMatter.bodyRange], path: path,
      at: Position(line: frontMatter.bodyFirstLine, column: 1))
    let parts = path.split(separator: "/", maxSplits: 2).map(String.init)
    let kind = schema.kindIDs.first { schema[$0].folder == parts[1] } ?? .page
    let slug = String(parts[2].dropLast(".md".count))
    return EntityReader.read(frontMatter, body: body, kind: kind, slug: slug, path: path, schema: schema)
  }

  package static let schemaText = """
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

  package static let files: [(String, String)] = [
    (
      "content/policies/opinions.md",
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
      """
    ),
    ("content/policies/plan.md", "---\ntitle: Five-Year  Plan\npublished: 2021\n---\n"),
    (
      "content/measures/opinions/2.md",
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
      """
    ),
    (
      "content/measures/opinions/10.md",
      """
      ---
      title: Services
      number: 10
      part_of: policy/opinions
      responsible: [{to: Exchequer, role: cooperating, source: english}, {to: miit, role: lead, inferred: true}]
      instrument: tax
      ---
      """
    ),
    (
      "content/measures/plan/1.md",
      "---\ntitle: Goals\npart_of: plan\nnumber: 1\n---\nSee [[policy/opinions]].\n"
    ),
    (
      "content/agencies/miit.md",
      """
      ---
      title: Ministry of Industry
      names: {en: Ministry of Industry, zh: 工业和信息化部}
      aliases: [{name: MIIT, sort: abbreviation}]
      ---
      """
    ),
    (
      "content/agencies/sasac.md",
      "---\ntitle: State Assets Commission\nwebsite: https://sasac.example\n---\n"
    ),
    (
      "content/agencies/mof.md",
      """
      ---
      title: Ministry of Finance
      aliases: [{name: Exchequer, sort: mistranslation, only_in: english, quote: Exchequer}]
      ---
      """
    ),
    (
      "content/targets/champions.md",
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
      """
    ),
    (
      "content/targets/growth.md",
      "---\ntitle: Growth\nvalue: ≥ 43.5 billion yuan\ndeadline: 2027-06~\nofficial: no\n---\n"
    ),
    ("content/sources/english.md", "---\ntitle: English page\n---\n"),
    ("content/sources/update.md", "---\ntitle: Policy Update\n---\n"),
    (
      "content/discrepancies/names.md",
      "---\ntitle: Two names\nclass: name\nabout: [mof]\n---\n"
    ),
  ]
}
