import Diagnostics
import TestSite
import Testing

@testable import Knowledge

/// What is said of quotes that are, or are not, in the stored text of their source.
@Suite struct EvidenceTests {
  private func diagnostics(quote: String, text: String) async -> [Diagnostic] {
    let graph = await TestSite([
      "schema.yaml": """
      kinds:
        policy: {folder: policies, fields: {status: text}}
        source: {folder: sources, fields: {evidence: {type: record, fields: {file: text, sha256: text}}}}
      """,
      "content/policies/a.md":
        "---\ntitle: A\nstatus: {is: x, source: text, quote: \"\(quote)\"}\n---\n",
      "content/sources/text.md": "---\ntitle: Text\nevidence: {file: text.txt}\n---\n",
    ]).graph
    return graph.checkEvidence(["text.txt": SourceText(path: "text.txt", text: text)])
  }

  @Test(arguments: [
    ("at most 11", "It is at most 10 days.", "it says: “at most 10”, with “10” for “11”"),
    ("The river", "the river", "it says: “the river”, with “the” for “The”"),
    (
      "a new paper", "a new p\u{430}per",
      "it says: “a new p\u{430}per”, with “p\u{430}per” (U+0430) for “paper” (U+0061)"
    ),
    ("over 102 t", "over 10² t", "it says: “over 10² t”, with “10²” (U+00B2) for “102” (U+0032)"),
    ("ten bridges", "hundreds of ships", nil),
  ])
  func theHelpShowsWhatDiffers(quote: String, text: String, help: String?) async {
    let found = await diagnostics(quote: quote, text: text)
    #expect(found.map(\.id) == [.quoteNotFound])
    #expect(found.first?.help == help)
  }

  @Test func aWordThatStandsInManyPlacesProvesLittle() async {
    let found = await diagnostics(quote: "10", text: "Page 10 of 10: 100 firms and 10 towns.")
    #expect(found.map(\.id) == [.quoteProvesLittle])
    #expect(found.first?.severity == .note)
    #expect(found.first?.message.contains("occurs 3 times") == true)
  }

  @Test(arguments: ["10 of 10", "towns", "100"])
  func whatIsLongOrStandsOnceProvesEnough(_ quote: String) async {
    #expect(await diagnostics(quote: quote, text: "Page 10 of 10: 100 firms and 10 towns. 10 of 10").isEmpty)
  }
}
