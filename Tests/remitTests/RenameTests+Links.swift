import Foundation
import Testing

/// A link is where the parser sees it, whatever looks like it elsewhere.
extension RenameTests {
  /// The sign stands for the slug where it is rewritten.
  @Test(arguments: [
    "[a][b], [c][d].\n\n[b]: ../agencies/☞.md\n[d]: ../agencies/☞.md\n",
    "```\n[b]: ../agencies/air.md\n```\n\n[a][b]\n\n[b]: ../agencies/☞.md\n",
    "`[a](../agencies/air.md)` [a](../agencies/☞.md), `[[air]]` [[☞]], `[[air|x]]` [[ ☞ | x ]].\n",
    "> [a](\n> ../agencies/☞.md)\n\n> [a\n> b](../agencies/☞.md)\n\n> [c]:\n> ../agencies/☞.md\n>\n> [c]\n",
    "[a](<../agencies/☞.md> \"](../agencies/air.md)\") ](../agencies/air.md)\n",
    "%% [a](../agencies/air.md) [[air]] %% [a](../agencies/☞.md)[^1] [[☞]]\n\n[^1]: [b](../agencies/☞.md) [[☞]]\n",
    "[![a](../agencies/☞.md)](../agencies/☞.md)\n",
    "<a href=\"../agencies/☞.md#x\">a</a> `<a href=\"../agencies/air.md\">`\n\n<div>\n<a href=../agencies/☞.md>b</a>\n</div>\n",
    "| `[[air]]` | [[☞\\|t]] | [a](../agencies/☞.md) |\n|---|---|---|\n| [[☞]] | [[airport]] | ![[☞]] |\n",
  ])
  func onlyLinksThatTheParserSeesAreRewritten(_ text: String) throws {
    let path = "content/policies/more.md"
    let field = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
    let file = "---\ntitle: More\ntext: |\n    \(field)\n---\n\(text)"
    let repository = try repository([path: file.replacing("☞", with: "air")])
    let outcome = try rename("air", "clean-air", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(try self.text(path, in: repository) == file.replacing("☞", with: "clean-air"))
  }

  @Test func aCitationInCodeIsNone() throws {
    let path = "content/policies/more.md"
    let repository = try repository([path: "---\ntitle: More\n---\n`[@paper]` [@gazette; @paper, p. 1]\n"])
    try #require(try rename("paper", "daily", in: repository).status == 0)
    #expect(try text(path, in: repository).hasSuffix("`[@paper]` [@gazette; @daily, p. 1]\n"))
  }
}
