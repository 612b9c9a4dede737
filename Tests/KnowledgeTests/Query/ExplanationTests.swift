import Foundation
import Knowledge
import TestSite
import Testing

/// `remit show --explain`
@Suite struct ExplanationTests {
  private func explained(_ frontMatter: String, at path: String, id: String) async throws -> String {
    var files = SmallKnowledge.files
    files["schema.yaml"] = files["schema.yaml"]?.replacingOccurrences(
      of: "{order: {type: text, label: Order}}",
      with: "{order: {type: text, label: Order}, named_as: {type: text, label: Named as, from: quote}}")
    files[path] = "---\n\(frontMatter)\n---\n"
    let site = await TestSite(files)
    #expect(site.printedDiagnostics == "")
    return EntityText.explained(try site.graph.target(named: id).entity, in: site.graph)
  }

  @Test func eachPartSaysWhereItWasWritten() async throws {
    let text = try await explained(
      """
      title: Act
      defaults: {source: english, at: p. 1}
      published: [{is: 2021}, {is: 2022, source: update, note: Late.}]
      """, at: "content/policies/act.md", id: "policy/act")
    #expect(
      text == """
        Act
        policy/act · Policy · content/policies/act.md

        Title
          Act
            no source – here, line 2
        Published (date disputed: open)
          2021
            source: source/english – the defaults, line 3
            at: p. 1 – the defaults, line 3
          2022
            source: source/update – here, line 4
            note: Late. – here, line 4

        """)
  }

  @Test func namesAreTakenFromQuotesAndItemsInheritFromTheirGroup() async throws {
    let text = try await explained(
      """
      title: Act
      defaults: {source: english, at: p. 1}
      issued_by:
        - {order: listed, at: p. 2, quote: State Assets Commission,
           items: [sasac, {to: miit, quote: MIIT}]}
      """, at: "content/policies/act.md", id: "policy/act")
    #expect(
      text.hasSuffix(
        """
        Issued by
          agency/sasac · State Assets Commission
            Order: 1 – the group, line 5
            Named as: State Assets Commission – the quote, which is a name of it
            source: source/english – the defaults, line 3
            quote: State Assets Commission – the group, line 5
            at: p. 2 – the group, line 5
          agency/miit · Ministry of Industry
            Order: 2 – the group, line 5
            Named as: MIIT – the quote, which is a name of it
            source: source/english – the defaults, line 3
            quote: MIIT – here, line 6
            at: p. 2 – the group, line 5

        """), "\(text)")
  }

  @Test func aRecordsFieldMayComeFromItsGroup() async throws {
    let text = try await explained(
      """
      title: Step
      part_of: opinions
      actions:
        modality: must
        source: update
        items: [{text: Do.}]
      """, at: "content/measures/opinions/9.md", id: "measure/opinions/9")
    #expect(text.contains("  Do.\n        as the record\n"), "\(text)")
    #expect(text.contains("  must\n        as the group\n"), "\(text)")
  }

  @Test func whoeverSpeaksForNoSourceHasNoneFromARecord() async throws {
    let text = try await explained(
      """
      title: Step
      part_of: opinions
      actions: [{source: update, text: {is: Do., source: ~}, addressee: [{to: miit, source: ~}]}]
      """, at: "content/measures/opinions/9.md", id: "measure/opinions/9")
    #expect(text.contains("  Do.\n        no source –"), "\(text)")
    #expect(text.contains("· Ministry of Industry\n        no source –"), "\(text)")
  }

  @Test func timeIsInheritedByWhoeverSpeaksForNoSource() async throws {
    var files = SmallKnowledge.files
    files["content/measures/opinions/9.md"] = """
      ---
      title: Step
      part_of: opinions
      actions: [{source: update, until: 2025, text: {is: Do., source: ~}}]
      ---
      """
    let graph = await TestSite(files).graph
    let text = EntityText.explained(try graph.target(named: "measure/opinions/9").entity, in: graph)
    #expect(text.contains("\n        until: 2025 – the record, line 4\n"), "\(text)")
    #expect(!text.contains("source: source/update – the record"), "\(text)")
  }

  @Test func whatLiesInARecordOrAClaimNamesThese() async throws {
    let text = try await explained(
      """
      title: Step
      part_of: opinions
      responsible: {is: [{to: miit, quote: MIIT}, sasac], source: update, at: p. 3}
      actions: [{text: {is: Do., at: p. 5}, modality: must, source: update, quote: do it}]
      aliases: [{name: Stride, only_in: update}]
      """, at: "content/measures/opinions/9.md", id: "measure/opinions/9")
    #expect(
      text.hasSuffix(
        """
        Responsible
          agency/miit · Ministry of Industry
            source: source/update – the claim, line 4
            quote: MIIT – here, line 4
            at: p. 3 – the claim, line 4
          agency/sasac · State Assets Commission
            as the claim
          source: source/update – here, line 4
          at: p. 3 – here, line 4
        Actions
          –
            Action
              Do.
                source: source/update – the record, line 5
                quote: do it – the record, line 5
                at: p. 5 – here, line 5
            Modality
              must
                as the record
            source: source/update – here, line 5
            quote: do it – here, line 5

        Aliases
          Stride (only in source/update)
            source: source/update – here, line 6

        """), "\(text)")
  }
}
