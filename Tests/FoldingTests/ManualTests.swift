import Folding
import Testing

/// What the manual's page on comparing says.
@Suite struct ManualTests {
  @Test func names() throws {
    try check("Names") { $0.foldedName == $1.foldedName }
  }

  @Test func quotes() throws {
    try check("Quotes") { FoldedText($0).contains($1) }
  }

  @Test func claims() throws {
    try check("Claims") { $0.foldedText == $1.foldedText }
  }

  @Test func changes() throws {
    try check("Changes") { $0.comparedWords == $1.comparedWords }
  }

  @Test func fileNames() throws {
    try check("File names") { $0 == $1 }
  }

  @Test func languages() throws {
    let rows = try ManualTables.rows("Languages")
    #expect(rows.count > 5)
    for row in rows {
      let given = row[1].split(separator: ", ").map(String.init)
      let shown = LanguageTag(row[0])?.lookUp(among: given).map { given[$0] } ?? given[0]
      #expect(shown == row[2], "\(row)")
    }
  }

  @Test func letters() throws {
    let rows = try ManualTables.rows("Letters of lists")
    #expect(rows.count > 3)
    for row in rows { #expect(row[0].initial(in: .letters) == row[1], "\(row)") }
  }

  private func check(_ heading: String, areSame: (String, String) -> Bool) throws {
    let rows = try ManualTables.rows(heading)
    #expect(rows.contains { $0[2] == "yes" } && rows.contains { $0[2] == "no" })
    for row in rows { #expect(areSame(row[0], row[1]) == (row[2] == "yes"), "\(row)") }
  }
}
