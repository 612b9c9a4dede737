import Diagnostics
import Folding
import Knowledge
import TestSite
import Testing

@testable import Changes

@Suite struct ChangesTests {
  /// The small knowledge base with one text in place of another.
  private func changes(_ edits: (path: String, old: String, new: String)...) async throws -> KnowledgeChanges
  {
    var files = SmallKnowledge.files
    for edit in edits {
      let text = try #require(files["content/" + edit.path])
      try #require(text.contains(edit.old))
      files["content/" + edit.path] =
        text.split(separator: edit.old, omittingEmptySubsequences: false).joined(separator: edit.new)
    }
    let (before, after) = (await SmallKnowledge.site.graph, await TestSite(files).graph)
    return KnowledgeChanges(from: KnowledgeSnapshot(before), to: KnowledgeSnapshot(after))
  }

  private func sentences(_ changes: KnowledgeChanges) -> [String] {
    changes.entities.flatMap { change in change.details.map { "\(change.entity.id): \($0.sentence)" } }
  }

  @Test func otherWaysToWriteTheSameAreNoChange() async throws {
    let changes = try await changes(
      (
        "policies/opinions.md", "issued_by: [{to: miit, order: 1}, sasac]",
        "issued_by: [agency/sasac, {order: 1, to: MIIT}]"
      ),
      ("policies/opinions.md", "by [[miit]] and", "by  [[MIIT]]\nand"),
      ("measures/opinions/2.md", "instrument: [fund, tax]", "instrument: {is: [tax, fund]}"),
      ("targets/growth.md", "≥ 43.5 billion yuan", "{is: ≥ 43.5 billion yuan}"),
      ("targets/champions.md", "\"1,000 firms\"", "1000 firms"))
    #expect(changes == KnowledgeChanges())
  }

  @Test func aRelationIsToldWithItsQualifiers() async throws {
    let changes = try await changes(
      (
        "measures/opinions/2.md", "{to: miit, role: responsible, source",
        "{to: mof, role: responsible, source"
      ),
      ("measures/opinions/2.md", "role: lead, since: 2020", "role: cooperating, since: 2020"))
    #expect(
      sentences(changes) == [
        "measure/opinions/2: responsible: State Assets Commission, role: lead → cooperating",
        "measure/opinions/2: no longer responsible: Ministry of Industry (role: responsible), according to English page",
        "measure/opinions/2: now responsible: Ministry of Finance (role: responsible), according to English page",
      ])
  }

  @Test func aSourceThatSaysOtherwiseIsNamed() async throws {
    let changes = try await changes(("targets/champions.md", "1,000 firms", "2,000 firms"))
    #expect(
      sentences(changes) == ["target/champions: value: 1,000 firms → 2,000 firms, according to Policy Update"]
    )
  }

  @Test func whatIsInARecordIsToldWithItsID() async throws {
    let changes = try await changes(("measures/opinions/2.md", "addressee: [miit]", "addressee: [sasac]"))
    #expect(
      sentences(changes) == [
        "measure/opinions/2: no longer actions, Addressee, in a-2: Ministry of Industry",
        "measure/opinions/2: now actions, Addressee, in a-2: State Assets Commission",
      ])
  }

  @Test func longTextsAreCutToWhereTheyDiffer() {
    let start = String(repeating: "same ", count: 60)
    let (old, new) = Excerpt.pair(start + "old", start + "new")
    #expect(old == "… " + start.suffix(30) + "old")
    #expect(new == "… " + start.suffix(30) + "new")
    #expect(Excerpt.pair("", start).new.count == 160)
  }

  @Test func markdownEscapesWhatGitHubWouldObey() {
    #expect(
      EscapedMarkdown.text("a @b #1 <i> [x](y)\n- *")
        == "a \\@\u{2060}b \\#\u{2060}1 &lt;i&gt; \\[x\\]\\(y\\) - \\*")
    #expect(
      EscapedMarkdown.text("http://a WWW.b GH-1 & c:d")
        == "http:\u{2060}//a WWW\u{2060}&#46;b GH-\u{2060}1 &amp; c:d")
  }

  @Test func markdownMakesNoListOfATitle() {
    #expect(EscapedMarkdown.text("1. One 2. Two") == "1\\. One 2. Two")
    #expect(EscapedMarkdown.text("2025. - x") == "2025\\. - x")
    #expect(EscapedMarkdown.text("- a - b") == "\\- a - b")
    #expect(EscapedMarkdown.text("1) + * a. v1.2") == "1\\) \\+ \\* a. v1.2")
    #expect(EscapedMarkdown.text("--- .5") == "\\--- .5")
  }

  @Test func hanCharactersAreWords() {
    #expect("增长 5 %快".comparedWords == ["增", "长", "5", "%", "快"])
    let counts = WordCounts(["a", "b", "b"], ["b", "c", "d"])
    #expect(counts.added == 2)
    #expect(counts.removed == 2)
  }
}
