import Site
import Testing

/// What other tools' settings leave out stays out.
@Suite struct LeftOutRulesTests {
  @Test(arguments: [
    ("drafts/", "drafts/a.md", true), ("drafts/", "x/drafts/a.md", true), ("drafts/", "drafts", false),
    ("/drafts", "x/drafts/a.md", false), ("/drafts", "drafts/a.md", true), ("*.tmp", "x/y.tmp", true),
    ("a/*.md", "a/b.md", true), ("a/*.md", "a/b/c.md", false), ("a/**/c.md", "a/b/b/c.md", true),
    ("**/c.md", "a/b/c.md", true), ("a/**", "a/b/c.md", true), ("# a", "# a", false), ("", "a.md", false),
    ("a?.md", "ab.md", true), ("a?.md", "a.md", false), ("[ab].md", "a.md", true), ("**", "a/b.md", false),
    ("  spaces.md  ", "spaces.md", true), ("Ab.md", "ab.md", false),
  ])
  func asGitHasThem(_ pattern: String, _ path: String, _ isOut: Bool) {
    #expect(LeftOutRules([pattern], .gitignore).leaveOut(path) == isOut)
  }

  @Test(arguments: [
    ("README.md", "README.md", true), ("README.md", "x/README.md", false), ("vendor", "vendor/a/b.md", true),
    ("vendor/", "vendor/a.md", true), ("*.md", "x/a.md", true), ("!a", "a", false), ("x/*", "x/y/z.md", true),
  ])
  func asShellsHaveThem(_ pattern: String, _ path: String, _ isOut: Bool) {
    #expect(LeftOutRules([pattern], .shell).leaveOut(path) == isOut)
  }

  @Test func theLastRuleDecidesAndAFolderStandsForAllInIt() {
    let rules = LeftOutRules(["a/*", "!a/keep.md", "b"], .gitignore)
    let files = ["a/keep.md", "a/x.md", "a/c/y.md", "a/c/z.md", "b/1.md", "b/2/3.md", "d.md"]
    #expect(rules.paths(among: files) == ["a/x.md", "a/c", "b"])
  }

  /// Settings may be anybody's.
  @Test func noPatternTakesLong() {
    let rules = LeftOutRules([String(repeating: "*a", count: 500)], .gitignore)
    #expect(!rules.leaveOut(String(repeating: "a", count: 4_000) + "b"))
  }
}
