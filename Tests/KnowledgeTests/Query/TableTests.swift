import Knowledge
import Testing

/// Tables as a terminal has room for them.
struct TableTests {
  private static let table = Table(
    header: ["id", "title", "text"],
    rows: [
      [
        "policy/a-long-name-that-is-copied", "A title of several words",
        "What a source says, in many more words than fit",
      ],
      ["policy/b", "制造业单项冠军企业培育提升专项行动实施方案", "Short"],
    ])

  @Test(arguments: [80, 100, 60])
  func noLineIsWiderThanTheTerminal(columns: Int) {
    let lines = Self.table.fitted(to: columns, keeping: ["id"]).text.split(separator: "\n")
    for line in lines { #expect(String(line).terminalWidth <= columns, "\(line)") }
    #expect(lines[2].hasPrefix("policy/a-long-name-that-is-copied  "))
  }

  @Test func cellsAreCutAtWords() {
    let fitted = Self.table.fitted(to: 80, keeping: ["id"])
    #expect(fitted.rows[0][1] == "A title of several…")
    #expect(fitted.rows[0][2] == "What a source says,…")
    #expect(fitted.rows[1] == ["policy/b", "制造业单项冠军企业培…", "Short"])
  }

  @Test func whatFitsStaysAsItIs() {
    #expect(Self.table.fitted(to: 200) == Self.table)
  }
}
